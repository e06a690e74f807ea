import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";

import { parseContentType } from "./content-type";
import { findDestination, publicInternetOnly, type Destination, type FetchPolicy } from "./destination.server";
import { FetchRefused } from "./fetch-refused";
import { readBody, type BodyLimits } from "./read-body.server";

export interface GuardedFetchOptions extends Partial<BodyLimits> {
  /** Milliseconds for everything: names, connections, all redirects, headers, body. Default 8,000. */
  readonly timeoutMs?: number;
  /** Redirects followed, each checked like the first address. Default 5. */
  readonly maxRedirects?: number;
  /** Media types taken, like "text/html" or "image/*"; an answer of another type is refused. Default all. */
  readonly accept?: readonly string[];
  /** Sent to the first address's origin only; a redirect elsewhere goes without them. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly policy?: FetchPolicy;
  /** POSTs this instead of asking; redirects are then not followed, whatever `maxRedirects` says. */
  readonly post?: { readonly body: string; readonly contentType: string };
  /** Takes answers of every status, and not successes alone. */
  readonly anyStatus?: boolean;
}

export interface GuardedResponse {
  /** Where the answer came from, after redirects. */
  readonly url: string;
  readonly status: number;
  /** Media type in lower case; "" when the answer names none. */
  readonly contentType: string;
  /** As the header names it, in lower case; null without one. */
  readonly charset: string | null;
  /** The header of this name as it came; null without one. */
  readonly retryAfter: string | null;
  readonly body: Buffer;
}

const maxHeaderBytes = 16 * 1024;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/**
 * Asks an address that somebody typed (or posts to it), without ever connecting to a place inside. A name is resolved
 * once and the connection is pinned to the addresses that were checked, so a name server that changes
 * its mind is not asked again. No cookies, no proxy, no connection kept, certificates always checked.
 * @throws FetchRefused with the reason; nothing else.
 */
export async function guardedFetch(address: string, options: GuardedFetchOptions = {}): Promise<GuardedResponse> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), options.timeoutMs ?? 8_000);
  try {
    return await untilAborted(deadline.signal, follow(address, options, deadline.signal));
  } catch (error) {
    if (deadline.signal.aborted) throw new FetchRefused("timeout");
    throw error instanceof FetchRefused ? error : new FetchRefused(reasonOf(error));
  } finally {
    clearTimeout(timer);
    deadline.abort();
  }
}

async function follow(address: string, options: GuardedFetchOptions, signal: AbortSignal): Promise<GuardedResponse> {
  const policy = options.policy ?? publicInternetOnly;
  let destination = await findDestination(address, policy);
  const { origin } = destination.url;
  for (let hops = 0; ; hops++) {
    signal.throwIfAborted();
    const headers = destination.url.origin === origin ? options.headers : undefined;
    const response = await request(destination, { ...headers, accept: acceptHeader(options) }, signal, options.post);
    const status = response.statusCode ?? 0;
    if (!redirectStatuses.has(status)) return await take(response, destination.url, options);

    response.destroy();
    // Header bytes arrive as latin1, while addresses with letters beyond ASCII are sent as UTF-8.
    const location = Buffer.from(response.headers.location ?? "", "latin1").toString("utf8");
    if (options.post || hops >= (options.maxRedirects ?? 5) || !location || !URL.canParse(location, destination.url.href)) {
      throw new FetchRefused("redirects");
    }
    destination = await findDestination(new URL(location, destination.url.href), policy);
  }
}

/** Reads an answer that is no redirect. */
async function take(response: http.IncomingMessage, url: URL, options: GuardedFetchOptions): Promise<GuardedResponse> {
  try {
    const status = response.statusCode ?? 0;
    if (!options.anyStatus && (status < 200 || status > 299)) throw new FetchRefused("status", status);
    const { mediaType, charset } = parseContentType(response.headers["content-type"]);
    if (options.accept && !options.accept.some((pattern) => isOfType(mediaType, pattern))) {
      throw new FetchRefused("content-type");
    }
    const { maxBytes = 1024 * 1024, beyond, isEnough } = options;
    const body = await readBody(response, { maxBytes, beyond, isEnough });
    return { url: url.href, status, contentType: mediaType, charset, retryAfter: response.headers["retry-after"] ?? null, body };
  } finally {
    response.destroy();
  }
}

/** One request to a checked destination; resolves when the headers are there. */
function request(destination: Destination, headers: http.OutgoingHttpHeaders, signal: AbortSignal, post: GuardedFetchOptions["post"]) {
  const { url, addresses } = destination;
  const client = url.protocol === "https:" ? https : http;
  return new Promise<http.IncomingMessage>((resolve, reject) => {
    client
      .request(url, {
        method: post ? "POST" : "GET",
        // An agent of its own: no connection is kept, and none of Node's proxy settings apply.
        agent: new client.Agent({ keepAlive: false, maxCachedSessions: 0 }),
        lookup: answerWith(addresses),
        maxHeaderSize: maxHeaderBytes,
        insecureHTTPParser: false,
        rejectUnauthorized: true,
        signal,
        headers: {
          "user-agent": post ? "Vouch" : "Vouch (link preview)",
          "accept-encoding": "gzip, deflate, br",
          ...headers,
          ...(post && { "content-type": post.contentType, "content-length": Buffer.byteLength(post.body) }),
        },
      })
      .on("response", resolve)
      .on("upgrade", (_response, socket) => {
        socket.destroy();
        reject(new FetchRefused("unreachable"));
      })
      .on("error", reject)
      .end(post?.body);
  });
}

/** A name lookup that gives what was checked before, whatever the name says by now. */
function answerWith(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  return (_hostname, { all }, done) => {
    const [first] = known;
    if (all) done(null, known);
    else if (first) done(null, first.address, first.family);
  };
}

function acceptHeader({ accept }: GuardedFetchOptions): string {
  return accept ? accept.join(", ") : "*/*";
}

function isOfType(mediaType: string, pattern: string): boolean {
  return pattern.endsWith("/*") ? mediaType.startsWith(pattern.slice(0, -1)) : mediaType === pattern;
}

/** A name lookup can't be called off, so the deadline also ends the waiting for it. */
function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new FetchRefused("timeout")), { once: true });
  });
  return Promise.race([work, aborted]);
}

function reasonOf(error: unknown): "tls" | "too-large" | "unreachable" {
  const code = String((error as { code?: unknown } | null)?.code ?? "");
  if (code === "HPE_HEADER_OVERFLOW") return "too-large";
  return /CERT|SELF_SIGNED|TLS|SSL|EPROTO|UNABLE_TO_|HOSTNAME_MISMATCH/.test(code) ? "tls" : "unreachable";
}
