/** What the module tells the others, in the past tense. */
export const SHARE_HANDED_OVER = "share.handed-over";
export const POST_CHOSEN = "post.chosen";

export const sharesEvents = {
  /** Its visits grew by a digit: 100, 1,000, 10,000; the payload holds that number and its shares so far. */
  visitsReached: "post.visits-reached",
} as const;
