import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "~/kernel/db.server";

/**
 * Limits that hold over all processes and a restart. Keys are hashes: the table names neither an
 * account nor an address.
 */
function limiter(keyPrefix: string, points: number, duration: number) {
  let made: RateLimiterPostgres | undefined;
  return () =>
    (made ??= new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      tableName: "rate_limit",
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration,
    }));
}

const MINUTES = 60;
const limits = {
  /** Wrong passwords for one account. */
  signInAccount: limiter("sign-in-account", 10, 15 * MINUTES),
  /** Wrong passwords from one address; shops share one. */
  signInAddress: limiter("sign-in-address", 100, 15 * MINUTES),
  /** Mails with a link for a new password, for one account. */
  passwordResetAccount: limiter("reset-account", 3, 60 * MINUTES),
  passwordResetAddress: limiter("reset-address", 30, 60 * MINUTES),
  /** Tries with one card's code or one personnel number, and from one address: a whole shop joins from one. */
  joinSubject: limiter("join-subject", 10, 15 * MINUTES),
  joinAddress: limiter("join-address", 60, 15 * MINUTES),
  /** Guesses of a kiosk's pairing code. */
  kioskPairing: limiter("kiosk-pairing", 10, 15 * MINUTES),
  /** Challenges handed to authenticators before anybody is signed in. */
  passkeyChallenge: limiter("passkey-challenge", 120, 15 * MINUTES),
  /** Guesses of the set-up code. */
  setUp: limiter("set-up", 10, 15 * MINUTES),
  /** Addresses fetched for a preview, for one person. */
  linkPreview: limiter("link-preview", 60, 10 * MINUTES),
  /** Everything about oneself taken out, by one person: a file costs a look into every table. */
  ownData: limiter("own-data", 5, 60 * MINUTES),
  /** Pictures uploaded, by one person. */
  upload: limiter("upload", 60, 10 * MINUTES),
} as const;

export type Limit = keyof typeof limits;

/** Takes one from the limit. @returns seconds to wait when it is used up, else null. */
export async function takeFrom(limit: Limit, subject: string): Promise<number | null> {
  try {
    await limits[limit]().consume(hashSubject(subject));
    return null;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return Math.ceil(reason.msBeforeNext / 1000);
    throw reason;
  }
}

/** Gives back what was taken, once it proved rightful. */
export async function giveBack(limit: Limit, subject: string): Promise<void> {
  await limits[limit]().reward(hashSubject(subject));
}

function hashSubject(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url");
}

