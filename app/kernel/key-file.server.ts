import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";

export const KEY_BYTES = 32;

/** The key in this file; null when there is none. @throws Error when the file holds something else */
export async function readKey(file: string): Promise<Buffer | null> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (bytes && bytes.length !== KEY_BYTES) throw new Error("A key file does not hold a key.");
  return bytes;
}

/**
 * The key in this file, made where there is none: 32 random bytes, on the disk before anybody uses
 * them. All processes of a company share the key folder; whoever links its file first makes the key.
 */
export async function readOrMakeKey(file: string): Promise<Buffer> {
  const existing = await readKey(file);
  if (existing) return existing;
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await flushed(draft, "wx", async (handle) => handle.writeFile(randomBytes(KEY_BYTES)));
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  // A name lasts once its folder is flushed. Windows has no such call.
  if (process.platform !== "win32") await flushed(folder, "r");
  return (await readKey(file)) as Buffer;
}

async function flushed(target: string, flags: string, write?: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>): Promise<void> {
  const handle = await open(target, flags, 0o600);
  try {
    await write?.(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
