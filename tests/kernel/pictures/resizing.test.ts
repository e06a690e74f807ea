import { deflateSync } from "node:zlib";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";

import { PictureRefused } from "~/kernel/pictures/picture-refused";
import { checkAndResizePicture, type PictureLimits } from "~/kernel/pictures/resizing.server";
import { photo, pngChunk, pngPromising } from "../../support/pictures";

/** The reason of the refusal, or "taken". Anything that is thrown and no refusal fails the test. */
async function outcome(bytes: Buffer, limits?: Partial<PictureLimits>): Promise<string> {
  try {
    await checkAndResizePicture(bytes, limits);
    return "taken";
  } catch (error) {
    expect(error).toBeInstanceOf(PictureRefused);
    return (error as PictureRefused).reason;
  }
}

const small = () => photo(60, 40);

describe("a picture", () => {
  it.each([
    ["JPEG", () => photo(400, 300).jpeg().toBuffer()],
    ["PNG", () => photo(400, 300).png().toBuffer()],
    ["16-bit PNG", () => photo(400, 300).toColourspace("rgb16").png().toBuffer()],
    ["PNG with a palette", () => photo(400, 300).png({ palette: true }).toBuffer()],
    ["grey JPEG", () => photo(400, 300).greyscale().jpeg().toBuffer()],
    ["CMYK JPEG", () => photo(400, 300).toColourspace("cmyk").jpeg().toBuffer()],
    ["progressive JPEG", () => photo(400, 300).jpeg({ progressive: true }).toBuffer()],
    ["WebP", () => photo(400, 300).webp().toBuffer()],
    ["AVIF", () => photo(400, 300).avif({ effort: 0 }).toBuffer()],
    ["GIF", () => photo(400, 300).gif({ effort: 1 }).toBuffer()],
  ])("as %s becomes WebP and AVIF in every width up to its own", async (_format, make) => {
    const picture = await checkAndResizePicture(await make());
    expect(picture).toMatchObject({ width: 400, height: 300, widths: [320, 400] });
    expect(picture.placeholder).toMatch(/^#[0-9a-f]{6}$/);
    expect(picture.renditions.map(({ width, format }) => `${width}.${format}`)).toEqual([
      "320.webp", "320.avif", "400.webp", "400.avif",
    ]);
    for (const { width, format, bytes } of picture.renditions) {
      const made = await sharp(bytes).metadata();
      expect(made).toMatchObject({ format: format === "avif" ? "heif" : "webp", width, height: (300 * width) / 400 });
    }
  });

  it.each([
    [2_000, 1_000, [320, 640, 960, 1280], 1280, 640],
    [1_280, 100, [320, 640, 960, 1280], 1280, 100],
    [320, 200, [320], 320, 200],
    [10, 10, [10], 10, 10],
    [1, 1, [1], 1, 1],
  ])("of %i × %i is never made larger", async (width, height, widths, widest, tallest) => {
    const picture = await checkAndResizePicture(await photo(width, height).png().toBuffer());
    expect(picture).toMatchObject({ widths, width: widest, height: tallest });
  });

  it("that is very tall keeps the widths that are still quick to make", async () => {
    const picture = await checkAndResizePicture(await photo(700, 9_000).jpeg().toBuffer());
    expect(picture).toMatchObject({ widths: [320], width: 320, height: 4114 });
  });

  it("is turned upright and loses where, when and by whom it was taken", async () => {
    const bytes = await photo(400, 200)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Copyright: "Secret Name" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "45/1 28/1 0/1" } })
      .withXmp('<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Secret Name</a></x:xmpmeta><?xpacket end="w"?>')
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    expect(bytes.includes("Secret Name")).toBe(true);
    const picture = await checkAndResizePicture(bytes);
    expect(picture).toMatchObject({ width: 200, height: 400 });
    for (const rendition of picture.renditions) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(rendition.bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation: orientation ?? 1 }).toEqual({ orientation: 1 });
      expect(rendition.bytes.includes("Secret")).toBe(false);
    }
  });

  it("that one can see through stays so, and has no colour in front of what is behind it", async () => {
    const picture = await checkAndResizePicture(await photo(100, 50, { alpha: true }).png().toBuffer());
    expect(picture.placeholder).toBe("");
    for (const { bytes } of picture.renditions) expect((await sharp(bytes).metadata()).hasAlpha).toBe(true);
  });

  it("that moves becomes its first frame", async () => {
    const frames = await Promise.all(Array.from({ length: 40 }, (_, seed) => photo(30, 20, { seed }).png().toBuffer()));
    for (const make of ["gif", "webp"] as const) {
      const moving = await sharp(frames, { join: { animated: true } })[make]().toBuffer();
      expect((await sharp(moving).metadata()).pages).toBeGreaterThan(10);
      const picture = await checkAndResizePicture(moving);
      expect(picture).toMatchObject({ width: 30, height: 20 });
      for (const { bytes } of picture.renditions) expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
    }
  });
});

