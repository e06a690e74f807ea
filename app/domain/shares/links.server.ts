import { randomInt } from "node:crypto";
import { SLUG_ALPHABET, SLUG_LENGTH } from "./links";

/**
 * A new short link's name: 27^8 (2.8 × 10^11) equally likely ones, so it can't be guessed from another. Two may
 * be the same once in a blue moon; the unique index decides, and the caller draws again.
 */
export function newSlug(): string {
  return Array.from({ length: SLUG_LENGTH }, () => SLUG_ALPHABET[randomInt(SLUG_ALPHABET.length)]).join("");
}
