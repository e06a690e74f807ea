import { countAgainst, countCodePoints } from "./counting";
import type { Network } from "./network";
import { composeAddress } from "./share-address";

/** A link post is a link and a title of at most 300 characters: the person's words are that title. */
export const reddit: Network = {
  id: "reddit",
  limit: 300,
  fold: null,
  takes: { text: false, url: true, title: true, server: false },
  linkPlacement: "attached",
  copiesText: false,
  card: "compact",
  singleLine: true,
  count: (text, limit = 300) => countAgainst(countCodePoints(text), limit),
  composeShareUrl: ({ text, url }) => composeAddress("https://www.reddit.com/submit", { url, title: text }),
};
