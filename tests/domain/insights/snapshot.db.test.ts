import { beforeAll, describe, expect, it } from "vitest";
import { takeSnapshot, takeSnapshotJob } from "~/domain/insights/take-snapshot.job.server";
import { after, DAY, HOUR, useClock } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { useDatabase } from "../../support/database";
import { createStaffedWorld, hire, open, publish, type StaffedWorld } from "./staffed-world";

useDatabase();

interface Block {
  departmentId: string;
  tier: string;
  size: number | null;
  band: number | null;
  opened: number | null;
  confirmed: number | null;
  shared: number | null;
}

/** Monday 16 November 2026, five in the morning in Rome. */
const MONDAY = new Date("2026-11-16T04:00:00Z");
let world: StaffedWorld;
let author: string;
beforeAll(async () => {
  world = await createStaffedWorld();
  author = world.staff.hr[0]!;
});

async function night(days: number, workers = 1): Promise<void> {
  const restore = useClock({ now: () => after(days * DAY, MONDAY) });
  try {
    await Promise.all(Array.from({ length: workers }, () => takeSnapshot()));
  } finally {
    restore();
  }
}

const blocksOf = (id: string) =>
  query<Block>(sql`SELECT department_id AS "departmentId", tier, size, band, opened, confirmed, shared FROM insights_block WHERE item_id = ${id}::uuid ORDER BY 1`);
const wholeOf = async (id: string) =>
  (await query<{ tier: string; size: number | null; opened: number | null; confirmed: number | null; takenOn: string }>(sql`
    SELECT tier, size, opened, confirmed, taken_on AS "takenOn" FROM insights_item WHERE id = ${id}::uuid`))[0];
const named = async (id: string) => {
  const blocks = new Map((await blocksOf(id)).map((block) => [block.departmentId, block]));
  return (name: keyof StaffedWorld["departments"]) => blocks.get(world.departments[name])!;
};
const toAll = (over: { at: Date } = { at: after(-HOUR, MONDAY) }) => publish(author, [world.departments.company], over);

describe("a night's snapshot", () => {
  it("stores only what may be shown", async () => {
    const id = await toAll();
    await open(id, [...world.staff.turin.slice(0, 12), ...world.staff.it, ...world.staff.hr.slice(0, 2)]);
    await night(0);
    expect(await wholeOf(id)).toMatchObject({ tier: "exact", size: 70, opened: 35, confirmed: 0 });
    const block = await named(id);
    expect(block("operations")).toMatchObject({ tier: "detail", size: 33, band: null, opened: 3 });
    expect(block("it")).toMatchObject({ tier: "band", size: null, band: 2, opened: 2 });
    expect(block("turin")).toMatchObject({ tier: "band", size: null, band: 2, opened: 1 });
    for (const name of ["hr", "shops"] as const) expect(block(name)).toMatchObject({ tier: "hidden", size: null, band: null, opened: null, confirmed: null, shared: null });
  });

  it("leaves no combination of stored rows that touches fewer than 5 people, or 20 for tenths", async () => {
    const id = await toAll();
    await night(0);
    const roster = await query<{ personId: string; above: string[] }>(sql`
      SELECT h.person_id AS "personId", ARRAY(SELECT ancestor_id::text FROM department_closure c WHERE c.descendant_id = h.department_id) AS above
      FROM insights_roster_person h JOIN insights_item i ON i.roster_id = h.roster_id WHERE i.id = ${id}::uuid`);
    const blocks = await blocksOf(id);
    const members = (tiers: string[]) => [
      roster.map((_, person) => person),
      ...blocks.filter(({ tier }) => tiers.includes(tier)).map(({ departmentId }) => roster.flatMap(({ above }, person) => (above.includes(departmentId) ? [person] : []))),
    ];
    // A combination of rows is the same for people who are in the same rows, so it touches whole such groups or none of them.
    const smallest = (groups: number[][]) => {
      const alike = new Map<string, number>();
      for (const person of roster.keys()) {
        const pattern = groups.map((group) => (group.includes(person) ? 1 : 0)).join("");
        alike.set(pattern, (alike.get(pattern) ?? 0) + 1);
      }
      return Math.min(...alike.values());
    };
    expect(smallest(members(["detail", "band"]))).toBeGreaterThanOrEqual(5);
    expect(smallest(members(["detail"]))).toBeGreaterThanOrEqual(20);
  });

  it("is taken once a day, by however many workers, and made up for after days without one", async () => {
    const id = await toAll();
    await open(id, world.staff.turin);
    await night(1, 3);
    const first = { whole: await wholeOf(id), blocks: await blocksOf(id) };
    expect(first.whole).toMatchObject({ opened: 24, takenOn: "2026-11-17" });
    await open(id, world.staff.it);
    await night(1);
    expect({ whole: await wholeOf(id), blocks: await blocksOf(id) }).toEqual(first);
    await night(4);
    expect(await wholeOf(id)).toMatchObject({ opened: 45, takenOn: "2026-11-20" });
    expect(await query(sql`SELECT 1 FROM insights_roster WHERE week = '2026-11-16'`)).toHaveLength(1);
  });

  it("counts no guests", async () => {
    const guest = (await hire(world.departments.turin, 1))[0]!;
    const before = (await query<{ count: number }>(sql`SELECT count(*) FROM person WHERE deactivated_at IS NULL AND NOT is_guest`))[0]!.count;
    await query(sql`UPDATE person SET is_guest = true, guest_until = now() + interval '1 day' WHERE id = ${guest}::uuid`);
    const id = await toAll();
    await open(id, [guest]);
    await night(4);
    expect(await wholeOf(id)).toMatchObject({ size: before - 1, opened: 0 });
  });

  it("waits for the company's night", async () => {
    const id = await toAll({ at: new Date("2026-11-21T20:00:00Z") });
    const at = async (moment: string) => {
      const restore = useClock({ now: () => new Date(moment) });
      await takeSnapshotJob.run({});
      restore();
    };
    await at("2026-11-22T01:45:00Z");
    expect(await wholeOf(id)).toBeUndefined();
    await at("2026-11-22T02:00:00Z");
    expect(await wholeOf(id)).toMatchObject({ takenOn: "2026-11-22" });

    // What comes out by day is not counted at the next quarter of an hour, nor when a slept-through night is made up for.
    const byDay = await toAll({ at: new Date("2026-11-22T02:00:01Z") });
    await at("2026-11-22T02:15:00Z");
    await at("2026-11-22T22:45:00Z");
    expect(await wholeOf(byDay)).toBeUndefined();
    await at("2026-11-23T09:00:00Z");
    expect(await wholeOf(byDay)).toMatchObject({ takenOn: "2026-11-23" });
  });

  it("forgets what was called back", async () => {
    const id = await toAll();
    await night(5);
    await query(sql`UPDATE message SET state = 'draft', published_at = NULL WHERE id = ${id}::uuid`);
    await night(6);
    expect(await wholeOf(id)).toBeUndefined();
    expect(await blocksOf(id)).toEqual([]);
  });
});

