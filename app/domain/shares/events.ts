/** What the module tells the others, in the past tense. */
export const SHARE_HANDED_OVER = "share.handed-over";
export const POST_CHOSEN = "post.chosen";
