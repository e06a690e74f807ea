import { randomUUID } from "node:crypto";
import { mkdir, open, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { env } from "~/kernel/env.server";
import type { VisitorKind } from "./visitor";

/** One followed link as it lies in the spool. No address, no browser: the hash stands for both. */
export interface SpooledVisit {
  slug: string;
  day: string;
  kind: VisitorKind;
  /** Who, as a keyed hash; empty for machines, which are not told apart. */
  visitor: string;
}

export function spoolFolder(): string {
  return path.join(env().dataFolder, "visits");
}

/**
 * Where visits lie safe before they are counted: a file of this process that only grows. `append`
 * answers once its line is on disk; lines that arrive meanwhile share the next fsync (group commit),
 * so that waiting costs one fsync and not one each. It needs no database.
 */
export class VisitSpool {
  #waiting: { line: string; done: () => void; failed: (error: unknown) => void }[] = [];
  #isWriting = false;
  #file: { day: string; handle: FileHandle } | null = null;

  append(visit: SpooledVisit): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ line: `${JSON.stringify([visit.slug, visit.day, visit.kind === "person" ? 1 : 0, visit.visitor])}\n`, done, failed });
      if (!this.#isWriting) void this.#write(visit.day);
    });
  }

  /** Never rejects. The mark is cleared in the same step as the last look at the queue, so that no line is left behind. */
  async #write(day: string): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        const handle = await this.#open(day);
        await handle.appendFile(group.map(({ line }) => line).join(""));
        await handle.datasync();
        for (const { done } of group) done();
      } catch (error) {
        // A half-written line must not run into the next one: go on in a new file.
        await this.close().catch(() => undefined);
        for (const { failed } of group) failed(error);
      }
    }
    this.#isWriting = false;
  }

  /** A new file a day, so that old ones can be thrown away once counted. */
  async #open(day: string): Promise<FileHandle> {
    if (this.#file?.day === day) return this.#file.handle;
    await this.close();
    await mkdir(spoolFolder(), { recursive: true, mode: 0o700 });
    const handle = await open(path.join(spoolFolder(), `${day}.${randomUUID()}.spool`), "ax", 0o600);
    const folder = await open(spoolFolder(), "r");
    await folder.sync().finally(() => folder.close());
    this.#file = { day, handle };
    return handle;
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.handle.close();
  }
}
