import { z } from "zod";
import { now } from "~/kernel/clock";
import { transaction, uniqueViolation, type Tx } from "~/kernel/db.server";
import { Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { id, line } from "~/kernel/fields";
import type { Actor } from "~/policy/actor";
import { canChangeDepartments } from "~/policy/departments";
import { peopleEvents } from "./events";

export const newDepartment = z.object({ name: line(80), parentId: id });
export const departmentName = z.object({ name: line(80) });
export const departmentPlace = z.object({ parentId: id });

/** Tells every open page that the tree is another one. */
const live = { topic: "departments" };

/** @throws Invalid at `name` when the parent has a department of this name; at `parentId` when there is no such parent */
export async function createDepartment(actor: Actor, { name, parentId }: z.infer<typeof newDepartment>): Promise<string> {
  requireRight(actor);
  return refusingSameName(() =>
    transaction(async (tx) => {
      if (!(await tx.department.findUnique({ where: { id: parentId } }))) throw new Invalid({ parentId: "errors:field.invalid" });
      const { id } = await tx.department.create({ data: { name, parentId, createdAt: now() } });
      await recordEvent(tx, {
        type: peopleEvents.departmentCreated, actorId: actor.id, subjectKind: "department", subjectId: id,
        payload: { parentId }, audit: { details: { name, parentId } }, live,
      });
      return id;
    }),
  );
}

/** @throws NotFound; Invalid at `name` when a department beside it has this name */
export async function renameDepartment(actor: Actor, id: string, { name }: z.infer<typeof departmentName>): Promise<void> {
  requireRight(actor);
  await refusingSameName(() =>
    transaction(async (tx) => {
      const before = await lockDepartment(tx, id);
      if (before.name === name) return;
      await tx.department.update({ where: { id }, data: { name } });
      await recordEvent(tx, {
        type: peopleEvents.departmentRenamed, actorId: actor.id, subjectKind: "department", subjectId: id,
        audit: { details: { from: before.name, to: name } }, live,
      });
    }),
  );
}

/**
 * Hangs a department, with everything under it, under another one.
 * @throws NotFound; Invalid at `parentId` for the top of the tree, for a place under itself, and where the name is taken
 */
export async function moveDepartment(actor: Actor, id: string, { parentId }: z.infer<typeof departmentPlace>): Promise<void> {
  requireRight(actor);
  await refusingSameName(
    () =>
      transaction(async (tx) => {
        // The triggers take the same lock: no other move comes between this look and the change.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('department_closure'))`;
        const before = await lockDepartment(tx, id);
        if (before.parentId === parentId) return;
        if (before.parentId === null) throw new Invalid({ parentId: "admin-departments:error.top" });
        const way = await tx.departmentClosure.findMany({ where: { descendantId: parentId }, select: { ancestorId: true } });
        if (way.length === 0) throw new Invalid({ parentId: "errors:field.invalid" });
        if (way.some(({ ancestorId }) => ancestorId === id)) throw new Invalid({ parentId: "admin-departments:error.loop" });
        await tx.department.update({ where: { id }, data: { parentId } });
        await recordEvent(tx, {
          type: peopleEvents.departmentMoved, actorId: actor.id, subjectKind: "department", subjectId: id,
          payload: { from: before.parentId, to: parentId }, audit: { details: { from: before.parentId, to: parentId } }, live,
        });
      }),
    "parentId",
  );
}

function requireRight(actor: Actor): void {
  if (!canChangeDepartments(actor)) throw new Forbidden("departments");
}

async function lockDepartment(tx: Tx, id: string): Promise<{ name: string; parentId: string | null }> {
  const rows = await tx.$queryRaw<{ name: string; parentId: string | null }[]>`
    SELECT name, parent_id AS "parentId" FROM department WHERE id = ${id}::uuid FOR UPDATE`;
  if (!rows[0]) throw new NotFound("department");
  return rows[0];
}

/** Siblings differ by name: a unique index decides, since two may try at once. */
async function refusingSameName<T>(work: () => Promise<T>, field = "name"): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (uniqueViolation(error) === "department_parent_id_name_key") throw new Invalid({ [field]: "admin-departments:error.nameTaken" });
    throw error;
  }
}
