import { env } from "~/kernel/env.server";
import { publicInternetOnly, type FetchPolicy } from "~/kernel/http/destination.server";
import { FetchRefused } from "~/kernel/http/fetch-refused";
import { guardedFetch } from "~/kernel/http/guarded-fetch.server";
import { now, SECOND } from "~/kernel/clock";
import type { JsonObject } from "~/kernel/json";

/** What a network said: it has it, it will not have it, or ask again. `word` names the sentence for people. */
export interface Sent {
  outcome: "sent" | "refused" | "later";
  word: string;
  status: number | null;
  /** Seconds that the network asked to wait; null where it named none. */
  waitSeconds: number | null;
}

const TIMEOUT_MS = 8_000;
const LONGEST_WAIT_SECONDS = 6 * 3600;

/** Addresses inside are for who runs the server to allow, never for who types one in. */
function policy(): FetchPolicy {
  return { ...publicInternetOnly, allowed: new Set(env().chatInside) };
}

/** Whether an address may be kept at all: https, or one inside that is allowed. */
export function isChatAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username || url.password || url.pathname.length < 4) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && env().chatInside.includes(`${url.hostname}:${url.port || "80"}`));
}

/** Posts once. Never throws for what the other side does, follows no redirect, and logs no address. */
export async function sendToChat(address: string, message: JsonObject): Promise<Sent> {
  try {
    const response = await guardedFetch(address, {
      post: { body: JSON.stringify(message), contentType: "application/json; charset=utf-8" }, anyStatus: true, timeoutMs: TIMEOUT_MS, maxBytes: 16 * 1024, policy: policy(),
    });
    return judge(response.status, response.body.toString("utf8"), response.retryAfter);
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    const isFinal = ["malformed", "address", "scheme", "port", "redirects"].includes(error.reason);
    return { outcome: isFinal ? "refused" : "later", word: isFinal ? error.reason : error.reason === "timeout" ? "timeout" : "unreachable", status: error.status ?? null, waitSeconds: null };
  }
}

function judge(status: number, body: string, retryAfter: string | null): Sent {
  const said = (outcome: Sent["outcome"], word: string): Sent => ({ outcome, word, status, waitSeconds: readRetryAfter(retryAfter) });
  // Teams' older connectors answer 200 and tell the failure in words.
  if (status >= 200 && status < 300) return /webhook message delivery failed/i.test(body) ? said("later", "busy") : said("sent", "sent");
  if (status === 429) return said("later", "busy");
  if (status >= 500 || status === 408) return said("later", "broken");
  if (status === 404 || status === 410) return said("refused", "gone");
  if (status === 401 || status === 403) return said("refused", "forbidden");
  if (status === 413) return said("refused", "too-large");
  return said("refused", "refused");
}

/** Seconds or an HTTP date; nonsense counts as none. */
export function readRetryAfter(header: string | null): number | null {
  if (!header) return null;
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now().getTime()) / SECOND);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), LONGEST_WAIT_SECONDS) : null;
}
