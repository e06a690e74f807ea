import { randomUUID } from "node:crypto";

import { now } from "../clock";
import { prisma, type Tx } from "../db.server";
import { files } from "../files.server";
import { checkAndResizePicture, type ResizedPicture } from "./resizing.server";

/** A picture as screens need it. */
export interface StoredPicture {
  id: string;
  width: number;
  height: number;
  /** #rrggbb, or "" for a picture that one can see through. */
  placeholder: string;
  widths: number[];
}

/** A picture whose files are on the disk, and which exists once its row is committed. */
export type PlacedPicture = StoredPicture & { readonly isPlaced: true };

const select = { id: true, width: true, height: true, placeholder: true, widths: true } as const;

export function pictureKey(id: string, width: number, format: "webp" | "avif"): string {
  return `pictures/${id}/${width}.${format}`;
}

/**
 * Checks and resizes a picture (unless that is done) and writes its files. Takes a second or two, so it
 * comes before the transaction that stores the row. Files without a row are all that a crash in between
 * can leave: they cost space, and nobody sees them, since their random id was told to nobody.
 * @throws PictureRefused, StorageFull, StorageFailed
 */
export async function placePicture(picture: Buffer | ResizedPicture): Promise<PlacedPicture> {
  const resized = Buffer.isBuffer(picture) ? await checkAndResizePicture(picture) : picture;
  const id = randomUUID();
  try {
    for (const { width, format, bytes } of resized.renditions) await files().putFile(pictureKey(id, width, format), bytes);
  } catch (error) {
    await removeFiles(id, resized.widths).catch(() => {});
    throw error;
  }
  const { width, height, placeholder, widths } = resized;
  return { id, width, height, placeholder, widths: [...widths], isPlaced: true };
}

/** Stores the row of a placed picture, in the caller's transaction. `createdById` is null for the company's own. */
export async function storePicture(tx: Tx, placed: PlacedPicture, createdById: string | null): Promise<StoredPicture> {
  const { id, width, height, placeholder, widths } = placed;
  return tx.picture.create({
    data: { id, width, height, placeholder, widths, createdById, createdAt: now() },
    select,
  });
}

/** A stored picture, or null. One statement. */
export async function findPicture(id: string, db: Tx | typeof prisma = prisma): Promise<StoredPicture | null> {
  return db.picture.findUnique({ where: { id }, select });
}

/** Removes a picture's row in the caller's transaction; its files go afterwards with `removePictureFiles`. */
export async function forgetPicture(tx: Tx, id: string): Promise<StoredPicture | null> {
  const picture = await findPicture(id, tx);
  if (picture) await tx.picture.delete({ where: { id } });
  return picture;
}

/** Removes the files of a picture whose row is gone. Safe to run twice. */
export async function removePictureFiles({ id, widths }: Pick<StoredPicture, "id" | "widths">): Promise<void> {
  await removeFiles(id, widths);
}

async function removeFiles(id: string, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await files().removeFile(pictureKey(id, width, "webp"));
    await files().removeFile(pictureKey(id, width, "avif"));
  }
}
