import { beforeAll, describe, expect, it } from "vitest";
import { celebrate, celebrateYears, setMilestone } from "~/domain/wins/milestones.server";
import { setWinPreference } from "~/domain/wins/preferences.server";
import { useClock } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "../messages/world";

useDatabase();

let world: World;
let admin: Actor;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.person("company", { roles: [{ role: "administrator" }] });
});

const milestonesOf = (id: string) => query<{ step: number }>(sql`SELECT milestone_step AS step FROM win WHERE milestone_of = ${id}::uuid ORDER BY 1`);
const reach = (of: string, step: number) => transaction((tx) => celebrate(tx, { kind: "visits", of, step, title: "Il mulino", from: 61 }));

describe("visits", () => {
  it("are celebrated once, whoever counts them", async () => {
    const post = crypto.randomUUID();
    await Promise.all([reach(post, 100), reach(post, 100), reach(post, 1_000), reach(post, 250)]);
    expect(await milestonesOf(post)).toEqual([{ step: 100 }, { step: 1_000 }]);
  });

  it("are not while the company has switched them off", async () => {
    const post = crypto.randomUUID();
    await setMilestone(admin, { kind: "visits", isOn: false });
    await reach(post, 100);
    await setMilestone(admin, { kind: "visits", isOn: true });
    expect(await milestonesOf(post)).toEqual([]);
  });
});

describe("years", () => {
  it("are told on the company's day, once over several workers, to those who want it", async () => {
    const joined = async (day: string) => {
      const person = await world.person("turin");
      await query(sql`UPDATE person SET joined_on = ${day}::date WHERE id = ${person.id}::uuid`);
      return person;
    };
    const five = await joined("2021-11-25");
    const leap = await joined("2020-11-25");
    const shy = await joined("2016-11-25");
    const gone = await joined("2016-11-25");
    await setWinPreference(shy, { hidesYears: true });
    await query(sql`UPDATE person SET deactivated_at = now() WHERE id = ${gone.id}::uuid`);
    // 23:30 UTC is the next day already in Rome.
    const restore = useClock({ now: () => new Date("2026-11-24T23:30:00Z") });
    try {
      expect(await celebrateYears()).toBe(0);
      await setMilestone(admin, { kind: "years", isOn: true });
      await Promise.all([celebrateYears(), celebrateYears(), celebrateYears()]);
      await celebrateYears();
    } finally {
      restore();
    }
    expect(await milestonesOf(five.id)).toEqual([{ step: 5 }]);
    for (const { id } of [leap, shy, gone]) expect(await milestonesOf(id)).toEqual([]);
  });
});
