import { now } from "~/kernel/clock";
import { query, transaction, type Tx } from "~/kernel/db.server";
import { Forbidden, NotFound } from "~/kernel/errors";
import { notifyPeople, recordEvent, recordEvents } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canDeactivate, canReactivate, canSeePerson, type PersonSubject } from "~/policy/people";
import { peopleEvents } from "./events";
import { leavingSteps } from "./leaving-steps.server";
import { requireAnotherAdministrator } from "./roles.server";
import { mayComeIn } from "./standing.server";

/**
 * Lets somebody out, everywhere and in one act: everything that the registered steps end, ends here.
 * Their next request finds nobody.
 * @throws NotFound, Forbidden; Invalid for the last administrator
 */
export async function deactivatePerson(actor: Actor, personId: string): Promise<void> {
  await transaction(async (tx) => {
    if (!canDeactivate(actor, await lockPerson(tx, actor, personId))) throw new Forbidden("leaving");
    await letOut(tx, actor.id, [personId]);
  });
}

/**
 * The same act for any number of people, within the caller's transaction; the caller has asked the
 * policy. One audit entry for each of them. Who has left already is left alone.
 * @param actorId null when the time that was set for them has come
 * @returns how many were let out. @throws Invalid when nobody would be left to administer
 */
export async function letOut(tx: Tx, actorId: string | null, asked: readonly string[]): Promise<number> {
  const here = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT id FROM person WHERE id = ANY(${asked}::uuid[]) AND deactivated_at IS NULL ORDER BY id FOR UPDATE`);
  const personIds = here.map(({ id }) => id);
  if (personIds.length === 0) return 0;
  const grants = await tx.roleGrant.findMany({ where: { personId: { in: personIds } }, select: { personId: true, role: true, departmentId: true } });
  if (grants.some(({ role }) => role === "administrator")) await requireAnotherAdministrator(tx, ...personIds);

  await tx.person.updateMany({ where: { id: { in: personIds } }, data: { deactivatedAt: now(), updatedAt: now() } });
  for (const step of leavingSteps()) await step.end(tx, { personIds, actorId });
  await recordEvents(
    tx,
    personIds.map((id) => ({
      type: peopleEvents.personDeactivated, actorId, subjectKind: "person", subjectId: id,
      audit: { details: { roles: grants.filter(({ personId }) => personId === id).map(({ role, departmentId }) => ({ role, departmentId })) } },
    })),
  );
  await notifyPeople(tx, "session.ended", personIds);
  return personIds.length;
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
  const rows = await tx.$queryRaw<{ isActive: boolean; isGuest: boolean }[]>`
    SELECT deactivated_at IS NULL AS "isActive", is_guest AS "isGuest" FROM person WHERE id = ${id}::uuid FOR UPDATE`;
  if (!rows[0] || !canSeePerson(actor, { id })) throw new NotFound("person");
  return { id, ...rows[0] };
}

/** Of these people, those who have left, whose time as a guest is over, or who are not there at all: they get no more mail. */
export async function findGonePeople(personIds: string[]): Promise<ReadonlySet<string>> {
  const here = await query<{ id: string }>(sql`
    SELECT p.id FROM person p WHERE p.id = ANY(${personIds}::uuid[]) AND ${mayComeIn()}`);
  const ids = new Set(here.map(({ id }) => id));
  return new Set(personIds.filter((id) => !ids.has(id)));
}
