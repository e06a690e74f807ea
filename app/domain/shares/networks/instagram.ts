import { countAgainst, countCodeUnits, findHashtags } from "./counting";
import type { Network } from "./network";

/** Since December 2025; it was 30 (Instagram's @creators, "hashtags … in a caption for a reel or post to five"). */
export const INSTAGRAM_HASHTAGS = 5;

/**
 * A caption takes 2,200 characters and folds after about 125. There is no share address, a post is a picture,
 * and an address in a caption can't be followed: the caption is copied without the link.
 */
export const instagram: Network = {
  id: "instagram",
  limit: 2_200,
  fold: { characters: 125, lines: 2 },
  takes: { text: false, url: false, title: false, server: false },
  linkPlacement: "left-out",
  copiesText: true,
  card: "picture",
  singleLine: false,
  count: (text, limit = 2_200) => {
    const count = countAgainst(countCodeUnits(text), limit);
    return !count.over && findHashtags(text).length > INSTAGRAM_HASHTAGS
      ? { ...count, problem: "too_many_hashtags" }
      : count;
  },
  composeShareUrl: () => null,
};
