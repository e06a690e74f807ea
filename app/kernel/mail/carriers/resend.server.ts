import { setTimeout as wait } from "node:timers/promises";
import { Resend } from "resend";
import { SECOND } from "../../clock";
import { MAIL_HEADERS, type Carrier, type Outcome, type Parcel } from "../carrier";

interface ResendSettings {
  apiKey: string;
  /** Null means api.resend.com. */
  baseUrl: string | null;
  from: string;
  /** Between an answer and the next request, in milliseconds; Resend allows two requests a second. */
  gapMs?: number;
  /** Until a request counts as lost, in milliseconds. */
  timeoutMs?: number;
}

/** What a response comes to: `data` or `error`, never a throw. */
type Answer = Awaited<ReturnType<typeof post>>;

/**
 * Mail through Resend's batch endpoint, 100 at a time, under an idempotency key that it remembers for
 * 24 hours (https://resend.com/docs/api-reference/emails/send-batch-emails). A mail it won't take is
 * told apart from its neighbours by permissive validation.
 */
export function resendCarrier({ apiKey, baseUrl, from, gapMs = 510, timeoutMs = 20 * SECOND }: ResendSettings): Carrier {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : undefined);
  let nextRequestAt = 0;

  return {
    name: "resend",
    capacity: 100,
    async send(parcel) {
      // Elapsed time of this process, not the time of day: the clock in force may stand still in tests.
      const pause = nextRequestAt - performance.now();
      if (pause > 0) await wait(pause);
      const answer = await post(resend, from, parcel, timeoutMs);
      nextRequestAt = performance.now() + gapMs;
      return read(answer, parcel);
    },
  };
}

function post(resend: Resend, from: string, parcel: Parcel, timeoutMs: number) {
  return resend.batch.send(
    parcel.mails.map(({ to, subject, html, text }) => ({ from, to, subject, html, text, headers: { ...MAIL_HEADERS } })),
    { idempotencyKey: parcel.key, batchValidation: "permissive", signal: AbortSignal.timeout(timeoutMs) },
  );
}

function read({ data, error, headers }: Answer, parcel: Parcel): Outcome[] {
  if (error) return parcel.mails.map(() => readError(error, headers, parcel));
  const refused = new Set((data.errors ?? []).map(({ index }) => index));
  const ids = data.data.map(({ id }) => id);
  return parcel.mails.map((_, index) =>
    refused.has(index) ? { kind: "refused", code: "resend_refused_this_mail" } : { kind: "sent", carrierId: ids.shift() },
  );
}

type Refusal = NonNullable<Answer["error"]>;

function readError(error: Refusal, headers: Answer["headers"], parcel: Parcel): Outcome {
  const code = `resend_${/^[a-z_]{1,60}$/.test(error.name) ? error.name : "error"}`;
  const status = error.statusCode;
  // No status: not reached, timed out or cut off, perhaps after it had taken the mails.
  if (status === null || status === undefined || status >= 500) return { kind: "unknown", code };
  if (status === 429) {
    const isQuota = error.name.endsWith("_quota_exceeded");
    return { kind: "postponed", code, afterMs: retryAfter(headers) ?? (isQuota ? 3600 : 1) * SECOND, isTry: false };
  }
  if (status === 409) {
    // The key is known with other mails: the parcel arrived, and lost somebody since (a leaver).
    if (error.name === "invalid_idempotent_request" && parcel.isRepeat) return { kind: "sent" };
    return { kind: "unknown", code, afterMs: 5 * SECOND };
  }
  return { kind: "postponed", code };
}

/** Milliseconds that a `retry-after` header asks for: seconds or an HTTP date (RFC 9110, 10.2.3); at most a day. */
function retryAfter(headers: Answer["headers"]): number | null {
  const value = headers?.["retry-after"];
  if (!value) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * SECOND : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 24 * 3600 * SECOND) : null;
}
