import type { IncomingMessage } from "node:http";
import { PassThrough, Transform, pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";

import { FetchRefused } from "./fetch-refused";

export interface BodyLimits {
  /** Cap on the unpacked bytes; what travels may exceed it only by an archive's overhead. */
  readonly maxBytes: number;
  /** What to do beyond the cap: refuse (the default) or keep the beginning. */
  readonly beyond?: "refuse" | "cut" | undefined;
  /** Told of each unpacked chunk; true means that the rest is not needed. */
  readonly isEnough?: ((chunk: Buffer) => boolean) | undefined;
}

const packingOverhead = 64 * 1024;

/**
 * Reads a response's body, unpacked (gzip, deflate, br), never holding more than the cap. Both sides
 * are counted: an archive that unpacks to nothing for ever is stopped by what travelled.
 * @throws FetchRefused too-large, content-type (an encoding nobody asked for), unreachable (broken off).
 */
export async function readBody(response: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  const declared = Number(response.headers["content-length"]);
  if (limits.beyond !== "cut" && declared > limits.maxBytes + packingOverhead) throw new FetchRefused("too-large");

  const firstByte = await firstByteOf(response);
  if (firstByte === null) return Buffer.alloc(0);
  const unpacking = unpackerFor(response.headers["content-encoding"], firstByte);
  const counted = countTravelled(limits.maxBytes + packingOverhead);
  // Errors of any part end the last stream, where the loop below meets them.
  const body = pipeline(response, counted, unpacking, () => {});
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limits.maxBytes) {
        if (limits.beyond !== "cut") throw new FetchRefused("too-large");
        chunks.push(chunk.subarray(0, chunk.length - (size - limits.maxBytes)));
        break;
      }
      chunks.push(chunk);
      if (limits.isEnough?.(chunk)) break;
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function countTravelled(maxBytes: number): Transform {
  let travelled = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      travelled += chunk.length;
      if (travelled > maxBytes) done(new FetchRefused("too-large"));
      else done(null, chunk);
    },
  });
}

function unpackerFor(encodingHeader: string | undefined, firstByte: number): Transform {
  switch (encodingHeader?.trim().toLowerCase() ?? "identity") {
    case "":
    case "identity":
      return new PassThrough();
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      // "deflate" means zlib (RFC 9110, 8.4.1.2), but some servers send it bare: told apart by the method bits.
      return (firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      throw new FetchRefused("content-type");
  }
}

/** Looks at the first byte and puts it back; null for an empty body. @throws FetchRefused when it breaks off before. */
async function firstByteOf(response: IncomingMessage): Promise<number | null> {
  await new Promise<void>((resolve, reject) => {
    if (response.readableLength > 0 || response.readableEnded) return resolve();
    response.once("readable", resolve).once("end", resolve).once("error", reject).once("close", resolve);
  });
  const chunk = response.read() as Buffer | null;
  if (!chunk && !response.complete) throw new FetchRefused("unreachable");
  if (!chunk) return null;
  response.unshift(chunk);
  return chunk[0] ?? null;
}
