import { query, transaction, type Tx } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { now } from "~/kernel/clock";
import { recordEvent } from "~/kernel/events.server";
import { queueMail } from "~/kernel/mail/outbox.server";
import { renderMail } from "~/kernel/mail/render.server";
import { join, sql } from "~/kernel/sql";
import { hasRoleEverywhere, hasRoleFor, inStead, type Actor } from "~/policy/actor";
import { canHelpPeopleIn, resettablePeople } from "~/policy/people";
import { signInReset } from "../../../../emails/sign-in-reset";
import { getReader } from "../credentials.server";
import { peopleEvents } from "../events";
import { mailFrame } from "../mail-frame.server";
import { endSessionsOf } from "../sessions.server";
import { forgetWrongPins } from "../signing-in/pins.server";
import { issueCard, type JoinCard } from "./cards.server";

/** No more than is needed to find somebody at the counter. */
export interface Helped {
  id: string;
  givenName: string;
  familyName: string;
  departmentName: string;
  personnelNumber: string;
}

const PAGE = 50;

const helpedColumns = sql`p.id, p.given_name AS "givenName", p.family_name AS "familyName", d.name AS "departmentName", p.personnel_number AS "personnelNumber"`;

/** The people without a mail address whom this person may help in, by name. @throws NotFound */
export async function listHelped(actor: Actor, { q, after }: { q?: string; after?: string }): Promise<{ people: Helped[]; next: string | null }> {
  if (!canHelpPeopleIn(actor)) throw new NotFound("people");
  const text = (q ?? "").replaceAll("\0", "").trim().slice(0, 100);
  const named = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await query<Helped>(sql`
    SELECT ${helpedColumns} FROM person p JOIN department d ON d.id = p.department_id
    WHERE ${join([
      resettablePeople(actor),
      sql`p.email IS NULL`,
      ...(text ? [sql`((p.given_name || ' ' || p.family_name) ILIKE ${named}::text OR (p.family_name || ' ' || p.given_name) ILIKE ${named}::text OR p.personnel_number = ${text.replace(/\s/g, "")}::text)`] : []),
      ...(after ? [sql`(p.family_name, p.given_name, p.id) > (SELECT family_name, given_name, id FROM person WHERE id = ${after}::uuid)`] : []),
    ], " AND ")}
    ORDER BY p.family_name, p.given_name, p.id LIMIT ${PAGE + 1}::int`);
  const people = rows.slice(0, PAGE);
  return { people, next: rows.length > PAGE ? people.at(-1)!.id : null };
}

/** @throws NotFound, also for people whose sign-in this person may not reset */
export async function getHelped(actor: Actor, id: string): Promise<Helped> {
  const rows = await query<Helped>(sql`
    SELECT ${helpedColumns} FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = ${id}::uuid AND ${resettablePeople(actor)}`);
  if (!rows[0]) throw new NotFound("person");
  return rows[0];
}

/**
 * Gives somebody a new one-time card and ends what they signed in with: password, PIN, passkeys, links
 * and devices. They see in their settings who did it and when, and by mail if they have an address.
 * @returns the card, whose code is stored nowhere. @throws NotFound
 */
export async function resetSignIn(actor: Actor, personId: string): Promise<JoinCard> {
  const reader = await getReader(personId);
  const by = `${actor.givenName} ${actor.familyName}`;
  const mail = reader.email ? await renderMail(signInReset(mailFrame(reader.company, reader.language, reader.givenName), { by })) : null;
  return transaction(async (tx) => {
    // Held until the end: whoever is given a role or a mail address meanwhile waits.
    const allowed = await tx.$queryRaw<{ path: string[] }[]>(sql`
      SELECT ARRAY(SELECT c.ancestor_id::text FROM department_closure c WHERE c.descendant_id = p.department_id) AS path
      FROM person p WHERE p.id = ${personId}::uuid AND ${resettablePeople(actor)} FOR UPDATE OF p`);
    if (!allowed[0]) throw new NotFound("person");
    const { path } = allowed[0];
    await endCredentials(tx, personId, reader.personnelNumber);
    await endSessionsOf(tx, personId);
    await tx.signInReset.create({ data: { personId, resetById: actor.id, resetAt: now() } });
    const card = await issueCard(tx, actor, personId, reader.company);
    if (mail && reader.email) await queueMail(tx, { ...mail, to: { personId, address: reader.email } });
    await recordEvent(tx, {
      type: peopleEvents.signInReset, actorId: actor.id, subjectKind: "person", subjectId: personId,
      audit: { details: inStead(actor, (as) => hasRoleFor(as, "leader", path) || hasRoleEverywhere(as, "administrator")) }, live: { topic: "session.ended", people: [personId] },
    });
    return card;
  });
}

/** Everything a person could come in with, and the wrong PINs that were counted. */
export async function endCredentials(tx: Tx, personId: string, personnelNumber: string | null): Promise<void> {
  await tx.credential.deleteMany({ where: { personId } });
  await tx.passwordReset.deleteMany({ where: { personId } });
  await tx.pin.deleteMany({ where: { personId } });
  await tx.passkey.deleteMany({ where: { personId } });
  await tx.passkeyChallenge.deleteMany({ where: { personId } });
  await tx.joinCode.deleteMany({ where: { personId } });
  await forgetWrongPins(tx, personnelNumber);
}

/** When somebody else reset this person's sign-in, newest first, and who. */
export async function listOwnResets(actor: Actor): Promise<{ at: Date; by: string }[]> {
  return query<{ at: Date; by: string }>(sql`
    SELECT r.reset_at AS at, b.given_name || ' ' || b.family_name AS by
    FROM sign_in_reset r JOIN person b ON b.id = r.reset_by_id
    WHERE r.person_id = ${actor.id}::uuid ORDER BY r.reset_at DESC LIMIT 5`);
}
