// Tells whether the build is as new as what it is made from.
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = path.join(root, "build", "stamp");
const sources = ["app", "emails", "prisma", "public", "server.ts", "vite.config.ts", "package-lock.json"];

/** Whether a build exists and nothing it is made from is newer. */
export function buildIsFresh() {
  try {
    const built = statSync(stamp).mtimeMs;
    return sources.every((source) => newest(path.join(root, source)) <= built);
  } catch {
    return false;
  }
}

/** Call it once a build is complete. @param {Date} [began] when the build began: a change during it counts as newer */
export function markBuilt(began = new Date()) {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, "");
  utimesSync(stamp, began, began);
}

function newest(entry) {
  const stat = statSync(entry);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // The generated client is made by the build itself.
  return readdirSync(entry)
    .filter((name) => name !== "generated")
    .reduce((latest, name) => Math.max(latest, newest(path.join(entry, name))), 0);
}
