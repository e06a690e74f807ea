import { beforeAll, describe, expect, it } from "vitest";
import { countCoverage, getCoverage, listUnseenWork } from "~/domain/wins/coverage.server";
import { shownShare } from "~/domain/wins/shown-share";
import { giveThanks } from "~/domain/wins/thanking.server";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "../messages/world";

useDatabase();

let world: World;
let hr: Actor, leader: Actor, seller: Actor;
beforeAll(async () => {
  world = await createWorld();
  hr = await world.person("hr", { roles: [{ role: "publisher" }] });
  leader = await world.person("shops", { roles: [{ role: "leader", departmentId: world.departments.shops }] });
  const [first] = await Promise.all([...Array.from({ length: 22 }, () => world.person("turin")), ...Array.from({ length: 6 }, () => world.person("shops")), ...Array.from({ length: 6 }, () => world.person("it")), ...Array.from({ length: 4 }, () => world.person("office"))]);
  seller = first!;
  await giveThanks(hr, { id: crypto.randomUUID(), person: [seller.id], team: [], text: "Grazie", pictureAlt: "" });
  await countCoverage();
  await countCoverage();
});

const names = async (actor: Actor) => (await getCoverage(actor)).rows.map(({ name }) => name);

describe("coverage", () => {
  it("stands for groups that the tree rule accepts, and for nothing else", async () => {
    // HR alone is one person, and the office without IT would be five minus none: see the tree rule.
    expect(await names(hr)).toEqual(expect.arrayContaining(["company", "turin", "it"]));
    expect(await names(hr)).not.toContain("hr");
    const stored = await query<{ people: number }>(sql`SELECT people FROM recognition_coverage`);
    expect(stored.every(({ people }) => people >= 5)).toBe(true);
  });

  it("shows leaders their own part, and others nothing", async () => {
    expect(await names(leader)).toEqual(expect.arrayContaining(["turin"]));
    expect(await names(leader)).not.toContain("it");
    await expect(getCoverage(seller)).rejects.toBeInstanceOf(NotFound);
  });

  it("names departments whose work may go unseen, never people", async () => {
    const groups = await listUnseenWork(seller);
    expect(groups.length).toBeGreaterThan(0);
    const departments = Object.keys(world.departments);
    expect(groups.every(({ name }) => departments.includes(name))).toBe(true);
  });
});

it("shows shares of small groups as thirds, of large ones rounded and capped", () => {
  expect([shownShare(0, 6), shownShare(3, 6), shownShare(6, 6)]).toEqual([1, 2, 3]);
  expect([shownShare(0, 40), shownShare(13, 40), shownShare(40, 40)]).toEqual([5, 35, 95]);
});
