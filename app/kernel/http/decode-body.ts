/** How far into a page its own word on its encoding is looked for (WHATWG HTML, "prescan a byte stream"). */
const prescanBytes = 1024;

/**
 * Text of an HTML page's bytes, in the order of the HTML standard: byte order mark, then the header's
 * charset, then the page's own meta, then UTF-8 if the bytes are valid, else windows-1252. Never throws;
 * bytes that make no sense become U+FFFD.
 */
export function decodeBody(body: Uint8Array, charset: string | null = null): string {
  const decoder = decoderFor(markOf(body)) ?? decoderFor(charset) ?? decoderFor(metaCharset(body)) ?? guess(body);
  return decoder.decode(body);
}

function markOf(body: Uint8Array): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return "utf-8";
  if (body[0] === 0xfe && body[1] === 0xff) return "utf-16be";
  if (body[0] === 0xff && body[1] === 0xfe) return "utf-16le";
  return null;
}

/** `<meta charset=…>` or the http-equiv form; a page that could be read this far is not UTF-16. */
function metaCharset(body: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(body.subarray(0, prescanBytes));
  const label = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(start)?.[1]?.toLowerCase() ?? null;
  return label?.startsWith("utf-16") ? "utf-8" : label;
}

function decoderFor(label: string | null): TextDecoder | null {
  if (!label) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

function guess(body: Uint8Array): TextDecoder {
  try {
    // Streaming, so that a character cut in half at the end does not count as invalid.
    new TextDecoder("utf-8", { fatal: true }).decode(body, { stream: true });
    return new TextDecoder("utf-8");
  } catch {
    return new TextDecoder("windows-1252");
  }
}
