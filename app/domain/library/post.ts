import type { PictureSource } from "~/ui/picture";
import type { Validity, ValidDays } from "./validity";

export type PostState = "draft" | "in_review" | "approved" | "ended";

export interface Caption {
  id: string;
  /** Null: it serves every network. */
  network: string | null;
  language: string;
  text: string;
}

/** A caption as it is typed; new ones have no id yet. */
export type CaptionDraft = Omit<Caption, "id"> & { id: string | null };

interface Words {
  title: string;
  summary: string;
  why: string;
  /** The language of what the link leads to. */
  language: string;
  /** Absolute, or empty. */
  linkUrl: string;
  linkTitle: string;
  linkDescription: string;
  pictureAlt: string;
  /** One a line. */
  facts: string;
  /** Without "#", between spaces. */
  hashtags: string;
  /** How a sharer says that they work here; empty: the company's words. */
  disclosure: string;
}

/** What an editor sends. */
export interface PostContent extends Words, ValidDays {
  /** Departments that may share it, each with everything under it. */
  audience: string[];
  captions: CaptionDraft[];
}

/** What is stored, and what an approval stands for. */
export interface StoredContent extends Words, Validity {
  pictureId: string | null;
  audience: string[];
  captions: Caption[];
}

/** The parts of a post that an edit can change, in the order of the page. */
export const postParts = [
  "title", "summary", "why", "language", "linkUrl", "linkTitle", "linkDescription", "picture", "pictureAlt",
  "facts", "hashtags", "disclosure", "validFrom", "validUntil", "audience", "captions",
] as const;

export type PostPart = (typeof postParts)[number];

/** How full a network's post is with a caption, in the network's own unit. */
export interface CaptionCount {
  used: number;
  limit: number;
  /** Why it can't be handed over there; a key that says what to do about it. */
  problem?: string;
}

export interface CountedCaption {
  network: string;
  text: string;
}

/** Counts a caption as it would be handed over: with disclosure, hashtags and link. */
export type CountCaption = (caption: CountedCaption, post: Pick<Words, "language" | "hashtags" | "disclosure">) => CaptionCount;

/** What a company's networks and languages allow. The library knows none of them by name. */
export interface PostRules {
  languages: readonly string[];
  networks: readonly string[];
  countCaption: CountCaption;
}

/** This many captions keep colleagues from sounding alike. */
export const RECOMMENDED_CAPTIONS = 3;

export interface PersonName {
  id: string;
  givenName: string;
  familyName: string;
}

/** A post with everything that its editors, approvers and their decisions need. */
export interface PostRecord extends StoredContent {
  id: string;
  state: PostState;
  revision: number;
  contentHash: string;
  linkHost: string;
  /** Came with a new company, and nobody changed it yet. */
  isStarter: boolean;
  approvedAt: Date | null;
  updatedAt: Date;
  author: PersonName;
  /** The author's department and everything above it, once they have left. */
  authorLeftFrom: string[] | null;
  picture: PictureSource | null;
  /** Nearest first. */
  audiencePaths: string[][];
  audienceNames: string[];
  editors: (PersonName & { editedAt: Date })[];
  approvals: PostApproval[];
}

/** A wait for, or a decision about, one content. A void one was approved before when it has a decider. */
export interface PostApproval {
  id: string;
  contentHash: string;
  decision: "waiting" | "approved" | "declined" | "void";
  requestedBy: PersonName;
  requestedAt: Date;
  dueAt: Date;
  decidedBy: PersonName | null;
  decidedAt: Date | null;
  note: string;
  voidedBy: PersonName | null;
  voidedAt: Date | null;
  voidedParts: PostPart[];
}
