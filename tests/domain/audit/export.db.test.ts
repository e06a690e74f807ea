import { beforeAll, expect, it } from "vitest";
import { exportAudit } from "~/domain/audit/exporting.server";
import { listLooksAtMe, viewPerson } from "~/domain/audit/viewing.server";
import { describeAudit, listAudit } from "~/domain/audit/reading.server";
import { createDepartment } from "~/domain/people/departments.server";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { HOUR, useClock } from "~/kernel/clock";
import type { Actor } from "~/policy/actor";
import { verifyAudit } from "../../../scripts/verify-audit.mjs";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "../messages/world";

useDatabase();
const verify = verifyAudit as (lines: Iterable<string>, head?: string) => Promise<{ fault?: string; entries?: number; head?: string; erased?: number }>;

let world: World;
let admin: Actor;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.person("company", { roles: [{ role: "administrator" }] });
  for (const name of ["=SUM(A1)", "Pasticceria", "Caffè"]) await createDepartment(admin, { name, parentId: world.departments.shops });
});

const read = async (format: "csv" | "jsonl", filter = {}) => new Response(await exportAudit(admin, format, filter)).text();

it("verifies an export, and finds one changed, removed, reordered entry and a cut end", async () => {
  const lines = (await read("jsonl")).trim().split("\n");
  const { head } = await describeAudit(admin);
  expect(await verify(lines, head!.hash)).toMatchObject({ entries: lines.length, head: head!.hash });
  expect(lines.length).toBeGreaterThanOrEqual(4);
  for (let at = 0; at < lines.length; at++) {
    const without = lines.filter((_, index) => index !== at);
    expect((await verify(without, head!.hash)).fault, `without ${at}`).toBeDefined();
    const entry = JSON.parse(lines[at]!) as Record<string, unknown>;
    for (const change of [{ action: "other" }, { actor: null }, { at: "2020-01-01T00:00:00.000Z" }, { details: { x: 1 } }, { details: null, salt: null, detailsHash: "00" }, { subject: ["person", "x"] }, { id: "99" }]) {
      const changed = lines.with(at, JSON.stringify({ ...entry, ...change }));
      expect((await verify(changed, head!.hash)).fault, `${at} ${JSON.stringify(change)}`).toBeDefined();
    }
    if (at > 0) expect((await verify(lines.with(at, lines[at - 1]!).with(at - 1, lines[at]!), head!.hash)).fault).toBeDefined();
  }
  expect((await verify(lines.slice(0, -1))).fault).toBeUndefined();
  expect((await verify(lines.slice(0, -1), head!.hash)).fault).toMatch(/end/);
  // Erased details keep the chain whole.
  await query(sql`UPDATE audit_entry SET details = NULL, salt = NULL WHERE seq = 2`);
  expect(await verify((await read("jsonl")).trim().split("\n"))).toMatchObject({ erased: 1 });
});

it("writes CSV that no spreadsheet runs, and puts every export on record", async () => {
  const csv = await read("csv", { action: "department.created" });
  expect(csv).toContain("department.created");
  expect(csv).toContain(`'=SUM(A1)`);
  expect(csv).not.toMatch(/(^|,)"?=/m);
  const { items } = await listAudit(admin, { action: "audit.exported" });
  expect(items.length).toBeGreaterThan(0);
});

it("finds entries by who, what and words in the details, without accents", async () => {
  expect((await listAudit(admin, { q: "caffe" })).items.map(({ action }) => action)).toEqual(["department.created"]);
  expect((await listAudit(admin, { who: admin.familyName, kind: "department" })).items).toHaveLength(3);
  expect((await listAudit(admin, { who: "nobody" })).items).toEqual([]);
  for (const hostile of ["'", "%", "\\", "\0", "a".repeat(300), "$1"]) await listAudit(admin, { who: hostile, q: hostile, action: hostile, from: hostile, to: "2026-02-31" }, hostile);
  await expect(listAudit(await world.person("it"), {})).rejects.toThrow();
  await expect(exportAudit(await world.person("it"), "csv", {})).rejects.toThrow();
});

it("puts on record who looked at whom, once an hour, and shows it to that person", async () => {
  const person = await world.person("turin");
  for (let times = 0; times < 3; times++) await viewPerson(admin, person.id);
  await viewPerson(person, person.id);
  expect((await listLooksAtMe(person)).looks).toMatchObject([{ who: `${admin.givenName} ${admin.familyName}` }]);
  const back = useClock({ now: () => new Date(Date.now() + HOUR) });
  try {
    await viewPerson(admin, person.id);
  } finally {
    back();
  }
  expect((await listLooksAtMe(person)).looks).toHaveLength(2);
  expect((await listLooksAtMe(await world.person("hr"))).looks).toEqual([]);
});
