import { z } from "zod";
import { now } from "~/kernel/clock";
import { transaction, uniqueViolation, type Tx } from "~/kernel/db.server";
import { Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { id, optionalId } from "~/kernel/fields";
import type { Actor } from "~/policy/actor";
import { canChangeRoles, canSeePerson, GRANTED_ROLES, LIMITABLE_ROLES } from "~/policy/people";
import { peopleEvents } from "./events";

/** Without a department the role holds for the whole company. */
export const newGrant = z.object({ role: z.enum(GRANTED_ROLES, "errors:field.required"), departmentId: optionalId.transform((value) => value ?? null) });
export const oldGrant = z.object({ grantId: id });

/**
 * Gives a role, from the person's next request on.
 * @returns the grant's id. @throws NotFound, Forbidden; Invalid at the field: not limitable, unknown
 *   department, or given already
 */
export async function grantRole(actor: Actor, personId: string, { role, departmentId }: z.infer<typeof newGrant>): Promise<string> {
  if (departmentId && !LIMITABLE_ROLES.includes(role)) throw new Invalid({ departmentId: "admin-people:error.notLimitable" });
  try {
    return await transaction(async (tx) => {
      await requireRight(tx, actor, personId);
      if (departmentId && !(await tx.department.findUnique({ where: { id: departmentId } }))) {
        throw new Invalid({ departmentId: "errors:field.invalid" });
      }
      const grant = await tx.roleGrant.create({ data: { personId, role, departmentId, grantedAt: now() } });
      await recordEvent(tx, {
        type: peopleEvents.roleGranted, actorId: actor.id, subjectKind: "person", subjectId: personId,
        payload: { role, departmentId }, audit: { details: { role, departmentId } },
        live: { topic: "person", people: [personId] },
      });
      return grant.id;
    });
  } catch (error) {
    if (uniqueViolation(error) === "role_grant_once") throw new Invalid({ role: "admin-people:error.grantedAlready" });
    throw error;
  }
}

/**
 * Takes a role back, from the person's next request on.
 * @throws NotFound, Forbidden; Invalid where nobody would be left to administer
 */
export async function revokeRole(actor: Actor, personId: string, { grantId }: z.infer<typeof oldGrant>): Promise<void> {
  await transaction(async (tx) => {
    await requireRight(tx, actor, personId);
    const grant = await tx.roleGrant.findFirst({ where: { id: grantId, personId } });
    if (!grant) throw new NotFound("role");
    if (grant.role === "administrator") await requireAnotherAdministrator(tx, personId);
    await tx.roleGrant.delete({ where: { id: grantId } });
    await recordEvent(tx, {
      type: peopleEvents.roleRevoked, actorId: actor.id, subjectKind: "person", subjectId: personId,
      payload: { role: grant.role, departmentId: grant.departmentId },
      audit: { details: { role: grant.role, departmentId: grant.departmentId } },
      live: { topic: "person", people: [personId] },
    });
  });
}

/**
 * Locks every administrator's grant: of two who take the role from each other, the second finds
 * themselves the last. @throws Invalid when there is no other active administrator
 */
export async function requireAnotherAdministrator(tx: Tx, ...personIds: string[]): Promise<void> {
  const others = await tx.$queryRaw<{ personId: string }[]>`
    SELECT r.person_id AS "personId" FROM role_grant r JOIN person p ON p.id = r.person_id AND p.deactivated_at IS NULL
    WHERE r.role = 'administrator' AND r.department_id IS NULL ORDER BY r.id FOR UPDATE OF r`;
  if (!others.some(({ personId }) => !personIds.includes(personId))) throw new Invalid({ "": "admin-people:error.lastAdministrator" });
}

async function requireRight(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { deactivatedAt: true, isGuest: true } });
  if (!person || !canSeePerson(actor, { id: personId })) throw new NotFound("person");
  if (!canChangeRoles(actor, { id: personId, isActive: person.deactivatedAt === null, isGuest: person.isGuest })) throw new Forbidden("roles");
}
