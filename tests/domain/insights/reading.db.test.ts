import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { listAllBlocks, listBlocks } from "~/domain/insights/blocks.server";
import { cellsOf, columnsOf, wholeCells } from "~/domain/insights/item-table";
import { getItem, listItems } from "~/domain/insights/items.server";
import { writeItemCsv } from "~/domain/insights/table-csv.server";
import { takeSnapshot } from "~/domain/insights/take-snapshot.job.server";
import { listWaitingQuestions } from "~/domain/insights/waiting-questions.server";
import { after, DAY, HOUR, now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import { textsIn } from "~/locales/catalogues.server";
import type { Actor, Role } from "~/policy/actor";
import { canSeeBlock, canSeeFigures, canSeeInsights, visibleBlocks, visibleFigures } from "~/policy/insights";
import { useDatabase } from "../../support/database";
import { findInsightsFacts } from "./facts";
import { createStaffedWorld, open, publish, type StaffedWorld } from "./staffed-world";

useDatabase();

const NAMES = ["company", "office", "hr", "it", "operations", "shops", "turin"] as const;
let world: StaffedWorld;
let toAll: string;
let leader: Actor;
let operationsLeader: Actor;
let publisher: Actor;

beforeAll(async () => {
  world = await createStaffedWorld();
  publisher = await world.person("hr", { roles: [{ role: "publisher" }] });
  leader = await world.person("company", { roles: [{ role: "leader" }], language: "en" });
  operationsLeader = await world.person("operations", { roles: [{ role: "leader", departmentId: world.departments.operations }] });
  toAll = await publish(publisher.id, [world.departments.company], { at: after(-HOUR, now()), title: "=1+1" });
  await open(toAll, [...world.staff.turin, ...world.staff.it.slice(0, 3)]);
  await takeSnapshot();
});

describe("a leader of a part", () => {
  it("sees the whole, their own part and no other department", async () => {
    const { blocks } = await listBlocks(operationsLeader, toAll, {});
    expect(blocks.map(({ name }) => name)).toEqual(["operations"]);
    expect((await listAllBlocks(operationsLeader, toAll)).map(({ name }) => name)).toEqual(["operations", "shops", "turin"]);
    expect(await getItem(operationsLeader, toAll)).toMatchObject({ size: 73, opened: 27, part: { name: "operations", tier: "detail", opened: 7 } });
    await expect(listBlocks(operationsLeader, toAll, { within: world.departments.office })).rejects.toBeInstanceOf(NotFound);
  });

  it("does not find what is for others", async () => {
    const id = await publish(publisher.id, [world.departments.office], { at: after(-HOUR, now()) });
    await query(sql`UPDATE insights_item SET taken_on = NULL`);
    await takeSnapshot();
    await expect(getItem(operationsLeader, id)).rejects.toBeInstanceOf(NotFound);
    expect((await listItems(operationsLeader, { period: "all" })).items.map((item) => item.id)).toEqual([toAll]);
    expect((await listItems(leader, { period: "30" })).items).toHaveLength(2);
    await expect(listItems(await world.person("it"), { period: "all" })).rejects.toBeInstanceOf(NotFound);
  });
});

describe("the CSV", () => {
  it.each(["en", "it", "ro", "ru"])("holds what the pages show in %s, and nothing that a spreadsheet calculates", async (language) => {
    const reader = { ...leader, language };
    const item = await getItem(reader, toAll);
    const t = textsIn(language);
    const number = (value: number) => new Intl.NumberFormat(language).format(value);
    const shown = [columnsOf(t, item), wholeCells(t, number, item)];
    const walk = async (within?: string, above = "") => {
      for (const block of (await listBlocks(reader, toAll, { within })).blocks) {
        const [name, ...cells] = cellsOf(t, number, item, block.name, block);
        shown.push([above + name, ...cells]);
        if (block.isParent) await walk(block.departmentId, `${above}${name} / `);
      }
    };
    await walk();
    const csv = await writeItemCsv(reader, toAll);
    const separator = language === "en" ? "," : ";";
    expect(csv.slice(1).trimEnd().split("\r\n").map((line) => line.split(separator).map((cell) => cell.replace(/^"(.*)"$/, "$1")))).toEqual(shown);
    expect(shown.flat().filter((cell) => cell === t("studio-insights:figure.hidden")).length).toBeGreaterThan(3);
  });
});

describe("the list", () => {
  it("goes on by cursor without a gap", async () => {
    for (let i = 0; i < 15; i++) await publish(publisher.id, [world.departments.it], { at: after(-(i + 2) * DAY, now()), title: `Messaggio ${i}` });
    await takeSnapshot();
    const first = await listItems(leader, { period: "90" });
    expect(first.items).toHaveLength(12);
    const second = await listItems(leader, { period: "90", after: { at: first.next!.startedAt.toISOString(), id: first.next!.id } });
    const all = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(all).size).toBe(17);
    expect((await listItems(leader, { period: "90", kind: "post" })).items).toEqual([]);
  });
});

it("lists questions only for those who may answer them", async () => {
  await query(sql`
    INSERT INTO message_remark (id, message_id, variant_id, person_id, kind, body, written_at)
    SELECT gen_random_uuid(), v.message_id, v.id, ${leader.id}::uuid, 'question', 'Da quando?', now() FROM variant v WHERE v.message_id = ${toAll}::uuid`);
  expect(await listWaitingQuestions(publisher)).toMatchObject({ total: 1, questions: [{ messageId: toAll, body: "Da quando?" }] });
  expect(await listWaitingQuestions(leader)).toEqual({ questions: [], total: 0 });
});

it("decides about figures as its row filters do, for random roles, scopes and audiences", async () => {
  const department = fc.constantFrom(...NAMES);
  const scene = fc.record({
    home: department,
    grants: fc.uniqueArray(fc.tuple(fc.constantFrom<Role>("leader", "publisher", "administrator"), fc.option(department)), { maxLength: 3, selector: ([role, scope]) => `${role} ${scope}` }),
    audience: fc.uniqueArray(department, { minLength: 1, maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(scene, async ({ home, grants, audience }) => {
      const actor = await world.person(home, { roles: grants.map(([role, scope]) => ({ role, departmentId: scope && world.departments[scope] })) });
      const id = await publish(publisher.id, audience.map((name) => world.departments[name]), { at: after(-HOUR, now()) });
      await takeSnapshot();
      const facts = (await findInsightsFacts(id))!;
      const [row] = await query<{ sees: boolean }>(sql`SELECT ${visibleFigures(actor)} AS sees FROM insights_item i WHERE i.id = ${id}::uuid`);
      expect(row!.sees).toBe(canSeeFigures(actor, facts));
      if (row!.sees) expect(canSeeInsights(actor)).toBe(true);
      const blocks = await query<{ sees: boolean; path: string[] }>(sql`
        SELECT ${visibleBlocks(actor)} AS sees, ARRAY(SELECT ancestor_id::text FROM department_closure c WHERE c.descendant_id = b.department_id ORDER BY depth) AS path
        FROM insights_block b JOIN insights_item i ON i.id = b.item_id WHERE i.id = ${id}::uuid`);
      for (const { sees, path } of blocks) {
        expect(sees).toBe(canSeeBlock(actor, facts, path));
        if (sees) expect(canSeeFigures(actor, facts)).toBe(true);
      }
    }),
    { numRuns: process.env.VOUCH_DEEP ? 500 : 40 },
  );
});
