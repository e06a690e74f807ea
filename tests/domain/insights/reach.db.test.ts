import { beforeAll, describe, expect, it } from "vitest";
import { readReach } from "~/domain/insights/reach.server";
import { takeSnapshot } from "~/domain/insights/take-snapshot.job.server";
import { after, DAY, HOUR, useClock } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createStaffedWorld, hire, open, publish, type StaffedWorld } from "./staffed-world";

useDatabase();

/** Monday 16 November 2026, five in the morning in Rome. */
const MONDAY = new Date("2026-11-16T04:00:00Z");
let world: StaffedWorld;
let publisher: Actor;
let drafter: Actor;
beforeAll(async () => {
  world = await createStaffedWorld();
  publisher = await world.person("company", { roles: [{ role: "publisher" }] });
  drafter = await world.person("company", { roles: [{ role: "drafter" }] });
});

async function night(days: number): Promise<void> {
  const restore = useClock({ now: () => after(days * DAY, MONDAY) });
  try {
    await takeSnapshot();
  } finally {
    restore();
  }
}

const to = (...audience: (keyof StaffedWorld["departments"])[]) => publish(publisher.id, audience.map((name) => world.departments[name]), { at: after(-HOUR, MONDAY) });
const confirm = async (messageId: string, people: string[]) => {
  await open(messageId, people);
  const [variant] = await query<{ id: string }>(sql`SELECT id FROM variant WHERE message_id = ${messageId}::uuid`);
  await query(sql`
    INSERT INTO acknowledgement (person_id, message_id, variant_id, language, content_hash, acknowledged_at)
    SELECT p, ${messageId}::uuid, ${variant!.id}::uuid, 'it', '', now() FROM unnest(${people}::uuid[]) AS p ON CONFLICT DO NOTHING`);
};
const leave = (person: string) => query(sql`UPDATE person SET deactivated_at = now() WHERE id = ${person}::uuid`);
const come = (person: string) => query(sql`UPDATE person SET deactivated_at = NULL WHERE id = ${person}::uuid`);
const figures = async (id: string) => {
  const { opened, confirmed, size, counted, tier } = await readReach(publisher, id);
  return { opened, confirmed, size, counted, tier };
};

describe("what becomes of a message, under it", () => {
  it("is counted as a number: at once for the whole company, every night for a department", async () => {
    const [everybody, shops] = [await to("company"), await to("operations")];
    for (const id of [everybody, shops]) await confirm(id, world.staff.turin.slice(0, 3));
    expect(await figures(everybody)).toMatchObject({ counted: "live", tier: "exact", opened: 3, confirmed: 3 });
    expect(await figures(shops)).toMatchObject({ counted: "waiting", opened: null, confirmed: null, size: null });
    await night(0);
    expect(await figures(shops)).toEqual({ counted: "nightly", tier: "exact", opened: 3, confirmed: 3, size: 33 });
    expect((await readReach(publisher, shops)).hasPage).toBe(true);
    expect((await readReach(drafter, shops)).hasPage).toBe(false);
  });

  it("is a third for fewer than 20 people, and nothing for fewer than five", async () => {
    const few = crypto.randomUUID();
    await query(sql`INSERT INTO department (id, name, parent_id, created_at) VALUES (${few}::uuid, 'Four', ${world.departments.office}::uuid, now())`);
    const four = await hire(few, 4);
    await query(sql`DELETE FROM insights_item`);
    await query(sql`DELETE FROM insights_roster`);
    const [small, tiny] = [await to("hr"), await publish(publisher.id, [few], { at: after(-HOUR, MONDAY) })];
    await confirm(small, world.staff.hr);
    await confirm(tiny, four);
    expect(await figures(tiny)).toMatchObject({ tier: "hidden", opened: null, confirmed: null, size: null });
    await night(1);
    expect(await figures(small)).toEqual({ counted: "nightly", tier: "band", opened: 2, confirmed: 2, size: null });
    expect(await figures(tiny)).toMatchObject({ tier: "hidden", opened: null, confirmed: null, size: null });
    for (const person of four) await leave(person);
  });
});

describe("somebody who looks before and after one person", () => {
  it.each(["operations", "hr", "it"] as const)("opens, confirms or leaves sees nothing move under a message to %s, however often they look", async (name) => {
    const id = await to(name);
    const [one, other] = world.staff[name];
    await confirm(id, [other!]);
    await night(2);
    const before = await figures(id);
    for (const act of [() => open(id, [one!]), () => confirm(id, [one!]), () => leave(one!), () => leave(other!)]) {
      await act();
      expect(await figures(id)).toEqual(before);
    }
    // Back at work, or gone for good: the same.
    await Promise.all([one!, other!].map(come));
    expect(await figures(id)).toEqual(before);
  });

  it("leaves can't tell by any message whether the leaver had opened or confirmed it", async () => {
    const leaver = world.staff.turin[23]!;
    for (const audience of ["company", "operations"] as const) {
      const seen = await Promise.all([true, false].map(async (had) => {
        const id = await to(audience);
        await confirm(id, [...world.staff.turin.slice(0, 9), ...(had ? [leaver] : [])]);
        return id;
      }));
      await night(audience === "company" ? 3 : 4);
      const changes = async (act: () => Promise<unknown>) => {
        const before = await Promise.all(seen.map(figures));
        await act();
        return (await Promise.all(seen.map(figures))).map(({ opened, confirmed }, at) => [opened! - before[at]!.opened!, confirmed! - before[at]!.confirmed!]);
      };
      expect(await changes(() => leave(leaver)), audience).toEqual([[0, 0], [0, 0]]);
      expect(await changes(() => night(audience === "company" ? 5 : 6)), audience).toEqual([[0, 0], [0, 0]]);
      await come(leaver);
    }
  });
});
