import { createHash } from "node:crypto";
import { canonicalJson, type JsonValue } from "./json";

/** SHA-256 of a text, as 64 hex digits. */
export function sha256Hex(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** SHA-256 over the canonical JSON of a value, as 64 hex digits: equal contents have equal hashes. */
export function contentHash(value: JsonValue): string {
  return sha256Hex(canonicalJson(value));
}
