import { countAgainst, countCodeUnits } from "./counting";
import type { Network } from "./network";
import { composeAddress } from "./share-address";

/**
 * 63,206 characters. Phones fold after about 110. The sharer takes the link alone (its `quote` parameter is gone),
 * so the text is copied.
 */
export const facebook: Network = {
  id: "facebook",
  limit: 63_206,
  fold: { characters: 110, lines: 3 },
  takes: { text: false, url: true, title: false, server: false },
  linkPlacement: "attached",
  copiesText: true,
  card: "large",
  singleLine: false,
  count: (text, limit = 63_206) => countAgainst(countCodeUnits(text), limit),
  composeShareUrl: ({ url }) => composeAddress("https://www.facebook.com/sharer/sharer.php", { u: url }),
};
