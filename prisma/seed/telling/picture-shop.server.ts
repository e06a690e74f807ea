import { placePicture, type PlacedPicture } from "~/kernel/pictures/storing.server";
import { drawPicture, type PictureKey } from "../pictures";

/** As wide as a card ever shows it on a common screen; twice as wide takes four times as long. */
const WIDTH = 960;

/**
 * Begins to draw and place the pictures, one after the other in this order, while the stories are
 * told: drawing takes as long as all the rest.
 * @returns a way to wait for one of them
 */
export function drawAll(keys: readonly PictureKey[]): (key: PictureKey) => Promise<PlacedPicture> {
  const placed = new Map<PictureKey, Promise<PlacedPicture>>();
  let drawing: Promise<unknown> = Promise.resolve();
  for (const key of keys) {
    const drawn = drawing.then(() => drawPicture(key, WIDTH));
    const placing = drawn.then(placePicture);
    // Whoever waits hears of a failure; until then it must not end the process.
    placing.catch(() => undefined);
    drawing = drawn.catch(() => undefined);
    placed.set(key, placing);
  }
  return (key) => placed.get(key)!;
}
