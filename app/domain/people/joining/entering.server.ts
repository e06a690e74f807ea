import { z } from "zod";
import { now } from "~/kernel/clock";
import { query, transaction, type Tx } from "~/kernel/db.server";
import { Invalid } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { line } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import { hashNewPassword, getReader, storePassword } from "../credentials.server";
import { peopleEvents } from "../events";
import { password } from "../person-fields";
import { endSessionsOf } from "../sessions.server";
import { mayComeIn } from "../standing.server";
import { storePasskey, verifyNewPasskey } from "../signing-in/passkeys.server";
import { forgetWrongPins, hashNewPin, storePin } from "../signing-in/pins.server";
import { pin } from "../signing-in/pin-rules";
import { hashCardCode, hashLinkToken, takeJoinCode } from "./join-codes.server";

/** What stands on a card: who, and the code. */
export const cardHolder = z.object({
  personnelNumber: line(40).transform((text) => text.replace(/\s/g, "")),
  code: line(60),
});
export type CardHolder = z.infer<typeof cardHolder>;
export const cardJoining = cardHolder.extend({ pin });
export const linkJoining = z.object({ password });

/** Somebody at the door with a code that works, not used up yet. */
export interface Newcomer {
  personId: string;
  givenName: string;
  personnelNumber: string | null;
  hash: string;
  way: "card" | "mail";
}

const REFUSALS = { card: "joining:card.noMatch", mail: "joining:link.expired" } as const;

/** Whose card this is. @throws Invalid for the whole form: a wrong number and a wrong code are told alike */
export async function findCardHolder({ personnelNumber, code }: CardHolder): Promise<Newcomer> {
  const rows = await query<{ personId: string; givenName: string; personnelNumber: string; hash: string | null }>(sql`
    SELECT p.id AS "personId", p.given_name AS "givenName", p.personnel_number AS "personnelNumber", j.hash
    FROM person p LEFT JOIN join_code j ON j.person_id = p.id AND j.way = 'card' AND j.expires_at > ${now()}::timestamptz
    WHERE p.personnel_number = ${personnelNumber}::text AND ${mayComeIn()}`);
  const person = rows[0];
  const hash = hashCardCode(person?.personId ?? "", code);
  if (!person || person.hash !== hash) throw new Invalid({ "": REFUSALS.card });
  return { ...person, hash, way: "card" };
}

/** Whose link this is; null for one that was used, is too old or never was. */
export async function findInvited(token: string): Promise<Newcomer | null> {
  if (!token) return null;
  const hash = hashLinkToken(token);
  const rows = await query<Omit<Newcomer, "hash" | "way">>(sql`
    SELECT p.id AS "personId", p.given_name AS "givenName", p.personnel_number AS "personnelNumber"
    FROM join_code j JOIN person p ON p.id = j.person_id AND ${mayComeIn()}
    WHERE j.hash = ${hash} AND j.way = 'mail' AND j.expires_at > ${now()}::timestamptz`);
  return rows[0] ? { ...rows[0], hash, way: "mail" } : null;
}

/** Joins with a card and a PIN of one's own. @returns the person's id. @throws Invalid for the form, or at `pin` */
export async function joinByCard(form: z.infer<typeof cardJoining>, language: string): Promise<string> {
  const newcomer = await findCardHolder(form);
  const pinHash = await hashNewPin(form.pin, newcomer.personnelNumber);
  return enter(newcomer, language, (tx) => storePin(tx, newcomer.personId, pinHash));
}

/** Joins with the link from a mail and a password of one's own. @returns the person's id. @throws Invalid for the form, or at `password` */
export async function joinByLink(token: string, chosen: string, language: string): Promise<string> {
  const newcomer = await findInvited(token);
  if (!newcomer) throw new Invalid({ "": REFUSALS.mail });
  const passwordHash = await hashNewPassword(await getReader(newcomer.personId), chosen);
  return enter(newcomer, language, (tx) => storePassword(tx, newcomer.personId, passwordHash));
}

/** Joins with a card or a link, and a key that this browser just made. @returns the person's id. @throws Invalid for the form */
export async function joinWithPasskey(newcomer: Newcomer, challengeToken: string, answer: string, name: string, language: string): Promise<string> {
  const passkey = await verifyNewPasskey(newcomer.personId, challengeToken, answer);
  return enter(newcomer, language, async (tx) => void (await storePasskey(tx, newcomer.personId, passkey, name)));
}

/**
 * The door itself: the code is used up, the credential stored, and the language that was chosen first
 * is the person's from now on, where the company speaks it. Devices that were signed in are out.
 * (What else somebody must agree to before they are in belongs here and on these two pages.)
 */
export async function enter({ personId, personnelNumber, hash, way }: Newcomer, language: string, storeCredential: (tx: Tx) => Promise<void>): Promise<string> {
  await transaction(async (tx) => {
    await takeJoinCode(tx, personId, hash, REFUSALS[way]);
    await storeCredential(tx);
    await forgetWrongPins(tx, personnelNumber);
    await endSessionsOf(tx, personId);
    await tx.$executeRaw(sql`
      UPDATE person SET language = ${language}::text, updated_at = ${now()}::timestamptz
      WHERE id = ${personId}::uuid AND language <> ${language}::text AND ${language}::text = ANY(SELECT unnest(languages) FROM company)`);
    await recordEvent(tx, { type: peopleEvents.personJoined, actorId: personId, subjectKind: "person", subjectId: personId, payload: { way }, audit: { details: { way } } });
  });
  return personId;
}
