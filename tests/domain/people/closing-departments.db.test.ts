import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { previewDepartmentChange } from "~/domain/insights/department-change-preview.server";
import { findPostRecord } from "~/domain/library/post-record.server";
import { setApprovalRule } from "~/domain/messages/approval-rules.server";
import { countVersions } from "~/domain/messages/audience.server";
import { startMessage } from "~/domain/messages/drafting.server";
import { publishMessage, scheduleMessage } from "~/domain/messages/publishing.server";
import { findActor } from "~/domain/people/actors.server";
import { closeDepartment } from "~/domain/people/closing-departments.server";
import { createDepartment, moveDepartment } from "~/domain/people/departments.server";
import { grantRole } from "~/domain/people/roles.server";
import { after, DAY } from "~/kernel/clock";
import { prisma, query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { visibleMessages } from "~/policy/messages";
import "~/wiring.server";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "../messages/world";
import { offerPost } from "../shares/offered-post";

useDatabase();

let world: World;
let admin: Actor;
let publisher: Actor;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.person("company", { roles: [{ role: "administrator" }] });
  publisher = await world.person("hr", { roles: [{ role: "publisher" }] });
});

const closure = sql`SELECT descendant_id, ancestor_id, depth FROM department_closure ORDER BY 1, 2`;
const reference = sql`
  WITH RECURSIVE way AS (
    SELECT id AS descendant_id, id AS ancestor_id, 0 AS depth FROM department
    UNION ALL SELECT w.descendant_id, d.parent_id, w.depth + 1 FROM way w JOIN department d ON d.id = w.ancestor_id WHERE d.parent_id IS NOT NULL)
  SELECT descendant_id, ancestor_id, depth FROM way ORDER BY 1, 2`;

const draft = (audienceIds: string[], versions: string[] = []) => ({
  why: { it: "Perché" }, audienceIds, texts: [null, ...versions].map((departmentId) => ({ departmentId, language: "it", title: "Titolo", body: "Testo" })),
});
const write = (audienceIds: string[], versions: string[] = []) => startMessage(publisher, { kind: "message", draft: draft(audienceIds, versions) });
async function publish(audienceIds: string[], versions: string[] = []): Promise<string> {
  const id = await write(audienceIds, versions);
  await publishMessage(publisher, id, 1);
  return id;
}
async function hire(departmentId: string): Promise<string> {
  const { id } = await world.person("company");
  await query(sql`UPDATE person SET department_id = ${departmentId}::uuid WHERE id = ${id}::uuid`);
  return id;
}
const make = (parentId: string) => createDepartment(admin, { name: crypto.randomUUID(), parentId });
const sees = async (personId: string) => new Set((await query<{ id: string }>(sql`SELECT DISTINCT seen.message_id AS id FROM ${visibleMessages((await findActor(personId))!)}`)).map(({ id }) => id));

const plan = fc.record({
  parents: fc.array(fc.nat(20), { minLength: 3, maxLength: 6 }),
  audiences: fc.array(fc.record({ departments: fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 3 }), versions: fc.uniqueArray(fc.nat(20), { maxLength: 2 }), isOut: fc.boolean() }), { minLength: 1, maxLength: 4 }),
  which: fc.nat(20),
  target: fc.nat(20),
  act: fc.constantFrom("move" as const, "close" as const),
  contents: fc.constantFrom("along" as const, "end" as const),
});

