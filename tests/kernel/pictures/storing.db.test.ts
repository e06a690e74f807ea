import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { prisma, transaction } from "~/kernel/db.server";
import { env, setEnv } from "~/kernel/env.server";
import { createFiles, files, StorageFull } from "~/kernel/files.server";
import { DurableFsDriver } from "~/kernel/files/durable-fs-driver.server";
import { findPicture, forgetPicture, pictureKey, placePicture, removePictureFiles, storePicture } from "~/kernel/pictures/storing.server";
import { checkAndResizePicture } from "~/kernel/pictures/resizing.server";
import { useDatabase } from "../../support/database";
import { photo } from "../../support/pictures";

useDatabase();

let folder: string;
const before = env();
const held = globalThis as { __vouchFiles?: unknown };
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "vouch-storing-"));
  setEnv({ ...before, dataFolder: folder });
  held.__vouchFiles = undefined;
});
afterAll(async () => {
  setEnv(before);
  held.__vouchFiles = undefined;
  await rm(folder, { recursive: true, force: true });
});

const jpeg = () => photo(330, 220).jpeg().toBuffer();
describe("a picture", () => {
  it("exists with its row, and its files are there before", async () => {
    const placed = await placePicture(await jpeg());
    expect(await findPicture(placed.id)).toBeNull();
    expect(await files().getFile(pictureKey(placed.id, 330, "avif"))).not.toBeNull();

    const stored = await transaction((tx) => storePicture(tx, placed, null));
    expect(stored).toEqual({ id: placed.id, width: 330, height: 220, placeholder: placed.placeholder, widths: [320, 330] });
    expect(await findPicture(placed.id)).toEqual(stored);
  });

  it("that was resized already is not resized again", async () => {
    const resized = await checkAndResizePicture(await jpeg());
    const placed = await placePicture(resized);
    expect(await files().getFile(pictureKey(placed.id, 320, "webp"))).toEqual(resized.renditions[0]?.bytes);
  });

  it("does not exist when its transaction fails", async () => {
    const placed = await placePicture(await jpeg());
    const failing = transaction(async (tx) => {
      await storePicture(tx, placed, null);
      throw new Error("later step");
    });
    await expect(failing).rejects.toThrow("later step");
    expect(await findPicture(placed.id)).toBeNull();
  });

  it("is not stored when the disk fills up in the middle, and leaves nothing there", async () => {
    const driver = new DurableFsDriver(path.join(folder, "full"));
    const put = driver.put.bind(driver);
    const written: string[] = [];
    driver.put = async (key, contents) => {
      if (written.length === 2) throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
      written.push(key);
      await put(key, contents);
    };
    const whole = held.__vouchFiles;
    held.__vouchFiles = createFiles(driver);
    try {
      const rows = await prisma.picture.count();
      await expect(placePicture(await jpeg())).rejects.toThrow(StorageFull);
      expect(written).toHaveLength(2);
      for (const key of written) expect(await files().getFile(key)).toBeNull();
      expect(await prisma.picture.count()).toBe(rows);
    } finally {
      held.__vouchFiles = whole;
    }
  });

  it("goes with its row, then its files; twice does no harm", async () => {
    const placed = await placePicture(await jpeg());
    await transaction((tx) => storePicture(tx, placed, null));
    const forgotten = await transaction((tx) => forgetPicture(tx, placed.id));
    expect(forgotten?.id).toBe(placed.id);
    expect(await transaction((tx) => forgetPicture(tx, placed.id))).toBeNull();
    for (let twice = 0; twice < 2; twice++) await removePictureFiles(placed);
    expect(await files().getFile(pictureKey(placed.id, 320, "webp"))).toBeNull();
  });
});
