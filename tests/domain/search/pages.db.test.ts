import { beforeAll, expect, it } from "vitest";
import { pageAddresses } from "~/domain/search/page-addresses";
import { findPages } from "~/domain/search/pages.server";
import { textsIn } from "~/locales/catalogues.server";
import { LANGUAGES } from "~/locales/i18n";
import type { Actor, Role } from "~/policy/actor";
import { pagesFor } from "~/policy/pages";
import { ruleFor } from "../../attacks/opening-rules";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "../messages/world";

useDatabase();

let world: World;
let admin: Actor;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.person("company", { roles: [{ role: "administrator" }, { role: "publisher" }, { role: "leader" }] });
});

it("finds a page by its name, in every language, exactly for those whom its route lets in", async () => {
  const known = pagesFor(admin);
  expect(known.length).toBeGreaterThan(40);
  const roles: { role: Role; departmentId?: string }[][] = [[], [{ role: "leader", departmentId: world.departments.shops }],
    ...(["drafter", "publisher", "approver", "leader", "moderator", "administrator"] as const).map((role) => [{ role }])];
  for (const granted of roles) {
    for (const language of LANGUAGES) {
      const actor = await world.person("shops", { language, roles: granted });
      for (const name of known) {
        const to = pageAddresses[name];
        const { opens } = ruleFor(to)!;
        const mayOpen = typeof opens === "string" ? opens === "signed in" : await opens(actor, "");
        const title = textsIn(language)(`search-pages:${name}.name`);
        const found = (q: string) => findPages(actor, q).some((page) => page.to === to);
        expect(found(title), `${JSON.stringify(granted)} ${language} ${name}`).toBe(mayOpen);
        // Nor by another word for it, a beginning or a slip.
        if (!mayOpen) for (const q of [textsIn(language)(`search-pages:${name}.also`), title.slice(0, 3), `${title.slice(0, -2)}${title.at(-1)}${title.at(-2)}`]) expect(found(q), q).toBe(false);
      }
    }
  }
});

it("takes slips and beginnings, and finds nothing for what is no word", () => {
  const names = (q: string) => findPages({ ...admin, language: "en" }, q).map(({ name }) => name);
  expect(names("holid")).toEqual(["calendar"]);
  expect(names("calnedar")).toEqual(["calendar"]);
  expect(names("pasword")).toContain("password");
  expect(names("?!")).toEqual([]);
  expect(names("xyzzyx")).toEqual([]);
});
