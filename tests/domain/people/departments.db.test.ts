import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { getDepartmentTree } from "~/domain/people/department-tree.server";
import { closeDepartment } from "~/domain/people/closing-departments.server";
import { createDepartment, moveDepartment, renameDepartment } from "~/domain/people/departments.server";
import { deactivatePerson } from "~/domain/people/leaving.server";
import { prisma, query } from "~/kernel/db.server";
import { Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { actorOf, foundAurora, join } from "./world";

useDatabase();
let admin: Actor;
let rootId: string;
beforeAll(async () => {
  ({ admin, rootId } = await foundAurora());
});

/** The pairs that the closure must hold, found by walking up. */
const reference = sql`
  WITH RECURSIVE up AS (
    SELECT id AS descendant_id, id AS ancestor_id, parent_id, 0 AS depth FROM department
    UNION ALL
    SELECT up.descendant_id, d.id, d.parent_id, up.depth + 1 FROM up JOIN department d ON d.id = up.parent_id
  ) SELECT descendant_id::text || ancestor_id || depth AS pair FROM up ORDER BY 1`;
const closure = sql`SELECT descendant_id::text || ancestor_id || depth AS pair FROM department_closure ORDER BY 1`;

const invalidAt = (fields: Record<string, string>) => expect.objectContaining({ fields });

describe("the tree", () => {
  it("keeps its closure equal to a walk upwards, whatever is created, moved and closed", async () => {
    const step = fc.record({ act: fc.constantFrom("create", "create", "move", "move", "close"), one: fc.nat(), other: fc.nat() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const ids = [await createDepartment(admin, { name: crypto.randomUUID(), parentId: rootId })];
        const parents = new Map([[ids[0]!, rootId]]);
        const isUnder = (id: string, above: string): boolean => id === above || (parents.has(id) && isUnder(parents.get(id)!, above));
        for (const { act, one, other } of steps) {
          const id = ids[one % ids.length]!;
          const place = [rootId, ...ids][other % (ids.length + 1)]!;
          if (act === "create") {
            const created = await createDepartment(admin, { name: crypto.randomUUID(), parentId: place });
            ids.push(created);
            parents.set(created, place);
          } else if (act === "move") {
            const move = moveDepartment(admin, id, { parentId: place });
            if (isUnder(place, id)) await expect(move).rejects.toEqual(invalidAt({ parentId: "admin-departments:error.loop" }));
            else {
              await move;
              parents.set(id, place);
            }
          } else if (ids.length > 1) {
            const closing = closeDepartment(admin, id, { intoId: place, contents: "along", roles: "along" });
            if (isUnder(place, id)) await expect(closing).rejects.toEqual(invalidAt({ intoId: "admin-departments:error.loop" }));
            else {
              await closing;
              ids.splice(ids.indexOf(id), 1);
              parents.delete(id);
              for (const [child, parent] of parents) if (parent === id) parents.set(child, place);
            }
          }
        }
        expect(await query(closure)).toEqual(await query(reference));
      }),
      { numRuns: Number(process.env.VOUCH_DEEP ? 100 : 8) },
    );
  });

  it("does not close a loop when two moves meet", async () => {
    const one = await createDepartment(admin, { name: "North", parentId: rootId });
    const other = await createDepartment(admin, { name: "South", parentId: rootId });
    const moves = await Promise.allSettled([moveDepartment(admin, one, { parentId: other }), moveDepartment(admin, other, { parentId: one })]);
    expect(moves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await query(closure)).toEqual(await query(reference));
  });

  it("counts people directly in a department and in all of it, leavers not", async () => {
    const above = await createDepartment(admin, { name: "Operations", parentId: rootId });
    const below = await createDepartment(admin, { name: "Logistics", parentId: above });
    await join(admin, { departmentId: above });
    await join(admin, { departmentId: below });
    const leaver = await join(admin, { departmentId: below });
    await deactivatePerson(admin, leaver);
    const tree = await getDepartmentTree(admin);
    const node = (id: string) => tree.find((department) => department.id === id);
    expect(node(above)).toMatchObject({ people: 1, peopleBelow: 2, depth: 1 });
    expect(node(below)).toMatchObject({ people: 1, peopleBelow: 1, depth: 2 });
    expect(tree[0]).toMatchObject({ id: rootId, parentId: null, depth: 0 });
  });
});

describe("departments", () => {
  it("have one name a place", async () => {
    const parentId = await createDepartment(admin, { name: "Shops", parentId: rootId });
    const turin = await createDepartment(admin, { name: "Turin", parentId });
    const taken = invalidAt({ name: "admin-departments:error.nameTaken" });
    await expect(createDepartment(admin, { name: "Turin", parentId })).rejects.toEqual(taken);
    const milan = await createDepartment(admin, { name: "Milan", parentId });
    await expect(renameDepartment(admin, milan, { name: "Turin" })).rejects.toEqual(taken);
    const elsewhere = await createDepartment(admin, { name: "Turin", parentId: rootId });
    await expect(moveDepartment(admin, elsewhere, { parentId })).rejects.toEqual(invalidAt({ parentId: "admin-departments:error.nameTaken" }));
    await renameDepartment(admin, turin, { name: "Turin" });
  });

  it("have a top that stays, and are gone once they were closed", async () => {
    const id = await createDepartment(admin, { name: "Closing", parentId: rootId });
    const leaver = await join(admin, { departmentId: id });
    await deactivatePerson(admin, leaver);
    const closing = { contents: "along", roles: "end" } as const;
    await expect(closeDepartment(admin, rootId, { intoId: id, ...closing })).rejects.toEqual(invalidAt({ intoId: "admin-departments:error.top" }));
    await expect(moveDepartment(admin, rootId, { parentId: id })).rejects.toBeInstanceOf(Invalid);
    await closeDepartment(admin, id, { intoId: rootId, ...closing });
    expect(await prisma.person.findUnique({ where: { id: leaver } })).toMatchObject({ departmentId: rootId });
    await expect(renameDepartment(admin, id, { name: "Gone" })).rejects.toBeInstanceOf(NotFound);
  });

  it("are changed by administrators alone, and nothing is left behind", async () => {
    const employee = await actorOf(await join(admin, { departmentId: rootId }));
    const before = await prisma.event.count();
    await expect(createDepartment(employee, { name: "Mine", parentId: rootId })).rejects.toBeInstanceOf(Forbidden);
    await expect(renameDepartment(employee, rootId, { name: "Mine" })).rejects.toBeInstanceOf(Forbidden);
    await expect(closeDepartment(employee, rootId, { intoId: rootId, contents: "along", roles: "along" })).rejects.toBeInstanceOf(Forbidden);
    await expect(getDepartmentTree(employee)).rejects.toBeInstanceOf(NotFound);
    expect(await prisma.event.count()).toBe(before);
  });
});
