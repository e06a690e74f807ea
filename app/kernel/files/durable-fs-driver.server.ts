import { randomUUID } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { FSDriver } from "flydrive/drivers/fs";

/** What writing needs of the file system; tests put a full disk in its place. */
export type WritingFileSystem = Pick<typeof fs, "mkdir" | "open" | "rename" | "rm">;

/**
 * flydrive's disk driver with writes that survive a power cut: to a file beside the target, flushed,
 * renamed over it, and the folders flushed, so that a key holds all of its bytes or nothing. A crash
 * in the middle leaves at most a `*.tmp` file that no key can name.
 */
export class DurableFsDriver extends FSDriver {
  constructor(
    private readonly root: string,
    private readonly fileSystem: WritingFileSystem = fs,
  ) {
    super({ location: root, visibility: "private" });
  }

  override async put(key: string, contents: string | Uint8Array): Promise<void> {
    const target = path.join(this.root, key);
    const temporary = `${target}.${randomUUID()}.tmp`;
    await this.fileSystem.mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    try {
      const file = await this.fileSystem.open(temporary, "wx", 0o600);
      try {
        await file.writeFile(contents);
        await file.sync();
      } finally {
        await file.close();
      }
      await this.fileSystem.rename(temporary, target);
    } catch (error) {
      await this.fileSystem.rm(temporary, { force: true }).catch(() => {});
      throw error;
    }
    await this.flushFolders(path.dirname(target));
  }

  override async putStream(key: string, contents: Readable): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of contents) chunks.push(Buffer.from(chunk as Uint8Array));
    await this.put(key, Buffer.concat(chunks));
  }

  /** A name lasts once its folder is flushed, and a new folder once its parent is. Windows has no such call. */
  private async flushFolders(folder: string): Promise<void> {
    if (process.platform === "win32") return;
    const above = path.dirname(this.root);
    for (let each = folder; each.startsWith(above); each = path.dirname(each)) {
      const handle = await this.fileSystem.open(each, "r");
      await handle.sync().finally(() => handle.close());
      if (each === above) return;
    }
  }
}
