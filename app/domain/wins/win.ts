import type { ReactionCount } from "./reactions";

export interface ThankedPerson {
  id: string;
  givenName: string;
  familyName: string;
  /** The department they were in then. */
  departmentName: string | null;
  /** Their id while their profile opens. */
  profile: string | null;
  photo: string | null;
}

export interface WinPicture {
  id: string;
  width: number;
  height: number;
  placeholder: string;
  widths: number[];
}

/** A win as the feed and its own page show it. */
export interface WinView {
  id: string;
  kind: "win" | "thanks" | "milestone";
  text: string;
  happenedAt: Date;
  editedAt: Date | null;
  giver: ThankedPerson | null;
  people: ThankedPerson[];
  teams: { id: string; name: string }[];
  /** In the reader's language. */
  valueName: string | null;
  picture: WinPicture | null;
  pictureAlt: string;
  milestone: string | null;
  milestoneStep: number | null;
  milestoneFrom: number | null;
  reactions: ReactionCount[];
  comments: number;
}

/** The small thank-yous of a day, one card for all of them. */
export interface ThanksOfDay {
  /** "2026-11-24", by the reader's clock. */
  day: string;
  count: number;
  newestAt: Date;
  /** The last one of it: where the feed goes on after it. */
  oldestAt: Date;
  oldestId: string;
  /** The newest few. */
  first: { id: string; text: string; giver: string; thanked: string[] }[];
}
