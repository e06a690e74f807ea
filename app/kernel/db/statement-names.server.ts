import { createHash } from "node:crypto";

/**
 * Every prepared statement stays in the memory of every connection. Lists in a query (`IN ($1, $2, …)`) make a new text
 * for each length, so there is an end to it; later texts are parsed anew each time.
 */
const MOST_NAMES = 1000;
const names = new Map<string, string>();

/** A name by which this text is prepared once per connection; empty when there are too many already. */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) return "";
  const name = `v${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
  names.set(text, name);
  return name;
}
