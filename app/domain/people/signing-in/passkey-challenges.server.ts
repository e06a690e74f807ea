import { randomBytes } from "node:crypto";
import { isIP } from "node:net";
import { after, MINUTE, now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { publicUrl } from "~/kernel/env.server";
import { sha256Hex } from "~/kernel/hash.server";
import { sql } from "~/kernel/sql";

export const CHALLENGE_MINUTES = 5;

/** Whom authenticators make keys for: the host of the public address, and its origin. */
export function relyingParty(): { id: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl());
  return { id: hostname, origin };
}

/** Browsers make keys for names only, over https or on this machine: "http://127.0.0.1" is neither. */
export function canUsePasskeys(): boolean {
  const { protocol, hostname } = new URL(publicUrl());
  return (protocol === "https:" || hostname === "localhost") && isIP(hostname) === 0 && !hostname.startsWith("[");
}

/**
 * Keeps a challenge for the browser that asked. @param personId whose key it will be; null where the key says who it is
 * @returns what that browser's cookie holds
 */
export async function keepChallenge(purpose: "enrol" | "sign-in", challenge: string, personId: string | null): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await query(sql`
    INSERT INTO passkey_challenge (id, challenge, purpose, person_id, expires_at)
    VALUES (${sha256Hex(token)}, ${challenge}::text, ${purpose}::text, ${personId}::uuid, ${after(CHALLENGE_MINUTES * MINUTE)}::timestamptz)`);
  return token;
}

/** Uses the browser's challenge up, whatever its answer is worth. @returns null for none, or one for something or somebody else */
export async function takeChallenge(token: string, purpose: "enrol" | "sign-in", personId: string | null): Promise<string | null> {
  if (!token) return null;
  const rows = await query<{ challenge: string; purpose: string; personId: string | null; isFresh: boolean }>(sql`
    DELETE FROM passkey_challenge WHERE id = ${sha256Hex(token)}
    RETURNING challenge, purpose, person_id AS "personId", expires_at > ${now()}::timestamptz AS "isFresh"`);
  const kept = rows[0];
  return kept?.isFresh && kept.purpose === purpose && kept.personId === personId ? kept.challenge : null;
}