describe("by its content no picture that is read here", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script><image href="file:///etc/passwd"/></svg>';

  it.each([
    ["nothing", ""],
    ["text", "hello"],
    ["SVG", svg],
    ["SVG with a declaration", `<?xml version="1.0"?>\n<!DOCTYPE svg>${svg}`],
    ["SVG behind a byte order mark", `\ufeff${svg}`],
    ["PDF", "%PDF-1.7\n1 0 obj<<>>endobj"],
    ["PostScript", "%!PS-Adobe-3.0\n(/etc/passwd) run"],
    ["HTML", "<html><script>alert(1)</script>"],
    ["ImageMagick's language", "push graphic-context\nimage over 0,0 0,0 'https://169.254.169.254/'\npop graphic-context"],
    ["PPM", "P6 1 1 255\n\0\0\0"],
    ["a TIFF's beginning", "II*\0"],
    ["JPEG XL", "\xff\x0a"],
    ["a ZIP", "PK\x03\x04"],
    ["HEIC", "\0\0\0\x18ftypheic\0\0\0\0mif1heic"],
    ["MP4", "\0\0\0\x18ftypisom\0\0\x02\0isomiso2"],
    ["RIFF, but sound", "RIFF\x24\0\0\0WAVEfmt "],
  ])("%s is refused", async (_what, text) => {
    expect(await outcome(Buffer.from(text, text.startsWith("\ufeff") ? "utf8" : "latin1"))).toBe("type");
  });

  it("TIFF is refused though the decoder could", async () => {
    expect(await outcome(await small().tiff().toBuffer())).toBe("type");
  });
});

describe("broken", () => {
  it.each(["jpeg", "png", "webp", "avif", "gif"] as const)("%s that ends early is refused, wherever it ends", async (format) => {
    const whole = await photo(200, 150)[format]({ effort: format === "jpeg" ? undefined : 1 } as never).toBuffer();
    for (const share of [0.02, 0.3, 0.6, 0.9]) {
      expect(await outcome(whole.subarray(0, Math.max(16, Math.floor(whole.length * share))))).toBe("broken");
    }
  });

  it.each([
    ["JPEG", "\xff\xd8\xff\xe0"], ["PNG", "\x89PNG\r\n\x1a\n"], ["WebP", "RIFF\xff\xff\xff\xffWEBPVP8 "], ["GIF", "GIF89a\xff\xff\xff\xff"],
    ["AVIF", "\0\0\0\x1cftypavif\0\0\0\0mif1avifmiaf"],
  ])("%s by its first bytes only is refused", async (_format, start) => {
    expect(await outcome(Buffer.concat([Buffer.from(start, "latin1"), Buffer.alloc(200, "<svg>")]))).toBe("broken");
  });

  it("by chance anywhere is refused or taken, and never brings the program down", async () => {
    const whole = await small().jpeg().toBuffer();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), async (at, noise) => {
        const damaged = Buffer.from(whole);
        damaged.set(noise.subarray(0, whole.length - at), at);
        expect(["taken", "type", "broken", "too-many-pixels"]).toContain(await outcome(damaged));
      }),
      { numRuns: 40 },
    );
  });
});

