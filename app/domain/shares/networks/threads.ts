import { countAgainst, countCodePoints, countUtf8Bytes, splitGraphemes } from "./counting";
import type { Network } from "./network";
import { composeAddress } from "./share-address";

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

/** Emoji by their UTF-8 bytes, everything else by code points. */
function countThreadsCharacters(text: string): number {
  return splitGraphemes(text).reduce(
    (sum, part) => sum + (EMOJI.test(part) ? countUtf8Bytes(part) : countCodePoints(part)),
    0,
  );
}

/**
 * 500 characters, "emojis are counted as the number of UTF-8 bytes" (developers.facebook.com/docs/threads/posts).
 * The post intent takes the link apart from the text (threads-web-intents). Phones fold after about 250.
 */
export const threads: Network = {
  id: "threads",
  limit: 500,
  fold: { characters: 250, lines: 6 },
  takes: { text: true, url: true, title: false, server: false },
  linkPlacement: "attached",
  copiesText: false,
  card: "large",
  singleLine: false,
  count: (text, limit = 500) => countAgainst(countThreadsCharacters(text), limit),
  composeShareUrl: ({ text, url }) => composeAddress("https://www.threads.com/intent/post", { text, url }),
};
