import { now } from "~/kernel/clock";
import { query, transaction, type Tx } from "~/kernel/db.server";
import { Forbidden, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canDeactivate, canReactivate, canSeePerson, type PersonSubject } from "~/policy/people";
import { peopleEvents } from "./events";
import { requireAnotherAdministrator } from "./roles.server";
import { endSessionsOf } from "./sessions.server";

/**
 * Lets somebody out, everywhere and in one act: sessions, roles, password and links to a new one end
 * here, what other modules hold ends in the event's transaction. Their next request finds nobody.
 * @throws NotFound, Forbidden; Invalid for the last administrator
 */
export async function deactivatePerson(actor: Actor, personId: string): Promise<void> {
  await transaction(async (tx) => {
    if (!canDeactivate(actor, await lockPerson(tx, actor, personId))) throw new Forbidden("leaving");
    const grants = await tx.roleGrant.findMany({ where: { personId }, select: { role: true, departmentId: true } });
    if (grants.some(({ role }) => role === "administrator")) await requireAnotherAdministrator(tx, personId);

    await tx.person.update({ where: { id: personId }, data: { deactivatedAt: now(), updatedAt: now() } });
    const sessions = await endSessionsOf(tx, personId);
    await tx.roleGrant.deleteMany({ where: { personId } });
    await tx.passwordReset.deleteMany({ where: { personId } });
    await tx.credential.deleteMany({ where: { personId } });
    await recordEvent(tx, {
      type: peopleEvents.personDeactivated, actorId: actor.id, subjectKind: "person", subjectId: personId,
      payload: { sessions }, audit: { details: { roles: grants } },
      live: { topic: "session.ended", people: [personId] },
    });
  });
}

/** Lets somebody in again, without roles and without a password. @throws NotFound, Forbidden */
export async function reactivatePerson(actor: Actor, personId: string): Promise<void> {
  await transaction(async (tx) => {
    if (!canReactivate(actor, await lockPerson(tx, actor, personId))) throw new Forbidden("leaving");
    await tx.person.update({ where: { id: personId }, data: { deactivatedAt: null, updatedAt: now() } });
    await recordEvent(tx, { type: peopleEvents.personReactivated, actorId: actor.id, subjectKind: "person", subjectId: personId, audit: {} });
  });
}

async function lockPerson(tx: Tx, actor: Actor, id: string): Promise<PersonSubject> {
  const rows = await tx.$queryRaw<{ isActive: boolean }[]>`
    SELECT deactivated_at IS NULL AS "isActive" FROM person WHERE id = ${id}::uuid FOR UPDATE`;
  if (!rows[0] || !canSeePerson(actor, { id })) throw new NotFound("person");
  return { id, isActive: rows[0].isActive };
}

/** Of these people, those who have left (or are not there at all): they get no more mail. */
export async function findGonePeople(personIds: string[]): Promise<ReadonlySet<string>> {
  const here = await query<{ id: string }>(sql`
    SELECT id FROM person WHERE id = ANY(${personIds}::uuid[]) AND deactivated_at IS NULL`);
  const ids = new Set(here.map(({ id }) => id));
  return new Set(personIds.filter((id) => !ids.has(id)));
}