describe("two things at once", () => {
  const payload = Buffer.from("<?php system($_GET[0]); ?><script>alert(document.domain)</script><svg onload=alert(1)>PK\x05\x06", "latin1");

  it.each([
    ["behind the end", async () => Buffer.concat([await small().jpeg().toBuffer(), payload])],
    ["behind a PNG's end", async () => Buffer.concat([await small().png().toBuffer(), payload])],
    ["in a PNG's text", async () => withChunk(await small().png().toBuffer(), pngChunk("tEXt", Buffer.concat([Buffer.from("Comment\0"), payload])))],
    ["in a JPEG's comment", async () => withComment(await small().jpeg().toBuffer(), payload)],
    ["behind a GIF's end (GIFAR)", async () => Buffer.concat([await small().gif({ effort: 1 }).toBuffer(), payload])],
    ["in EXIF", () => small().withExif({ IFD0: { ImageDescription: payload.toString("latin1") } }).jpeg().toBuffer()],
  ])("what hides %s does not survive", async (_where, make) => {
    const bytes = await make();
    expect(bytes.includes("alert(")).toBe(true);
    const { renditions } = await checkAndResizePicture(bytes);
    for (const rendition of renditions) {
      for (const trace of ["<?php", "<script", "alert(", "onload", "PK\x05\x06"]) expect(rendition.bytes.includes(trace)).toBe(false);
    }
  });

  const withChunk = (png: Buffer, chunk: Buffer) => Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
  const withComment = (jpeg: Buffer, text: Buffer) =>
    Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, text.length + 2]), text, jpeg.subarray(2)]);
});

describe("bombs", () => {
  it("more bytes than allowed are refused unread", async () => {
    expect(await outcome(Buffer.concat([await small().png().toBuffer(), Buffer.alloc(1_000)]), { maxBytes: 1_000 })).toBe("too-large");
    expect(await outcome(Buffer.alloc(10 * 1024 * 1024 + 1))).toBe("too-large");
  });

  it.each([
    [50_000, 50_000], [12_001, 1], [1, 12_001], [0x7fffffff, 0x7fffffff], [10_000, 6_000], [1_000_000, 1_000_000],
  ])("a PNG of a few bytes that promises %i × %i is refused before it is unpacked", async (width, height) => {
    const memory = process.memoryUsage().rss;
    // libpng itself calls a million a side broken.
    expect(["too-many-pixels", "broken"]).toContain(await outcome(pngPromising(width, height, Buffer.alloc(1_000))));
    expect(process.memoryUsage().rss - memory).toBeLessThan(100 * 1024 * 1024);
  });

  it("the limit of pixels is exact", async () => {
    const bytes = await small().png().toBuffer();
    expect(await outcome(bytes, { maxPixels: 2_400 })).toBe("taken");
    expect(await outcome(bytes, { maxPixels: 2_399 })).toBe("too-many-pixels");
  });

  it("a JPEG whose header was rewritten to be huge is refused", async () => {
    const bytes = await small().jpeg().toBuffer();
    bytes.set([0xea, 0x60, 0xea, 0x60], bytes.indexOf(Buffer.from([0xff, 0xc0])) + 5);
    expect(await outcome(bytes)).toBe("too-many-pixels");
  });

  it("a GIF whose screen and frame were rewritten to be huge is refused", async () => {
    const bytes = await small().gif({ effort: 1 }).toBuffer();
    const afterColours = 13 + 3 * 2 ** ((bytes[10]! & 7) + 1);
    const huge = [0x60, 0xea, 0x60, 0xea];
    bytes.set(huge, 6);
    bytes.set(huge, bytes.indexOf(0x2c, afterColours) + 5);
    expect(await outcome(bytes)).toBe("too-many-pixels");
  });

  it("text of a PNG that unpacks to gigabytes is not unpacked", async () => {
    const png = await small().png().toBuffer();
    const bomb = pngChunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0", "latin1"), deflateSync(Buffer.alloc(200 * 1024 * 1024))]));
    const memory = process.memoryUsage().rss;
    expect(["taken", "broken"]).toContain(await outcome(Buffer.concat([png.subarray(0, 33), bomb, png.subarray(33)])));
    expect(process.memoryUsage().rss - memory).toBeLessThan(100 * 1024 * 1024);
  });

  it("one bad picture does not hold up the next", async () => {
    const good = await small().jpeg().toBuffer();
    const outcomes = await Promise.all([good, good.subarray(0, 300), Buffer.from("x"), good].map((bytes) => outcome(bytes)));
    expect(outcomes).toEqual(["taken", "broken", "type", "taken"]);
  });
});
