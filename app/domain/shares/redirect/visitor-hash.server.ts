import { createHmac } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { after, DAY, now } from "~/kernel/clock";
import { env } from "~/kernel/env.server";
import { readOrMakeKey } from "~/kernel/key-file.server";

const HASH_BYTES = 16;
const keys = new Map<string, Promise<Buffer>>();

/** The UTC day of a moment, "2026-11-21". */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/**
 * Stands for a visitor of one link on one day, and for nothing else: HMAC-SHA256 under the day's key
 * over address, browser and link. The key is thrown away after the day; then not even we can tell
 * whose hash it was.
 * @returns 16 bytes as base64url
 */
export async function hashVisitor(day: string, visitor: { address: string; userAgent: string; slug: string }): Promise<string> {
  const mac = createHmac("sha256", await keyOf(day));
  mac.update(JSON.stringify([visitor.address, visitor.userAgent, visitor.slug]));
  return mac.digest().subarray(0, HASH_BYTES).toString("base64url");
}

function keyOf(day: string): Promise<Buffer> {
  let key = keys.get(day);
  if (!key) {
    key = readOrMakeKey(path.join(folder(), `${day}.key`));
    key.catch(() => keys.delete(day));
    keys.set(day, key);
    if (keys.size > 2) keys.delete([...keys.keys()].sort()[0] as string);
  }
  return key;
}

function folder(): string {
  return path.join(env().keyFolder, "visits");
}

/** Throws away the keys of days that are over. Yesterday's stays an hour, for clocks that differ. */
export async function removeOldVisitKeys(): Promise<void> {
  const oldest = dayOf(after(-DAY / 24, now()));
  for (const name of await readdir(folder()).catch(() => [])) {
    if (name.slice(0, 10) < oldest) await rm(path.join(folder(), name), { force: true });
  }
  for (const day of keys.keys()) if (day < oldest) keys.delete(day);
}
