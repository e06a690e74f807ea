import { countAgainst, countGraphemes, countUtf8Bytes } from "./counting";
import type { Network } from "./network";
import { composeAddress } from "./share-address";

/** The second limit of app.bsky.feed.post: `maxLength` in UTF-8 bytes beside `maxGraphemes`. */
export const BLUESKY_BYTES = 3_000;

/**
 * 300 graphemes and 3,000 bytes (lexicon app.bsky.feed.post). The intent takes one text, the link inside it
 * (docs.bsky.app, "Action Intent Links").
 */
export const bluesky: Network = {
  id: "bluesky",
  limit: 300,
  fold: null,
  takes: { text: true, url: false, title: false, server: false },
  linkPlacement: "in-text",
  copiesText: false,
  card: "large",
  singleLine: false,
  count: (text, limit = 300) => {
    const count = countAgainst(countGraphemes(text), limit);
    return !count.over && countUtf8Bytes(text) > BLUESKY_BYTES ? { ...count, problem: "too_many_bytes" } : count;
  },
  composeShareUrl: ({ text }) => composeAddress("https://bsky.app/intent/compose", { text }),
};