describe("somebody who compares snapshots", () => {
  /** What changes from one night to the next when `act` happens in between, apart from how many people there are. */
  async function differenceMadeBy(id: string, act: () => Promise<void>, from: number) {
    await night(from);
    const before = { blocks: await blocksOf(id), opened: (await wholeOf(id))!.opened };
    await act();
    await night(from + 1);
    expect({ blocks: await blocksOf(id), opened: (await wholeOf(id))!.opened }).toEqual(before);
  }
  const openers = () => [...world.staff.turin.slice(0, 13), ...world.staff.it.slice(0, 8)];

  it.each([true, false])("does not learn from a leaving whether the leaver had opened it (%s)", async (hadOpened) => {
    const id = await toAll();
    const leaver = world.staff.turin[hadOpened ? 21 : 22]!;
    await open(id, [...openers(), ...(hadOpened ? [leaver] : [])]);
    await differenceMadeBy(id, async () => void (await query(sql`UPDATE person SET deactivated_at = now() WHERE id = ${leaver}::uuid`)), 0);
    await query(sql`UPDATE person SET deactivated_at = NULL WHERE id = ${leaver}::uuid`);
  });

  it.each([true, false])("does not learn from a move whether the mover had opened it (%s)", async (hadOpened) => {
    const id = await toAll();
    const mover = world.staff.turin[hadOpened ? 0 : 20]!;
    await open(id, openers());
    await differenceMadeBy(id, async () => void (await query(sql`UPDATE person SET department_id = ${world.departments.it}::uuid WHERE id = ${mover}::uuid`)), 1);
    await query(sql`UPDATE person SET department_id = ${world.departments.turin}::uuid WHERE id = ${mover}::uuid`);
  });

  it("does not find a joiner in any department's figures", async () => {
    const id = await toAll();
    await open(id, openers());
    await night(2);
    const before = await blocksOf(id);
    await open(id, await hire(world.departments.turin, 11));
    await night(3);
    expect(await blocksOf(id)).toEqual(before);
  });

  it("sees figures only rise, in steps that never say all or none", async () => {
    const id = await toAll();
    let last: Block[] = [];
    for (const day of [0, 1, 2, 3]) {
      await open(id, world.staff.turin.slice(0, day * 8));
      await night(day);
      const blocks = await blocksOf(id);
      for (const [at, { opened }] of last.entries()) expect(blocks[at]!.opened ?? 0).toBeGreaterThanOrEqual(opened ?? 0);
      last = blocks;
    }
    // All 24 of Turin: the third that it is in fits 17 people as well.
    expect((await named(id))("turin")).toMatchObject({ tier: "band", opened: 2 });
  });

  it("keeps the same departments when the tree is changed", async () => {
    const id = await toAll();
    await night(0);
    const before = await blocksOf(id);
    await query(sql`UPDATE department SET parent_id = ${world.departments.office}::uuid WHERE id = ${world.departments.turin}::uuid`);
    await night(1);
    expect(await blocksOf(id)).toEqual(before);
    await query(sql`UPDATE department SET parent_id = ${world.departments.shops}::uuid WHERE id = ${world.departments.turin}::uuid`);
  });
});

describe("an audience", () => {
  it("of fewer than 20 is told in thirds, of fewer than 5 not at all", async () => {
    const small = await publish(author, [world.departments.hr], { at: after(-HOUR, MONDAY) });
    await open(small, world.staff.hr);
    const four = crypto.randomUUID();
    await query(sql`INSERT INTO department (id, name, parent_id, created_at) VALUES (${four}::uuid, 'Four', ${world.departments.office}::uuid, now())`);
    const people = await hire(four, 4);
    await query(sql`DELETE FROM insights_roster o WHERE o.week > '2026-11-20'`).catch(() => undefined);
    const tiny = await publish(author, [four], { at: after(6 * DAY, MONDAY) });
    await open(tiny, people);
    await night(7);
    expect(await wholeOf(small)).toMatchObject({ tier: "band", size: null, opened: 2, confirmed: 0 });
    expect(await wholeOf(tiny)).toMatchObject({ tier: "hidden", size: null, opened: null, confirmed: null });
  });
});
