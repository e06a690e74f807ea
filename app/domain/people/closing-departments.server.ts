import { z } from "zod";
import { now } from "~/kernel/clock";
import { transaction, uniqueViolation, type Tx } from "~/kernel/db.server";
import { Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { notifyPeople, recordEvent, recordEvents } from "~/kernel/events.server";
import { id } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canChangeDepartments } from "~/policy/departments";
import { peopleEvents } from "./events";

const choice = z.enum(["along", "end"], "errors:field.required");

/** Into which department it goes; whether what is still to come for it, and the roles limited to it, go along or end. */
export const departmentClosing = z.object({ intoId: id, contents: choice, roles: choice });
export type DepartmentClosing = z.infer<typeof departmentClosing>;

interface Closed {
  name: string;
  parentId: string | null;
}

/**
 * Joins a department into another one and closes it: its people, guests and those who left go there, the
 * departments under it lie there, and what was for it alone goes along or ends, as was chosen. One transaction;
 * modules that address departments take part in it by the event `department.joined`.
 * @throws Forbidden, NotFound; Invalid at `intoId` for the top, for a place in itself, and where a name is taken there
 */
export async function closeDepartment(actor: Actor, departmentId: string, { intoId, contents, roles }: DepartmentClosing): Promise<void> {
  if (!canChangeDepartments(actor)) throw new Forbidden("departments");
  try {
    await transaction(
      async (tx) => {
        // The same lock as for moves: the tree stands still meanwhile.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('department_closure'))`;
        const closed = await lockForClosing(tx, departmentId, intoId);
        const people = await movePeople(tx, actor, departmentId, intoId);
        await tx.department.updateMany({ where: { parentId: departmentId }, data: { parentId: intoId } });
        const grants = await settleRoles(tx, departmentId, intoId, roles);
        await recordEvent(tx, {
          type: peopleEvents.departmentJoined, actorId: actor.id, subjectKind: "department", subjectId: departmentId,
          payload: { intoId, contents, roles }, audit: { details: { name: closed.name, intoId, contents, roles, people: people.length, grants } },
        });
        await tx.department.delete({ where: { id: departmentId } });
        // Whoever keeps a department from being removed looks whether anything of theirs was left.
        await recordEvent(tx, {
          type: peopleEvents.departmentRemoved, actorId: actor.id, subjectKind: "department", subjectId: departmentId,
          payload: { parentId: closed.parentId }, audit: { details: { name: closed.name, parentId: closed.parentId } }, live: { topic: "departments" },
        });
        await notifyPeople(tx, "person", people);
      },
      { timeoutMs: 120_000 },
    );
  } catch (error) {
    if (uniqueViolation(error) === "department_parent_id_name_key") throw new Invalid({ intoId: "admin-departments:error.nameTakenThere" });
    throw error;
  }
}

async function lockForClosing(tx: Tx, departmentId: string, intoId: string): Promise<Closed> {
  const rows = await tx.$queryRaw<(Closed & { id: string; isWithin: boolean })[]>(sql`
    SELECT d.id, d.name, d.parent_id AS "parentId",
      EXISTS (SELECT 1 FROM department_closure c WHERE c.descendant_id = d.id AND c.ancestor_id = ${departmentId}::uuid) AS "isWithin"
    FROM department d WHERE d.id IN (${departmentId}::uuid, ${intoId}::uuid) ORDER BY d.id FOR UPDATE`);
  const closed = rows.find((row) => row.id === departmentId);
  const into = rows.find((row) => row.id === intoId);
  if (!closed) throw new NotFound("department");
  if (closed.parentId === null) throw new Invalid({ intoId: "admin-departments:error.top" });
  if (!into) throw new Invalid({ intoId: "errors:field.invalid" });
  if (into.isWithin) throw new Invalid({ intoId: "admin-departments:error.loop" });
  return closed;
}

/** @returns the ids of those who work there; guests and those who left go along quietly */
async function movePeople(tx: Tx, actor: Actor, from: string, to: string): Promise<string[]> {
  const moved = await tx.$queryRaw<{ id: string; isActive: boolean }[]>(sql`
    UPDATE person SET department_id = ${to}::uuid, updated_at = greatest(${now()}::timestamptz, updated_at + interval '1 millisecond')
    WHERE department_id = ${from}::uuid RETURNING id, deactivated_at IS NULL AS "isActive"`);
  const active = moved.filter(({ isActive }) => isActive).map(({ id: personId }) => personId);
  await recordEvents(tx, active.map((personId) => ({
    type: peopleEvents.personMoved, actorId: actor.id, subjectKind: "person", subjectId: personId,
    payload: { from, to }, audit: { details: { from, to } },
  })));
  return active;
}

/** Roles that go along are wider than before: they hold for all of the other department. @returns how many there were */
async function settleRoles(tx: Tx, from: string, to: string, roles: "along" | "end"): Promise<number> {
  const taken = await tx.$queryRaw<{ personId: string; role: string }[]>(sql`
    DELETE FROM role_grant WHERE department_id = ${from}::uuid RETURNING person_id AS "personId", role`);
  if (roles === "along" && taken.length > 0) {
    await tx.$executeRaw(sql`
      INSERT INTO role_grant (person_id, role, department_id, granted_at)
      SELECT x.person_id, x.role, ${to}::uuid, ${now()}::timestamptz
      FROM unnest(${taken.map(({ personId }) => personId)}::uuid[], ${taken.map(({ role }) => role)}::role[]) AS x (person_id, role)
      ON CONFLICT DO NOTHING`);
  }
  await notifyPeople(tx, "person", taken.map(({ personId }) => personId));
  return taken.length;
}
