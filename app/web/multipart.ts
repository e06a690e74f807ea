/** What a part of multipart/form-data says about itself. None of it is to be trusted. */
export interface PartHead {
  name: string;
  /** null for a text field; "" when a file field was left empty. */
  fileName: string | null;
}

/** Takes a part's bytes as they come. */
export type PartSink = (bytes: Buffer) => void;

/** The body is not what its content type promised. */
export class MalformedMultipart extends Error {
  override name = "MalformedMultipart";
}

const maxHeadBytes = 8 * 1024;
const lineEnd = Buffer.from("\r\n");
const headEnd = Buffer.from("\r\n\r\n");

/** The boundary in a Content-Type header (RFC 2046, 5.1.1: 1 to 70 characters), or null. */
export function multipartBoundary(contentType: string): string | null {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return null;
  const [, quoted, bare] = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i.exec(contentType) ?? [];
  return quoted ?? bare ?? null;
}

/**
 * Reads multipart/form-data (RFC 7578) as it comes in and hands each part's bytes to the sink that
 * `openPart` gives for it. Holds no more than one chunk and one part's head, whatever is sent.
 * It exists because Remix's own reader fails on a semicolon in a file name, alters bytes around text that
 * looks like the boundary, and holds heads of any size.
 * @throws MalformedMultipart, and whatever the body or `openPart` throws.
 */
export async function readMultipart(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  openPart: (head: PartHead) => PartSink,
): Promise<void> {
  const reader = new MultipartReader(boundary, openPart);
  for await (const chunk of body) reader.take(chunk);
  reader.end();
}

class MultipartReader {
  readonly #delimiter: Buffer;
  /** What came and is not dealt with. The first delimiter has no line before it: with one in front, all are alike. */
  #held: Buffer = lineEnd;
  #step: () => boolean = this.#readBytes;
  #sink: PartSink = () => {};

  constructor(
    boundary: string,
    readonly openPart: (head: PartHead) => PartSink,
  ) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  take(chunk: Uint8Array): void {
    this.#held = Buffer.concat([this.#held, chunk]);
    while (this.#step());
  }

  end(): void {
    if (this.#step !== this.#ignore) throw new MalformedMultipart("unexpected end");
  }

  /** A part's bytes (or the preamble's) up to the next delimiter; keeps back what may be the start of one. */
  #readBytes(): boolean {
    const at = this.#held.indexOf(this.#delimiter);
    const end = at >= 0 ? at : Math.max(0, this.#held.length - this.#delimiter.length + 1);
    if (end > 0) this.#sink(this.#held.subarray(0, end));
    this.#held = this.#held.subarray(at >= 0 ? at + this.#delimiter.length : end);
    if (at >= 0) this.#step = this.#readDelimiterEnd;
    return at >= 0;
  }

  #readDelimiterEnd(): boolean {
    if (this.#held.length < 2) return false;
    const end = this.#held.toString("latin1", 0, 2);
    if (end !== "\r\n" && end !== "--") throw new MalformedMultipart("delimiter");
    this.#held = this.#held.subarray(2);
    this.#step = end === "--" ? this.#ignore : this.#readHead;
    return true;
  }

  #readHead(): boolean {
    const at = this.#held.indexOf(headEnd);
    if ((at < 0 ? this.#held.length : at) > maxHeadBytes) throw new MalformedMultipart("head too long");
    if (at < 0) return false;
    this.#sink = this.openPart(parseHead(this.#held.toString("utf8", 0, at)));
    this.#held = this.#held.subarray(at + headEnd.length);
    this.#step = this.#readBytes;
    return true;
  }

  /** What follows the last delimiter means nothing. */
  #ignore(): boolean {
    this.#held = this.#held.subarray(this.#held.length);
    return false;
  }
}

/** `Content-Disposition: form-data; name="…"; filename="…"`, escaped as browsers do (WHATWG HTML, 4.10.21.8). */
function parseHead(head: string): PartHead {
  const disposition = head.split("\r\n").find((line) => /^content-disposition\s*:/i.test(line));
  const [, parameters] = /^[^:]*:\s*form-data\s*((?:;.*)?)$/i.exec(disposition ?? "") ?? [];
  const found = new Map<string, string>();
  for (const [, key = "", quoted, bare] of (parameters ?? "").matchAll(/;\s*([\w*-]+)=(?:"([^"]*)"|([^\s;"]*))/g)) {
    const value = (quoted ?? bare ?? "").replace(/%(22|0D|0A)/gi, (escaped) => decodeURIComponent(escaped));
    if (!found.has(key.toLowerCase())) found.set(key.toLowerCase(), value);
  }
  const name = found.get("name");
  if (!name) throw new MalformedMultipart("no field name");
  return { name, fileName: found.get("filename") ?? null };
}
