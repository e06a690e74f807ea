import sharp, { type Sharp } from "sharp";

import { pictureFormat, type PictureFormat } from "./picture-format";
import { PictureRefused } from "./picture-refused";
import { oneAtATime } from "./one-at-a-time";

export interface PictureLimits {
  /** Bytes of the file as it came. */
  readonly maxBytes: number;
  /** Pixels after unpacking, before resizing. */
  readonly maxPixels: number;
}

export interface Rendition {
  readonly format: "webp" | "avif";
  readonly width: number;
  readonly bytes: Buffer;
}

/** A picture made anew from pixels: nothing of the file that came is left but what is seen. */
export interface ResizedPicture {
  /** Of the largest rendition, in pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** Average colour as #rrggbb to show while loading; "" for pictures that one can see through. */
  readonly placeholder: string;
  /** Ascending. Each exists as WebP and as AVIF. */
  readonly widths: readonly number[];
  readonly renditions: readonly Rendition[];
}

const standardWidths = [320, 640, 960, 1280];
const defaultLimits: PictureLimits = { maxBytes: 10 * 1024 * 1024, maxPixels: 50_000_000 };
/** No side longer than this: a strip of 1 × 50,000,000 has few pixels and no use. */
const maxSide = 12_000;
/** Larger renditions of very tall pictures are left out; encoding them takes minutes. */
const maxRenditionPixels = 4_000_000;
const decodeSeconds = 20;

/** AVIF at effort 2 takes 0.25 s for 1280 × 850 on one core; effort 4 takes 2.7 s for 10 % fewer bytes. */
const avif = { quality: 50, effort: 2 };
const webp = { quality: 78, effort: 3 };

// One thread per picture and one picture at a time: requests go on being answered meanwhile.
sharp.concurrency(1);
sharp.cache(false);
const inTurn = oneAtATime();

/**
 * Checks a picture by its content and makes the renditions that are stored. It is always encoded anew,
 * so that places, cameras, names (EXIF, XMP, IPTC) and whatever was hidden behind or inside are gone;
 * orientation is applied first. Of animations the first frame stays.
 * Takes 0.3 to 2 s of one core, so it is called outside any transaction.
 * @throws PictureRefused
 */
export async function checkAndResizePicture(bytes: Buffer, limits: Partial<PictureLimits> = {}): Promise<ResizedPicture> {
  const { maxBytes, maxPixels } = { ...defaultLimits, ...limits };
  if (bytes.length > maxBytes) throw new PictureRefused("too-large");
  const format = pictureFormat(bytes);
  if (!format) throw new PictureRefused("type");
  return inTurn(async () => {
    try {
      await checkHeader(bytes, format, maxPixels);
      return await resize(bytes, maxPixels);
    } catch (error) {
      // The decoder's own messages are about bytes, not for people.
      throw error instanceof PictureRefused ? error : new PictureRefused("broken");
    }
  });
}

/** Reads what the header promises before a single pixel is unpacked. */
async function checkHeader(bytes: Buffer, format: PictureFormat, maxPixels: number): Promise<void> {
  const header = await sharp(bytes, { limitInputPixels: false }).metadata();
  const decoder = header.format === "heif" && header.compression === "av1" ? "avif" : header.format;
  if (decoder !== format) throw new PictureRefused("broken");
  if (header.width > maxSide || header.height > maxSide || header.width * header.height > maxPixels) {
    throw new PictureRefused("too-many-pixels");
  }
}

async function resize(bytes: Buffer, maxPixels: number): Promise<ResizedPicture> {
  const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: "error", sequentialRead: true })
    .timeout({ seconds: decodeSeconds })
    .autoOrient()
    .resize({ width: standardWidths.at(-1), withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width: fullWidth, height: fullHeight, channels } = info;
  const pixels = () => sharp(data, { raw: { width: fullWidth, height: fullHeight, channels } });

  const { isOpaque } = await pixels().stats();
  const widths = chooseWidths(fullWidth, fullHeight);
  const renditions: Rendition[] = [];
  for (const width of widths) {
    const resized: Sharp = (isOpaque ? pixels().removeAlpha() : pixels()).resize({ width });
    renditions.push({ format: "webp", width, bytes: await resized.clone().webp(webp).toBuffer() });
    renditions.push({ format: "avif", width, bytes: await resized.clone().avif(avif).toBuffer() });
  }
  const width = widths.at(-1) ?? fullWidth;
  return {
    width,
    height: Math.max(1, Math.round((fullHeight * width) / fullWidth)),
    placeholder: isOpaque ? await averageColour(pixels()) : "",
    widths,
    renditions,
  };
}

/** The standard widths below the picture's own, and its own: never larger than it came. */
function chooseWidths(fullWidth: number, fullHeight: number): number[] {
  const widths = [...standardWidths.filter((width) => width < fullWidth), fullWidth];
  return widths.filter((width, index) => index === 0 || width * ((fullHeight * width) / fullWidth) <= maxRenditionPixels);
}

async function averageColour(picture: Sharp): Promise<string> {
  const pixel = await picture.removeAlpha().resize(1, 1, { fit: "fill" }).raw().toBuffer();
  return `#${pixel.subarray(0, 3).toString("hex")}`;
}
