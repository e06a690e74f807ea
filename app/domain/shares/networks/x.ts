import { countAgainst } from "./counting";
import type { Network } from "./network";
import { composeAddress } from "./share-address";
import { countWeighted } from "./x-counting";

/**
 * 280 weighted characters (docs.x.com, "Counting Characters"). The link is handed over inside the text rather than
 * as the intent's `url`, so that what is counted is exactly what arrives.
 */
export const x: Network = {
  id: "x",
  limit: 280,
  fold: null,
  takes: { text: true, url: false, title: false, server: false },
  linkPlacement: "in-text",
  copiesText: false,
  card: "large",
  singleLine: false,
  count: (text, limit = 280) => countAgainst(countWeighted(text), limit),
  composeShareUrl: ({ text }) => composeAddress("https://x.com/intent/tweet", { text }),
};
