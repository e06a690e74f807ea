export const LONGEST_WIN = 600;
export const LONGEST_COMMENT = 1_000;
export const LONGEST_REASON = 300;
/** People and teams that one win thanks. */
export const MOST_THANKED = 30;
/** Milliseconds in which a win can be called back without a trace; chat channels hear of it afterwards. */
export const UNDO_WINDOW = 30_000;
