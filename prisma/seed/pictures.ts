/**
 * The demo's photographs, drawn: nothing is downloaded, nobody's rights are touched, and they are the
 * same every time. Scenes are SVG without text (fonts differ between machines), given light and grain.
 */
import sharp from "sharp";
import { HEIGHT, WIDTH, svg } from "./scenes/canvas";
import { crumb } from "./scenes/crumb";
import { dawn } from "./scenes/dawn";
import { loaves } from "./scenes/loaves";
import { mill } from "./scenes/mill";
import { oven } from "./scenes/oven";
import { shelves } from "./scenes/shelves";
import { table } from "./scenes/table";
import { wheat } from "./scenes/wheat";
import { seededRandom } from "./random";

const scenes = { mill, oven, loaves, screen: shelves, dawn, table, crumb, wheat } as const;

export type PictureKey = keyof typeof scenes;

export const pictureKeys = Object.keys(scenes) as PictureKey[];

/** A scene as a JPEG, 16 by 9. @param width in pixels; 1600 unless told */
export async function drawPicture(key: PictureKey, width = WIDTH): Promise<Buffer> {
  const height = Math.round((width * HEIGHT) / WIDTH);
  const drawn = sharp(Buffer.from(svg(scenes[key](seededRandom(`picture ${key}`)), width)));
  return drawn
    .composite([{ input: grain(key, width, height), raw: { width, height, channels: 4 }, blend: "overlay" }])
    .flatten({ background: "#d9b98c" })
    .jpeg({ quality: 90, chromaSubsampling: "4:4:4" })
    .toBuffer();
}

/** Film grain: grey noise around the middle, which "overlay" turns into a little lighter or darker. */
function grain(key: PictureKey, width: number, height: number): Buffer {
  const random = seededRandom(`grain ${key}`);
  const pixels = Buffer.alloc(width * height * 4);
  for (let at = 0; at < pixels.length; at += 4) {
    const grey = 128 + Math.round((random.next() + random.next() - 1) * 46);
    pixels[at] = pixels[at + 1] = pixels[at + 2] = grey;
    pixels[at + 3] = 70;
  }
  return pixels;
}
