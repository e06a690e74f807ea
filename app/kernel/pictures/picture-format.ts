export type PictureFormat = "jpeg" | "png" | "webp" | "gif" | "avif";

/**
 * The format of a picture by its first bytes; null for everything that is not read here. Names and
 * declared types are not asked. SVG (runs script, loads addresses), PDF and TIFF (decoders too large to
 * trust) are left out on purpose; HEIC because its decoder is patented and not in sharp's builds.
 */
export function pictureFormat(bytes: Buffer): PictureFormat | null {
  const text = (start: number, end: number) => bytes.toString("latin1", start, end);
  if (text(0, 3) === "\xff\xd8\xff") return "jpeg";
  if (text(0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "webp";
  if (text(0, 6) === "GIF87a" || text(0, 6) === "GIF89a") return "gif";
  if (text(4, 8) === "ftyp" && isAvif(bytes)) return "avif";
  return null;
}

/** ISO 14496-12, 4.3: the major brand, a version, then compatible brands to the end of the first box. */
function isAvif(bytes: Buffer): boolean {
  if (bytes.length < 16) return false;
  const end = Math.min(bytes.readUInt32BE(0), 128, bytes.length);
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at !== 12 && bytes.toString("latin1", at, at + 4) === "avif") return true;
  }
  return false;
}
