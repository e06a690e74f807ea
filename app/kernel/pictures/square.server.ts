import sharp from "sharp";
import { checkAndResizePicture } from "./resizing.server";
import { placePicture, type PlacedPicture } from "./storing.server";

/** Photos of people and marks are shown small: one size, so that a screen needs nothing but the id. */
export const SQUARE = 320;

/**
 * Checks a picture like every other and places it as a square of 320 pixels: cut to its middle ("cover"),
 * or whole with see-through margins ("contain"). @throws PictureRefused, StorageFull, StorageFailed
 */
export async function placeSquare(picture: Buffer, fit: "cover" | "contain"): Promise<PlacedPicture> {
  const { renditions } = await checkAndResizePicture(picture);
  // What was checked and made anew, never what came.
  const largest = renditions.filter(({ format }) => format === "webp").reduce((best, each) => (each.width > best.width ? each : best));
  const square = await sharp(largest.bytes).resize(SQUARE, SQUARE, { fit, background: { r: 0, g: 0, b: 0, alpha: 0 } }).png().toBuffer();
  return placePicture(square);
}
