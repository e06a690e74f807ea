import { randomUUID } from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { createFiles, StorageFailed, StorageFull } from "~/kernel/files.server";
import { DurableFsDriver, type WritingFileSystem } from "~/kernel/files/durable-fs-driver.server";

let root: string;
beforeEach(async () => {
  root = path.join(await fs.mkdtemp(path.join(os.tmpdir(), "vouch-files-")), "files");
});
afterEach(() => fs.rm(path.dirname(root), { recursive: true, force: true }));

const filesWith = (fileSystem: Partial<WritingFileSystem> = {}) => createFiles(new DurableFsDriver(root, { ...fs, ...fileSystem }));
const failure = (code: string) => Object.assign(new Error(code), { code });
const everythingUnder = async (folder: string) =>
  (await fs.readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);

describe("a file", () => {
  it("is there once stored, whole and as a stream, and gone once removed", async () => {
    const files = filesWith();
    const key = `pictures/${randomUUID()}/320.webp`;
    await files.putFile(key, Buffer.from("bytes"));
    expect((await files.getFile(key))?.toString()).toBe("bytes");
    expect(await text((await files.readStream(key))!)).toBe("bytes");
    await files.removeFile(key);
    await files.removeFile(key);
    expect(await files.getFile(key)).toBeNull();
    expect(await files.readStream(key)).toBeNull();
  });

  it("that never was, and a folder, are null and no error", async () => {
    const files = filesWith();
    await files.putFile("a/b.webp", Buffer.from("x"));
    for (const key of ["nothing.webp", "no/such/folder.webp", "a"]) {
      expect(await files.getFile(key)).toBeNull();
      expect(await files.readStream(key)).toBeNull();
    }
  });

  it("is flushed, put in place at once, and its folders flushed, in this order", async () => {
    const steps: string[] = [];
    const open: WritingFileSystem["open"] = async (file, flags, mode) => {
      const handle = await fs.open(file, flags, mode);
      const name = String(file).endsWith(".tmp") ? "file" : path.relative(path.dirname(root), String(file)) || "above";
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        steps.push(`flush ${name}`);
        await sync();
      };
      return handle;
    };
    const rename: WritingFileSystem["rename"] = async (from, to) => {
      steps.push("rename");
      await fs.rename(from, to);
    };
    await filesWith({ open, rename }).putFile("a/b/c.webp", Buffer.from("x"));
    expect(steps).toEqual(["flush file", "rename", "flush files/a/b", "flush files/a", "flush files", "flush above"]);
  });

  it("is readable by nobody else on the machine", async () => {
    await filesWith().putFile("a/b.webp", Buffer.from("x"));
    expect((await fs.stat(path.join(root, "a/b.webp"))).mode & 0o077).toBe(0);
  });
});

describe("storage that fails", () => {
  /** A disk on which the n-th kind of step fails with a code. */
  const failingAt = (step: "writeFile" | "sync" | "rename" | "mkdir", code: string): Partial<WritingFileSystem> => {
    const fail = () => Promise.reject(failure(code));
    if (step === "rename" || step === "mkdir") return { [step]: fail };
    return {
      open: async (file, flags, mode) => {
        const handle = await fs.open(file, flags, mode);
        handle[step] = fail as never;
        return handle;
      },
    };
  };

  it.each(["writeFile", "sync", "rename", "mkdir"] as const)("full at %s: is reported, nothing is there, nothing is left over", async (step) => {
    await fs.mkdir(root, { recursive: true });
    await expect(filesWith(failingAt(step, "ENOSPC")).putFile("a/b.webp", Buffer.from("x"))).rejects.toThrow(StorageFull);
    expect(await filesWith().getFile("a/b.webp")).toBeNull();
    expect(await everythingUnder(root)).toEqual([]);
  });

  it("full leaves what was there before", async () => {
    await filesWith().putFile("a/b.webp", Buffer.from("old"));
    await expect(filesWith(failingAt("sync", "EDQUOT")).putFile("a/b.webp", Buffer.from("new"))).rejects.toThrow(StorageFull);
    expect((await filesWith().getFile("a/b.webp"))?.toString()).toBe("old");
  });

  it.each(["EIO", "EROFS", "EACCES"])("by %s is told apart, without a path in its message", async (code) => {
    const error = await filesWith(failingAt("writeFile", code)).putFile("a/b.webp", Buffer.from("x")).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StorageFailed);
    expect((error as Error).message).toBe(code);
  });
});

describe("a key", () => {
  const hostile = [
    "", "/", ".", "..", "../x", "a/../../x", "/etc/passwd", "a//b", "a/./b", "a\\..\\b", "..%2fx", "a/%2e%2e/b", "a\0b", "a b", "a.tmp/../b",
    "a.webp.tmp", ".hidden", "a/.hidden", "C:/x", "file:///etc/passwd", "a\n", "é", "A/B", "a/", "-rf", "x".repeat(300), "../../../../etc/passwd\0.webp",
  ];

  it.each(hostile)("%j is refused for every use", async (key) => {
    const files = filesWith();
    for (const use of [files.putFile(key, Buffer.from("x")), files.getFile(key), files.readStream(key), files.removeFile(key)]) {
      await expect(use).rejects.toThrow(TypeError);
    }
  });

  it("of any kind never reaches outside the folder", async () => {
    const files = filesWith();
    const outside = path.dirname(root);
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z./\\%]{1,20}$/), async (key) => {
        await files.putFile(key, Buffer.from("x")).catch(() => {});
        expect((await fs.readdir(outside)).filter((name) => name !== "files")).toEqual([]);
      }),
    );
  });
});
