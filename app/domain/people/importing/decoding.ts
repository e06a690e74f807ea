import { isUtf8 } from "node:buffer";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** By its byte-order mark; without one UTF-8 where the bytes are, else what old spreadsheets write. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

const CHUNK = 64 * 1024;

/** The text in pieces, so that no second copy of the file is held. A byte-order mark is left out. */
export function* decodeInPieces(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let start = 0; start < bytes.length; start += CHUNK) yield decoder.decode(bytes.subarray(start, start + CHUNK), { stream: true });
  yield decoder.decode();
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** What parts the cells of the first line, outside of quotes; a comma where nothing does. */
export function detectDelimiter(text: string): string {
  const line = text.replace(/"[^"]*"/g, "").split(/\r\n|\n|\r/, 1)[0]!;
  const count = (sign: string) => line.split(sign).length;
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
