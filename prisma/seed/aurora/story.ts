/** What a story of the demo company is made of. Plain data: nothing here knows a database. */
import type { NetworkId } from "~/domain/shares/networks/network";
import type { Day, Moment } from "../calendar";
import type { DepartmentKey } from "./departments";
import type { PictureKey } from "../pictures";

export const languages = ["it", "en", "ro", "ru"] as const;
export type Language = (typeof languages)[number];

/** The same words in every language they were written in. */
export type Words = Partial<Record<Language, string>>;

export interface VersionText {
  title: string;
  /** Markdown. */
  body: string;
}

/** A person, by the part of their address before the @, or by name for those without one. */
export type PersonKey = string;

/** A comment or question under a message, some time after it was published. */
export interface RemarkStory {
  by: PersonKey;
  kind: "comment" | "question";
  /** Hours after publication. */
  hours: number;
  body: string;
  answer?: { by: PersonKey; hours: number; body: string };
}

export interface MessageStory {
  key: string;
  kind: "notice" | "message";
  author: PersonKey;
  audience: DepartmentKey[];
  why: Record<Language, string>;
  asksConfirmation?: boolean;
  sendsMail?: boolean;
  /** Days that the texts name. */
  dates?: Record<string, Day>;
  core: Partial<Record<Language, VersionText>>;
  versions?: Partial<Record<DepartmentKey, Partial<Record<Language, VersionText>>>>;
  /** When its author wrote it. */
  written: Moment;
  /** An approver who read it, and when. Left out where nobody had to. */
  approval?: { by: PersonKey; at: Moment; note?: string };
  /** When it came out, or will; none: still a draft or in review. */
  published?: Moment;
  /** Sent to review so many hours before the demo is started, and waiting there. */
  inReviewHours?: number;
  /** The part of its readers that opened it by now, 0 to 1. */
  read?: number;
  /** The part of its readers that confirmed it by now, 0 to 1. */
  confirmed?: number;
  /** People whose home page must show it as still to read. */
  unreadBy?: PersonKey[];
  remarks?: RemarkStory[];
}

export interface CaptionStory {
  language: Language;
  /** None: it serves every network. */
  network?: NetworkId;
  text: string;
}

/** One person's resharing, and who came through it. */
export interface ShareStory {
  by: PersonKey;
  network: NetworkId;
  way: "share_url" | "share_sheet" | "copy";
  /** When; local to the company's clock. */
  shared: Moment;
  /** Which caption it began with, by its place; none: written from nothing, in the post's language. */
  caption?: number;
  /** What the sharer made of it, without disclosure, link and hashtags; none: as it was suggested. */
  text?: string;
  visits: number;
}

export interface PostStory {
  key: string;
  author: PersonKey;
  audience: DepartmentKey[];
  /** The language of what the link leads to. */
  language: Language;
  title: string;
  summary: string;
  why: string;
  link: { url: string; title: string; description: string };
  picture: PictureKey;
  pictureAlt: string;
  facts: string[];
  hashtags: string[];
  dates?: Record<string, Day>;
  captions: CaptionStory[];
  validFrom?: Day;
  validUntil?: Day;
  written: Moment;
  approval?: { by: PersonKey; at: Moment; note?: string };
  /** Sent to review so many hours before the demo is started, and waiting there. */
  inReviewHours?: number;
  ended?: Moment;
  shares?: ShareStory[];
  /** Who put it off, or silently said no. */
  choices?: { by: PersonKey; choice: "later" | "not_for_me"; at: Moment }[];
}
