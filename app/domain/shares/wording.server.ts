import { sha256Hex } from "~/kernel/hash.server";
import { wordingKey } from "./wording";

/** SHA-256 of a comparison form (see normaliseWording), 64 hex digits: what a reservation of a wording holds. */
export function wordingHash(wording: string): string {
  return sha256Hex(wordingKey(wording));
}
