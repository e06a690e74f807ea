import { countAgainst, countCodeUnits } from "./counting";
import type { Network } from "./network";
import { composeAddress } from "./share-address";

/**
 * 3,000 characters for a post (LinkedIn Posts API, commentary), counted in UTF-16 code units: an emoji or a letter
 * of the "bold" alphabets takes two (Buffer's account of rejected posts, developers.buffer.com, "Character
 * Limits"). Feeds cut after 140 characters or three lines on a phone. Its share address takes a link and no text.
 */
export const linkedin: Network = {
  id: "linkedin",
  limit: 3_000,
  fold: { characters: 140, lines: 3 },
  takes: { text: false, url: true, title: false, server: false },
  linkPlacement: "attached",
  copiesText: true,
  card: "large",
  singleLine: false,
  count: (text, limit = 3_000) => countAgainst(countCodeUnits(text), limit),
  composeShareUrl: ({ url }) => composeAddress("https://www.linkedin.com/sharing/share-offsite/", { url }),
};