describe("a department that is moved or joined into another", () => {
  it("leaves everybody exactly one version, the tree whole, nobody behind, and changes what was shown before", async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ parents, audiences, which, target, act, contents }) => {
        const ids = [await make(world.departments.company)];
        for (const parent of parents) ids.push(await make(ids[parent % ids.length]!));
        const at = (index: number) => ids[index % ids.length]!;
        const everybody = await Promise.all(ids.map(hire));
        for (const { departments, versions, isOut } of audiences) await (isOut ? publish : write)([...new Set(departments.map(at))], [...new Set(versions.map(at))]);
        const moved = ids[1 + (which % (ids.length - 1))]!;
        const to = at(target);
        const isWithin = await prisma.departmentClosure.count({ where: { descendantId: to, ancestorId: moved } });
        const reader = everybody[ids.indexOf(moved)]!;
        const [before, shown] = [await sees(reader), await previewDepartmentChange(admin, moved, to, act)];
        const done = act === "move" ? moveDepartment(admin, moved, { parentId: to }) : closeDepartment(admin, moved, { intoId: to, contents, roles: "end" });
        if (isWithin) {
          await expect(done).rejects.toMatchObject({ fields: { [act === "move" ? "parentId" : "intoId"]: "admin-departments:error.loop" } });
          return;
        }
        await done;
        const now = await sees(reader);
        expect([shown.messagesGained, shown.messagesLost]).toEqual([[...now].filter((id) => !before.has(id)).length, [...before].filter((id) => !now.has(id)).length]);
        expect(await query(closure)).toEqual(await query(reference));
        expect(await prisma.person.count({ where: { departmentId: moved } })).toBe(act === "move" ? 1 : 0);
        for (const message of await prisma.message.findMany({ include: { audience: true, variants: true } })) {
          const audienceIds = message.audience.map(({ departmentId }) => departmentId);
          const counts = await countVersions({ audienceIds, companyLanguage: "it", versions: message.variants.map(({ departmentId }) => ({ departmentId, languages: ["it"] })) });
          const [meant] = await query<{ count: number }>(sql`SELECT count(*)::int AS count FROM person p WHERE p.department_id IN (SELECT descendant_id FROM department_closure WHERE ancestor_id = ANY(${audienceIds}::uuid[]))`);
          expect(counts.total).toBe(meant!.count);
          expect(counts.versions.reduce((sum, { people }) => sum + people, 0)).toBe(counts.total);
          if (act === "close" && message.state !== "published") expect([...audienceIds, ...message.variants.map(({ departmentId }) => departmentId)]).not.toContain(moved);
        }
      }),
      {
        numRuns: process.env.VOUCH_DEEP ? 150 : 12,
        // What is for the department itself and for the one above it is no news after the move.
        examples: [[{ parents: [0, 0, 0], audiences: [{ departments: [2, 11], versions: [], isOut: true }], which: 11, target: 14, act: "move", contents: "along" }]],
      },
    );
  }, 300_000);

  it("takes along what was for it, or ends it, as was chosen; approvals are void and times taken back", async () => {
    for (const contents of ["along", "end"] as const) {
      const [closing, into] = [await make(world.departments.company), await make(world.departments.company)];
      await setApprovalRule(admin, { departmentId: closing, reason: `Regola ${contents}`, coversNotices: false });
      const scheduled = await startMessage(publisher, { kind: "notice", draft: draft([closing]) });
      await scheduleMessage(publisher, scheduled, 1, after(DAY));
      const post = await offerPost(publisher, closing);
      const out = await publishNotice(closing);
      await closeDepartment(admin, closing, { intoId: into, contents, roles: "end" });
      const meant = contents === "along" ? [into] : [];
      expect(await prisma.message.findUnique({ where: { id: scheduled }, include: { audience: true } })).toMatchObject({ state: "draft", publishAt: null, audience: meant.map((departmentId) => ({ departmentId })) });
      expect(await findPostRecord(post)).toMatchObject({ state: "draft", audience: meant });
      expect((await prisma.messageAudience.findMany({ where: { messageId: out } })).map(({ departmentId }) => departmentId)).toEqual([closing]);
      expect(await prisma.approvalRule.count({ where: { departmentId: into } })).toBe(1);
    }
  });

  it("lets roles go along or end, and stands in the audit with the choices", async () => {
    for (const roles of ["along", "end"] as const) {
      const [closing, into] = [await make(world.departments.company), await make(world.departments.company)];
      const personId = await hire(closing);
      await grantRole(admin, personId, { role: "approver", departmentId: closing });
      await grantRole(admin, personId, { role: "approver", departmentId: into });
      await grantRole(admin, personId, { role: "leader", departmentId: closing });
      await closeDepartment(admin, closing, { intoId: into, contents: "end", roles });
      const held = (await findActor(personId))!.roles.map(({ role, departmentId }) => `${role} ${departmentId}`).sort();
      expect(held).toEqual(roles === "along" ? [`approver ${into}`, `leader ${into}`] : [`approver ${into}`]);
      const [entry] = await query<{ details: object }>(sql`SELECT details FROM audit_entry WHERE action = 'department.joined' AND subject_id = ${closing}`);
      expect(entry!.details).toMatchObject({ intoId: into, roles, contents: "end", people: 1, grants: 2 });
    }
  });

  it("is refused for the top, for who does not administer, and where a name is taken there", async () => {
    const [closing, into] = [await make(world.departments.company), await make(world.departments.company)];
    await createDepartment(admin, { name: "Turno", parentId: closing });
    await createDepartment(admin, { name: "Turno", parentId: into });
    const choices = { intoId: into, contents: "end", roles: "end" } as const;
    await expect(closeDepartment(admin, closing, choices)).rejects.toMatchObject({ fields: { intoId: "admin-departments:error.nameTakenThere" } });
    await expect(closeDepartment(admin, world.departments.company, choices)).rejects.toMatchObject({ fields: { intoId: "admin-departments:error.top" } });
    await expect(closeDepartment(publisher, closing, choices)).rejects.toThrow("departments");
    await expect(previewDepartmentChange(publisher, closing, into, "close")).rejects.toThrow("department");
  });
});

async function publishNotice(departmentId: string): Promise<string> {
  const id = await startMessage(publisher, { kind: "notice", draft: draft([departmentId]) });
  await publishMessage(publisher, id, 1);
  return id;
}
