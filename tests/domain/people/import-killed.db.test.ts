import pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { workOnImport } from "~/domain/people/import.job.server";
import { applyImport } from "~/domain/people/importing/deciding.server";
import { getImport } from "~/domain/people/importing/reading.server";
import { startImport } from "~/domain/people/importing/staging.server";
import { prisma, query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { startChild } from "../../support/child";
import { useDatabase } from "../../support/database";
import { foundAurora } from "./world";

const WORKER = new URL("./import-in-child.ts", import.meta.url);
const NEW = 1_200;
const KILLS = process.env.VOUCH_DEEP ? 12 : 2;

const database = useDatabase();
let admin: Actor;
beforeAll(async () => {
  ({ admin } = await foundAurora());
});

const row = (number: number, name: string, department: string) => `${number},Anna,${name} ${number},${department},`;
const HEADER = "Personnel number,Given name,Family name,Department,Leaves";
const start = (rows: string[]) => startImport(admin, { name: "people.csv", bytes: new TextEncoder().encode([HEADER, ...rows].join("\n")) }, { createsDepartments: true, missingLeave: false });
const handled = async (id: string) => (await prisma.peopleImport.findUniqueOrThrow({ where: { id } })).handled;
const people = () => prisma.person.count();

/** A worker that nobody kills does all there is to do. */
const finish = (id: string) => workOnImport.run({ importId: id });

/** Stops a worker in the middle of a batch, at its first write to this table, and kills it there. */
async function killAt(table: string, id: string): Promise<void> {
  const blocker = new pg.Client(database.url);
  await blocker.connect();
  await blocker.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
  const child = startChild(WORKER, database.url, id);
  const waits = () => query<{ n: number }>(sql`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = ${table}::regclass`);
  await expect.poll(async () => (await waits())[0]!.n, { timeout: 30_000 }).toBe(1);
  await child.kill();
  await blocker.query("ROLLBACK");
  await blocker.end();
}

it("killed anywhere it goes on: nobody is missing, nobody twice, and each act stands in the audit once", { timeout: 300_000 }, async () => {
  const before = await start(Array.from({ length: 30 }, (_, nth) => row(50_000 + nth, "Ferri", "Negozi / Bari")));
  await finish(before);
  await applyImport(admin, before, { goOn: false, leavers: "" });
  await finish(before);
  const there = await people();

  const id = await start([
    ...Array.from({ length: 20 }, (_, nth) => row(50_000 + nth, nth < 10 ? "Rossi" : "Ferri", nth < 10 ? "Negozi / Bari" : "Negozi / Lecce")),
    ...Array.from({ length: 5 }, (_, nth) => `${50_020 + nth},Anna,Ferri ${50_020 + nth},Negozi / Bari,yes`),
    ...Array.from({ length: NEW }, (_, nth) => row(60_000 + nth, "Greco", `Negozi / Forno ${nth % 7}`)),
  ]);
  await killAt("people_import", id);
  expect([(await getImport(admin, id)).state, await handled(id)]).toEqual(["checking", 0]);
  await finish(id);
  expect((await getImport(admin, id)).counts).toEqual({ new: NEW, changed: 10, moved: 10, leaver: 5 });

  await applyImport(admin, id, { goOn: false, leavers: "5" });
  // Its people are written by then, their entries are not: nothing of it may stay.
  await killAt("audit_entry", id);
  expect([await people(), await handled(id), await prisma.department.count({ where: { name: { startsWith: "Forno" } } })]).toEqual([there, 0, 0]);
  for (let kill = 0; kill < KILLS; kill++) {
    const reached = await handled(id);
    const child = startChild(WORKER, database.url, id);
    const isOver = child.ended.then(() => "over");
    await expect.poll(async () => (await handled(id)) > reached || (await Promise.race([isOver, Promise.resolve("at it")])) === "over", { timeout: 60_000, interval: 5 }).toBe(true);
    await child.kill();
  }
  await finish(id);

  expect(await getImport(admin, id)).toMatchObject({ state: "done", counts: { new: NEW, changed: 10, moved: 10, leaver: 5 } });
  const [result] = await query<{ added: number; renamed: number; moved: number; left: number; departments: number }>(sql`
    SELECT count(*) FILTER (WHERE p.family_name LIKE 'Greco %')::int AS added, count(*) FILTER (WHERE p.family_name LIKE 'Rossi %')::int AS renamed,
      count(*) FILTER (WHERE d.name = 'Lecce')::int AS moved, count(*) FILTER (WHERE p.deactivated_at IS NOT NULL)::int AS left,
      (SELECT count(*)::int FROM department WHERE name LIKE 'Forno %') AS departments
    FROM person p JOIN department d ON d.id = p.department_id`);
  expect(result).toEqual({ added: NEW, renamed: 10, moved: 10, left: 5, departments: 7 });
  const acts = await query<{ action: string; entries: number; subjects: number }>(sql`
    SELECT action, count(*)::int AS entries, count(DISTINCT subject_id)::int AS subjects FROM audit_entry
    WHERE action LIKE 'person.%' OR action LIKE 'department.%' GROUP BY 1 ORDER BY 1`);
  for (const { action, entries, subjects } of acts) expect({ action, entries }).toEqual({ action, entries: subjects });
  expect(acts.find(({ action }) => action === "person.added")?.entries).toBe(NEW + 30);
});
