/** What the beginning of a company puts on record. */
export const firstRunEvents = {
  startersWritten: "starters.written",
  /** In one act; the payload counts them, the audit names them. */
  startersRemoved: "starters.removed",
} as const;
