import { randomInt } from "node:crypto";
import { z } from "zod";
import { now } from "~/kernel/clock";
import { query, transaction, type Tx } from "~/kernel/db.server";
import { Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canIssuePassword, canSeePerson } from "~/policy/people";
import { companyProfileJson, type CompanyProfile } from "./company.server";
import { peopleEvents } from "./events";
import { hashPassword, passwordMatches } from "./password-hashing.server";
import { queuePasswordChanged, type Reader } from "./password-mails.server";
import { findPasswordFault } from "./password-rules";
import { identifier, password } from "./person-fields";
import { endSessionsOf } from "./sessions.server";

/** By mail address or personnel number. */
export const signInForm = z.object({ identifier, password });
export const passwordChange = z.object({ current: password, password });

/**
 * Checks a sign-in by mail address or personnel number and password.
 * @returns the person's id; null for a wrong password, an unknown account, one without a password and
 *   one that has left: the caller can't tell which, neither by the answer nor by the work it took
 */
export async function verifyPassword({ identifier, password }: z.infer<typeof signInForm>): Promise<string | null> {
  const rows = await query<{ id: string; passwordHash: string }>(sql`
    SELECT p.id, c.password_hash AS "passwordHash" FROM person p JOIN credential c ON c.person_id = p.id
    WHERE (p.email = ${identifier}::citext OR p.personnel_number = ${identifier}::text) AND p.deactivated_at IS NULL`);
  const account = rows[0];
  const matches = await passwordMatches(account?.passwordHash ?? null, password);
  return account && matches ? account.id : null;
}

/**
 * A person changes their own password; their other devices are signed out.
 * @throws Invalid at `current` when it is not the one in force, at `password` when the new one won't do
 */
export async function changePassword(actor: Actor, sessionId: string, change: z.infer<typeof passwordChange>): Promise<void> {
  const person = await getReader(actor.id);
  if (!(await passwordMatches(person.passwordHash, change.current))) throw new Invalid({ current: "auth:password.wrong" });
  const passwordHash = await hashNewPassword(person, change.password);
  const mail = await queuePasswordChanged(person);
  await transaction(async (tx) => {
    await storePassword(tx, actor.id, passwordHash);
    await endSessionsOf(tx, actor.id, sessionId);
    await tx.passwordReset.deleteMany({ where: { personId: actor.id } });
    await mail(tx);
    await recordEvent(tx, {
      type: peopleEvents.passwordChanged, actorId: actor.id, subjectKind: "person", subjectId: actor.id,
      audit: {}, live: { topic: "session.ended", people: [actor.id] },
    });
  });
}

/**
 * An administrator gives somebody a new password, to be told to them: the way in for people without a
 * mail address. All their devices are signed out.
 * @returns the password, which is stored nowhere. @throws NotFound, Forbidden
 */
export async function issuePassword(actor: Actor, personId: string): Promise<string> {
  if (!canSeePerson(actor, { id: personId })) throw new NotFound("person");
  const person = await getReader(personId);
  if (!canIssuePassword(actor, { id: personId, isActive: person.isActive, isGuest: person.isGuest })) throw new Forbidden("password");
  const issued = randomPassword();
  const passwordHash = await hashPassword(issued);
  const mail = await queuePasswordChanged(person);
  await transaction(async (tx) => {
    await storePassword(tx, personId, passwordHash);
    await endSessionsOf(tx, personId);
    await tx.passwordReset.deleteMany({ where: { personId } });
    await tx.joinCode.deleteMany({ where: { personId } });
    await mail(tx);
    await recordEvent(tx, {
      type: peopleEvents.passwordIssued, actorId: actor.id, subjectKind: "person", subjectId: personId,
      audit: {}, live: { topic: "session.ended", people: [personId] },
    });
  });
  return issued;
}

/** Checks the rules and hashes. @throws Invalid at `password` */
export async function hashNewPassword(person: Reader, chosen: string): Promise<string> {
  const { company } = person;
  const fault = findPasswordFault(chosen, { ...person, companyName: company.name, companyShortName: company.shortName });
  if (fault) throw new Invalid({ password: `auth:password.${fault}` });
  return hashPassword(chosen);
}

/** Puts a hash in force, in the caller's transaction. */
export async function storePassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx.credential.upsert({
    where: { personId },
    create: { personId, passwordHash, changedAt: now() },
    update: { passwordHash, changedAt: now() },
  });
}

/** Puts one hash in force for many, in one statement of the caller's transaction. */
export async function storePasswordOfMany(tx: Tx, personIds: readonly string[], passwordHash: string): Promise<void> {
  const data = personIds.map((personId) => ({ personId, passwordHash, changedAt: now() }));
  await tx.credential.createMany({ data });
}

type Account = Reader & { passwordHash: string | null; isActive: boolean; isGuest: boolean };

/** What rules and mails need of a person. @throws NotFound */
export async function getReader(personId: string): Promise<Account> {
  const rows = await query<Account & { company: CompanyProfile }>(sql`
    SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.email::text AS email,
           p.personnel_number AS "personnelNumber", p.language, coalesce(p.time_zone, l.time_zone, c.time_zone) AS "timeZone",
           p.deactivated_at IS NULL AS "isActive", p.is_guest AS "isGuest", k.password_hash AS "passwordHash", ${companyProfileJson} AS company
    FROM person p LEFT JOIN location l ON l.id = p.location_id LEFT JOIN credential k ON k.person_id = p.id CROSS JOIN company c
    WHERE p.id = ${personId}::uuid`);
  if (!rows[0]) throw new NotFound("person");
  return rows[0];
}

/** Letters and digits that nobody mistakes for each other on paper. */
const PLAIN = "abcdefghjkmnpqrstuvwxyz23456789";

/** Four groups of four, 79 bits: read aloud and typed on a phone. */
function randomPassword(): string {
  const group = () => Array.from({ length: 4 }, () => PLAIN[randomInt(PLAIN.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
