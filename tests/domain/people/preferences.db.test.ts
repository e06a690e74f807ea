import { beforeAll, expect, it } from "vitest";
import { listReleases } from "~/domain/company/quiet-hours.server";
import { changePreferences, findOwnPreferences, preferences } from "~/domain/people/preferences.server";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createWorld } from "../messages/world";

useDatabase();
let me: Actor;
beforeAll(async () => {
  me = await (await createWorld()).person("turin");
  await query(sql`UPDATE company SET quiet_from = '20:00', quiet_until = '07:00'`);
});

const typed = { language: "it", timeZone: "", theme: "", quiet: "company", quietFrom: "", quietUntil: "" };
const read = (over: Partial<typeof typed>) => preferences.safeParse({ ...typed, ...over });
const save = async (over: Partial<typeof typed>) => changePreferences(me, preferences.parse({ ...typed, ...over }));
/** When a mail of this moment, in Rome's clock 22:30, may leave to me. */
const release = async () => (await listReleases(new Date("2026-11-25T21:30:00Z"))).map(({ notBefore }) => notBefore.toISOString());

it("begins with the company's quiet hours, and mail waits by them", async () => {
  expect(await findOwnPreferences(me)).toEqual({ timeZone: null, quiet: "company", quietFrom: "", quietUntil: "", companyQuiet: { from: "20:00", until: "07:00" } });
  expect(await release()).toEqual(["2026-11-26T06:00:00.000Z"]);
});

it("lets everybody have their own, or none, and mail waits by those", async () => {
  await save({ quiet: "own", quietFrom: "22:00", quietUntil: "09:15" });
  expect(await findOwnPreferences(me)).toMatchObject({ quiet: "own", quietFrom: "22:00", quietUntil: "09:15" });
  expect(await release()).toEqual(["2026-11-26T08:15:00.000Z"]);
  await save({ quiet: "none", quietFrom: "22:00", quietUntil: "09:15" });
  expect(await findOwnPreferences(me)).toMatchObject({ quiet: "none", quietFrom: "", quietUntil: "" });
  expect(await release()).toEqual(["2026-11-25T21:30:00.000Z"]);
  await save({ quiet: "company" });
  expect(await release()).toEqual(["2026-11-26T06:00:00.000Z"]);
});

it("asks for both hours, and for two that differ", () => {
  const faults = (over: Partial<typeof typed>) => read(over).error?.issues.map(({ path, message }) => `${path.join()}: ${message}`);
  expect(faults({ quiet: "own" })).toEqual(["quietFrom: errors:field.required", "quietUntil: errors:field.required"]);
  expect(faults({ quiet: "own", quietFrom: "22:00" })).toEqual(["quietUntil: errors:field.required"]);
  expect(faults({ quiet: "own", quietFrom: "22:00", quietUntil: "22:00" })).toEqual(["quietUntil: settings:quiet.same"]);
  expect(faults({ quiet: "own", quietFrom: "25:00", quietUntil: "7:00" })).toHaveLength(2);
  expect(faults({ quiet: "always" })).toHaveLength(1);
});
