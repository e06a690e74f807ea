/** How long one kind of things is kept; pure and browser-safe. */
export interface RetentionMatter {
  /** A key of `retention.matter` in the catalogue. */
  matter: string;
  /** Days unless the company chooses, and the bounds of its choice. */
  usual: number;
  least: number;
  most: number;
  days: number;
  /** What is older than that now, and goes in the coming night; `COUNTED` means that many or more. */
  older: number;
}

/** Counted no further, so that the page is quick whatever there is. */
export const COUNTED = 10_000;
