/** Characters that fit. */
export const LONGEST_TITLE = 200;
export const LONGEST_BODY = 20_000;
export const LONGEST_WHY = 500;
export const LONGEST_REMARK = 2_000;
export const LONGEST_NOTE = 1_000;
