import type { IncomingMessage, ServerResponse } from "node:http";
import { startStandIn } from "./stand-in";

export interface ReceivedMail {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
}

/** What goes wrong with the next request, instead of an answer or after it was taken. */
export type Fault =
  | { fault: "rate-limited"; retryAfter: string }
  | { fault: "quota" }
  | { fault: "server-error" }
  | { fault: "dropped" }
  | { fault: "accepted-then-dropped" }
  | { fault: "accepted-then-cut" };

const KEY = "re_test_key";
const ADDRESS = /^[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+$/;

/**
 * Plays api.resend.com as its documentation describes it: bearer, at most 100 mails in a batch, strict
 * and permissive validation, keys that remember the answer and refuse other mails, two requests a
 * second. Stricter in one thing: a request without an idempotency key is refused.
 */
export async function startResend({ requestsPerSecond = Infinity } = {}) {
  const delivered: ReceivedMail[] = [];
  const keys: string[] = [];
  const faults: Fault[] = [];
  const remembered = new Map<string, { body: string; answer: string }>();
  const arrivals: number[] = [];

  const standIn = await startStandIn((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = await readBody(request);
    const refuse = (status: number, name: string, headers = {}) =>
      response.writeHead(status, { "content-type": "application/json", ...headers })
        .end(JSON.stringify({ statusCode: status, name, message: `${name} at ${request.url}` }));

    if (request.method !== "POST" || request.url !== "/emails/batch") return refuse(404, "not_found");
    if (!request.headers.authorization) return refuse(401, "missing_api_key");
    if (request.headers.authorization !== `Bearer ${KEY}`) return refuse(403, "invalid_api_key");
    const at = performance.now();
    if (arrivals.filter((earlier) => at - earlier < 1000).length >= requestsPerSecond) {
      return refuse(429, "rate_limit_exceeded", { "retry-after": "1" });
    }
    arrivals.push(at);
    const key = request.headers["idempotency-key"];
    if (typeof key !== "string" || key.length < 1 || key.length > 256) return refuse(400, "invalid_idempotency_key");
    keys.push(key);

    const fault = faults.shift();
    if (fault?.fault === "rate-limited") return refuse(429, "rate_limit_exceeded", { "retry-after": fault.retryAfter });
    if (fault?.fault === "quota") return refuse(429, "daily_quota_exceeded");
    if (fault?.fault === "server-error") return refuse(500, "internal_server_error");
    if (fault?.fault === "dropped") return request.socket.destroy();

    const known = remembered.get(key);
    if (known && known.body !== body) return refuse(409, "invalid_idempotent_request");
    const text = known?.answer ?? take(body, request.headers["x-batch-validation"] === "permissive");
    if (text === null) return refuse(422, "validation_error");
    remembered.set(key, { body, answer: text });
    if (fault?.fault === "accepted-then-dropped") return request.socket.destroy();
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
    if (fault?.fault !== "accepted-then-cut") return response.end(text);
    response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
  }

  /** The answer to a batch that it takes; null for one that it refuses as a whole. */
  function take(body: string, isPermissive: boolean): string | null {
    const mails = JSON.parse(body) as ReceivedMail[];
    if (!Array.isArray(mails) || mails.length < 1 || mails.length > 100) return null;
    const errors = mails.flatMap((mail, index) => (isTakeable(mail) ? [] : [{ index, message: "Invalid `to` field." }]));
    if (errors.length > 0 && !isPermissive) return null;
    const taken = mails.filter(isTakeable);
    delivered.push(...taken);
    return JSON.stringify({ data: taken.map(() => ({ id: crypto.randomUUID() })), ...(isPermissive ? { errors } : {}) });
  }

  return {
    settings: { apiKey: KEY, baseUrl: standIn.origin, from: "Aurora <news@aurora.example>", gapMs: 0 },
    delivered,
    /** Of every request that was read, in order. */
    keys,
    /** Put here what shall go wrong next. */
    faults,
    close: standIn.close,
  };
}

function isTakeable({ from, to, subject, html, text }: ReceivedMail): boolean {
  return [from, subject, html, text].every((part) => typeof part === "string") && ADDRESS.test(to) && !to.endsWith("@refused.example");
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
