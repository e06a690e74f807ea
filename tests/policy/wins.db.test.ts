import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { giveThanks } from "~/domain/wins/thanking.server";
import { getWin } from "~/domain/wins/win-facts.server";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canBeThanked, canSeeWin, coverageScope, visibleWins, type WinFacts } from "~/policy/wins";
import { createWorld, type World } from "../domain/messages/world";
import { useDatabase } from "../support/database";

useDatabase();

let world: World;
let giver: Actor, thanked: Actor, other: Actor, moderator: Actor;
beforeAll(async () => {
  world = await createWorld();
  [giver, thanked, other] = [await world.person("hr"), await world.person("turin"), await world.person("it")];
  moderator = await world.person("company", { roles: [{ role: "moderator" }] });
});

const scene = fc.record({ isRemoved: fc.boolean(), by: fc.constantFrom("giver", "moderator"), viewer: fc.constantFrom("giver", "thanked", "other", "moderator") });

it("decides about one win as its filter does about all of them", async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ isRemoved, by, viewer }) => {
      const people = { giver, thanked, other, moderator };
      const id = crypto.randomUUID();
      await giveThanks(giver, { id, person: [thanked.id], team: [], text: "Grazie", pictureAlt: "" });
      if (isRemoved) await query(sql`UPDATE win SET removed_at = now(), removed_by_id = ${people[by as "giver"].id}::uuid WHERE id = ${id}::uuid`);
      const actor = people[viewer as "giver"];
      const [row] = await query<{ seen: boolean }>(sql`SELECT ${visibleWins(actor)} AS seen FROM win w WHERE w.id = ${id}::uuid`);
      const facts: WinFacts = { kind: "thanks", giverId: giver.id, thankedIds: [thanked.id], isRemoved, removedById: isRemoved ? people[by as "giver"].id : null };
      expect(row!.seen).toBe(canSeeWin(actor, facts));
      expect(await getWin(actor, id).then(() => true, () => false)).toBe(row!.seen);
    }),
    { numRuns: process.env.VOUCH_DEEP ? 200 : 24 },
  );
});

it("lets nobody thank themselves, and nobody who has left", () => {
  expect(canBeThanked(giver, { id: giver.id, isActive: true })).toBe(false);
  expect(canBeThanked(giver, { id: thanked.id, isActive: false })).toBe(false);
  expect(canBeThanked(giver, { id: thanked.id, isActive: true })).toBe(true);
});

it("shows coverage to publishers of the whole company and administrators, and to leaders of theirs", async () => {
  const { shops } = world.departments;
  expect(coverageScope(await world.person("hr", { roles: [{ role: "publisher" }] }))).toBeNull();
  expect(coverageScope(await world.person("company", { roles: [{ role: "administrator" }] }))).toBeNull();
  expect(coverageScope(await world.person("shops", { roles: [{ role: "leader", departmentId: shops }] }))).toEqual([shops]);
  expect(coverageScope(await world.person("shops", { roles: [{ role: "publisher", departmentId: shops }] }))).toEqual([]);
});
