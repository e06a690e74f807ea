import path from "node:path";
import type { Readable } from "node:stream";
import { Disk } from "flydrive";
import type { DriverContract } from "flydrive/types";

import { env } from "./env.server";
import { DurableFsDriver } from "./files/durable-fs-driver.server";

/** The bytes are not stored: there is no room left (disk or quota). */
export class StorageFull extends Error {
  override name = "StorageFull";
  /** The catalogue key of the sentence for people. */
  readonly messageKey = "studio-files:storage.full";
}

/** The bytes are not stored, or can't be read: the storage itself failed. */
export class StorageFailed extends Error {
  override name = "StorageFailed";
  /** The catalogue key of the sentence for people. */
  readonly messageKey = "studio-files:storage.failed";
}

export interface Files {
  /**
   * Stores bytes under a key. When it resolves they are on the disk, not merely on their way.
   * @throws StorageFull, StorageFailed
   */
  putFile(key: string, bytes: Uint8Array): Promise<void>;
  /** All bytes of a file, or null when there is none. @throws StorageFailed */
  getFile(key: string): Promise<Buffer | null>;
  /** A file as a stream, or null when there is none. @throws StorageFailed */
  readStream(key: string): Promise<Readable | null>;
  /** Removes a file; one that is not there is no error. @throws StorageFailed */
  removeFile(key: string): Promise<void>;
  /** Names of the folders in a folder, in no order; none when there is no such folder. @throws StorageFailed */
  listFolder(key: string): Promise<string[]>;
  /** When the newest file in a folder was written; null for an empty or missing one. @throws StorageFailed */
  changedAt(key: string): Promise<Date | null>;
  /** Removes a folder with all that is in it; one that is not there is no error. @throws StorageFailed */
  removeFolder(key: string): Promise<void>;
}

/**
 * Keys are made by the program from random ids, never from what somebody typed. Lower-case words
 * between slashes and one extension: no dot can start a word, so no key leaves the folder.
 */
const keyPattern = /^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_-]*)*(\.[a-z0-9]+)?$/;

const held = globalThis as { __vouchFiles?: Files };

/** The installation's files, in its data folder. */
export function files(): Files {
  return (held.__vouchFiles ??= createFiles(new DurableFsDriver(path.join(env().dataFolder, "files"))));
}

export function createFiles(driver: DriverContract): Files {
  const disk = new Disk(driver);
  const listed = async (key: string) => (await nullIfMissing(async () => [...(await disk.listAll(`${checked(key)}/`)).objects])) ?? [];
  return {
    putFile: (key, bytes) => reportingFailure(() => disk.put(checked(key), bytes)),
    getFile: (key) => nullIfMissing(async () => Buffer.from(await disk.getBytes(checked(key)))),
    readStream: (key) =>
      nullIfMissing(async () => {
        // Asked first: a stream would report a missing file only after the answer has begun.
        if (!(await disk.exists(checked(key)))) return null;
        return disk.getStream(key);
      }),
    removeFile: (key) => reportingFailure(() => disk.delete(checked(key))),
    listFolder: async (key) => (await listed(key)).filter((entry) => entry.isDirectory).map(({ name }) => name),
    changedAt: async (key) => {
      const written = await reportingFailure(async () =>
        Promise.all((await listed(key)).filter((entry) => entry.isFile).map((file) => file.getMetaData())),
      );
      return written.map(({ lastModified }) => lastModified).sort((one, other) => Number(other) - Number(one))[0] ?? null;
    },
    removeFolder: async (key) => void (await nullIfMissing(async () => disk.deleteAll(`${checked(key)}/`).then(() => null))),
  };
}

function checked(key: string): string {
  if (key.length > 200 || !keyPattern.test(key)) throw new TypeError("This is not a key of a file.");
  return key;
}

async function nullIfMissing<T>(read: () => Promise<T | null>): Promise<T | null> {
  try {
    return await reportingFailure(read);
  } catch (error) {
    if (error instanceof StorageFailed && isMissing(codeOf(error.cause))) return null;
    throw error;
  }
}

async function reportingFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TypeError) throw error;
    const code = codeOf(error);
    if (code === "ENOSPC" || code === "EDQUOT") throw new StorageFull(code, { cause: error });
    throw new StorageFailed(code, { cause: error });
  }
}

/** The operating system's code; flydrive wraps the error that carries it. */
function codeOf(error: unknown): string {
  const { cause, code } = error as { cause?: { code?: unknown }; code?: unknown };
  return String(cause?.code ?? code ?? "unknown");
}

function isMissing(code: string): boolean {
  return code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR" || code === "NoSuchKey" || code === "NotFound";
}
