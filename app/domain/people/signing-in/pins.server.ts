import { z } from "zod";
import { now } from "~/kernel/clock";
import { query, transaction, type Tx } from "~/kernel/db.server";
import { Invalid } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { sha256Hex } from "~/kernel/hash.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { peopleEvents } from "../events";
import { hashPassword, passwordMatches } from "../password-hashing.server";
import { endSessionsOf } from "../sessions.server";
import { findPinFault, pin } from "./pin-rules";

/**
 * Wrong PINs in a row after which only a new code from a supervisor or administrator helps: whoever
 * guesses finds one PIN in 100,000. Beside it stand the limits of the sign-in page, which forget.
 */
export const MOST_WRONG_PINS = 10;

export const pinChange = z.object({ current: pin, pin });

/** Under which guesses are counted: alike for numbers that exist and numbers that don't. */
const subjectOf = (personnelNumber: string) => sha256Hex(`pin ${personnelNumber.normalize("NFKC").toLowerCase()}`);

/** "locked": too many wrong ones in a row, whether or not there is such a number. */
export type PinAnswer = { personId: string } | "wrong" | "locked";

/**
 * Checks a personnel number and a PIN. The try is counted before it is judged, so that many at once
 * are not more tries; unknown numbers cost the same statements and the same hash.
 */
export async function verifyPin(personnelNumber: string, typed: string): Promise<PinAnswer> {
  const counted = await query<{ failed: number }>(sql`
    INSERT INTO pin_guess (subject, failed, last_at) VALUES (${subjectOf(personnelNumber)}, 1, ${now()}::timestamptz)
    ON CONFLICT (subject) DO UPDATE SET failed = least(pin_guess.failed + 1, ${MOST_WRONG_PINS + 1}::int), last_at = excluded.last_at
    RETURNING failed`);
  if (counted[0]!.failed > MOST_WRONG_PINS) return "locked";
  const rows = await query<{ id: string; pinHash: string }>(sql`
    SELECT p.id, k.pin_hash AS "pinHash" FROM person p JOIN pin k ON k.person_id = p.id
    WHERE p.personnel_number = ${personnelNumber}::text AND p.deactivated_at IS NULL`);
  const account = rows[0];
  const matches = await passwordMatches(account?.pinHash ?? null, typed);
  if (!account || !matches) return "wrong";
  await query(sql`DELETE FROM pin_guess WHERE subject = ${subjectOf(personnelNumber)}`);
  return { personId: account.id };
}

/** Lifts the lock of a number, in the caller's transaction. */
export async function forgetWrongPins(tx: Tx, personnelNumber: string | null): Promise<void> {
  if (personnelNumber) await tx.pinGuess.deleteMany({ where: { subject: subjectOf(personnelNumber) } });
}

/** Checks the rules and hashes. @throws Invalid at `pin` */
export async function hashNewPin(chosen: string, personnelNumber: string | null): Promise<string> {
  const fault = findPinFault(chosen, personnelNumber);
  if (fault) throw new Invalid({ pin: `joining:pin.${fault}` });
  return hashPassword(chosen);
}

/** Puts a PIN in force, in the caller's transaction. */
export async function storePin(tx: Tx, personId: string, pinHash: string): Promise<void> {
  await tx.pin.upsert({ where: { personId }, create: { personId, pinHash, changedAt: now() }, update: { pinHash, changedAt: now() } });
}

/**
 * A person changes their own PIN; their other devices are signed out.
 * @throws Invalid at `current` when it is not the one in force, at `pin` when the new one won't do
 */
export async function changePin(actor: Actor, sessionId: string, change: z.infer<typeof pinChange>): Promise<void> {
  const rows = await query<{ personnelNumber: string | null; pinHash: string | null }>(sql`
    SELECT p.personnel_number AS "personnelNumber", k.pin_hash AS "pinHash"
    FROM person p LEFT JOIN pin k ON k.person_id = p.id WHERE p.id = ${actor.id}::uuid`);
  const { personnelNumber = null, pinHash = null } = rows[0] ?? {};
  if (!(await passwordMatches(pinHash, change.current))) throw new Invalid({ current: "joining:pin.wrong" });
  const chosen = await hashNewPin(change.pin, personnelNumber);
  await transaction(async (tx) => {
    await storePin(tx, actor.id, chosen);
    await endSessionsOf(tx, actor.id, sessionId);
    await recordEvent(tx, {
      type: peopleEvents.pinChanged, actorId: actor.id, subjectKind: "person", subjectId: actor.id,
      audit: {}, live: { topic: "session.ended", people: [actor.id] },
    });
  });
}
