/** Every network Vouch can hand a share over to, in the order in which they are offered. */
export const networkIds = [
  "linkedin",
  "bluesky",
  "mastodon",
  "threads",
  "x",
  "facebook",
  "instagram",
  "whatsapp",
  "reddit",
  "mail",
] as const;

export type NetworkId = (typeof networkIds)[number];

export function isNetwork(value: unknown): value is NetworkId {
  return (networkIds as readonly unknown[]).includes(value);
}

/** Keys in the `networks` catalogue (`problem.<key>`); each says what to do about it. */
export type TextProblem = "too_long" | "too_many_bytes" | "too_many_hashtags" | "address_too_long";

/**
 * How full a text is, counted as the network counts. `used` and `limit` are in the network's own unit.
 * A text may be handed over when `problem` is absent; `over` says that it is the length that stands in the way.
 */
export interface TextCount {
  used: number;
  limit: number;
  over: boolean;
  problem?: TextProblem;
}

/** What a person hands over. `text` is what composeShareText returned, so a link in the text is already in it. */
export interface HandOff {
  text: string;
  /** The tracked short link, absolute. */
  url: string;
  /** The post's title, for the networks that ask for one. */
  title: string;
  /** Mastodon only: the host name of the person's own server. */
  server?: string;
}

export interface Network {
  readonly id: NetworkId;
  /** In the unit of `count`; a Mastodon server may allow more and says so through its API. */
  readonly limit: number;
  /** How much of a post feeds show before "… more": code points and lines, whichever ends first. Null: everything. */
  readonly fold: { readonly characters: number; readonly lines: number } | null;
  /** What its share address prefills. */
  readonly takes: { readonly text: boolean; readonly url: boolean; readonly title: boolean; readonly server: boolean };
  /** Where the short link goes: into the text, beside it as an attachment, or nowhere because links are dead there. */
  readonly linkPlacement: "in-text" | "attached" | "left-out";
  /** True where the text has to go through the clipboard: "Text copied, paste it there". */
  readonly copiesText: boolean;
  /** How the linked page is shown there. `picture` means the post's picture itself, without the page's title. */
  readonly card: "large" | "compact" | "picture" | "none";
  /** True where the text may only be one line, as in a title. */
  readonly singleLine: boolean;
  /** Counts a complete text from composeShareText. `limit` overrides the network's own, where a server tells its. */
  count(text: string, limit?: number): TextCount;
  /** The address that opens the network's own composer, prefilled; null where there is none (or no server yet). */
  composeShareUrl(handOff: HandOff): string | null;
}
