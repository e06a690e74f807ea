import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { mayComeTo } from "~/policy/guests";
import { openingRules, ruleFor, type OpeningRule } from "./opening-rules";
import { PEOPLE, type PersonName, type Thing } from "./support/company";
import { fingerprint } from "./support/fingerprint";
import { gatherForms, type GatheredForm } from "./support/gathering";
import { actionAddressOf, addressOf, dataAddressOf, readRouteTable, type Route } from "./support/route-table";
import { each, leadsTo, send, type Answer } from "./support/sending";
import { isDeep, useSystem } from "./support/system";

const system = useSystem();
const routes = readRouteTable();
const addresses = routes.filter((route) => !route.isLayout);
const picture = { kind: "picture" as const, name: "a picture", id: randomUUID() };

type Who = PersonName | "nobody";
const everybody: readonly Who[] = ["nobody", ...PEOPLE];

beforeAll(async () => {
  const folder = path.join(system.dataFolder, "files", "pictures", picture.id);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "320.webp"), "a picture");
});

type Subject = Thing | typeof picture;
/** What a route may be asked about: every thing of its kind, or nothing. */
function subjectsOf(route: Route, { kind }: OpeningRule): (Subject | null)[] {
  if (!route.params.includes("id")) return [null];
  return kind === "picture" ? [picture] : system.company.things.filter((thing) => thing.kind === kind);
}

async function isOpen({ opens, acts }: OpeningRule, route: Route, who: Who, subject: Subject | null, acting = false): Promise<boolean> {
  // Where everybody begins a guest is led on; whatever is not put down as theirs is closed to them.
  if (who !== "nobody" && opens !== "anybody" && !mayComeTo(system.company.people[who], route.id)) return route.path === "/" && !acting;
  const decide = acting ? (acts ?? opens) : opens;
  if (typeof decide === "string") return decide === "anybody" || (decide === "signed in" && who !== "nobody");
  return who !== "nobody" && (await decide(system.company.people[who], subject?.id ?? ""));
}

/** Everybody in the deep run; else those whose rights differ most, and one of the others in turn. */
function asking(turn: number): readonly Who[] {
  if (isDeep) return everybody;
  const others: Who[] = ["leader", "moderator", "colleague", "shopsApprover"];
  return [...everybody.filter((who) => !others.includes(who)), others[turn % others.length]!];
}

const cookieOf = (who: Who) => (who === "nobody" ? undefined : system.cookies[who]);

/** What came of it, in a word. */
function outcome(answer: Answer): "open" | "sign in" | "closed" | number {
  const target = leadsTo(answer);
  if (target?.startsWith("/sign-in")) return "sign in";
  if (target !== null || answer.status === 200) return "open";
  return answer.status === 404 || answer.status === 403 ? "closed" : answer.status;
}

interface Case {
  route: Route;
  who: Who;
  subject: Subject | null;
  address: string;
  expected: ReturnType<typeof outcome>;
}

async function listCases(): Promise<Case[]> {
  const cases: Case[] = [];
  let turn = 0;
  for (const route of addresses) {
    const rule = ruleFor(route.path);
    if (!route.hasLoader || !rule) continue;
    for (const subject of subjectsOf(route, rule)) {
      const page = addressOf(route, { ...rule.fill, id: subject?.id ?? "" });
      // Alone, without its parents: they guard nothing. A resource route has no such form.
      const forms = route.hasPage ? [dataAddressOf(page, route.id), dataAddressOf(page), page] : [page];
      for (const who of asking(cases.length)) {
        const open = await isOpen(rule, route, who, subject);
        const expected = open ? "open" : who === "nobody" && rule.opens !== "nobody" ? "sign in" : "closed";
        const asked = isDeep ? forms : forms.filter((_, index) => index === 0 || (turn + index) % 25 === 0);
        turn++;
        for (const address of asked) cases.push({ route, who, subject, address, expected });
      }
    }
  }
  return cases;
}

describe("every route of the build", () => {
  it("is covered by a rule, and every rule by a route", () => {
    expect(addresses.filter((route) => !ruleFor(route.path)).map(({ path }) => path)).toEqual([]);
    expect(addresses.length).toBeGreaterThan(20);
    expect(openingRules.filter((rule) => !addresses.some((route) => ruleFor(route.path) === rule)).map(({ path }) => path.source)).toEqual([]);
  });

  it("opens to whom the policy says, and to nobody else, also for Remix's own requests", async () => {
    const cases = await listCases();
    const wrong: string[] = [];
    await each(cases, async ({ address, who, subject, expected }) => {
      const answer = await send(system.url, address, { cookie: cookieOf(who), headOnly: address.startsWith("/live") });
      const came = outcome(answer);
      if (came !== expected) wrong.push(`${who} asked for ${address} (${subject?.name ?? "no thing"}): ${came} instead of ${expected}`);
    });
    expect(cases.length).toBeGreaterThan(800);
    expect(wrong).toEqual([]);
  });

  it("finds nothing under ids that do not exist or are none", async () => {
    const unknown = [randomUUID(), "0", "null", "constructor", "..%2f", "%00", "a'b", "f".repeat(300), "\u{1f600}"];
    const asked = addresses.filter((route) => route.hasLoader && route.params.includes("id") && !/handed|live/.test(route.id)).flatMap((route) => {
      const rule = ruleFor(route.path)!;
      const redirectsOnly = rule.opens === "signed in" && rule.acts !== undefined;
      return redirectsOnly ? [] : unknown.map((id) => addressOf(route, { ...rule.fill, id }));
    });
    const wrong: string[] = [];
    await each(asked.flatMap((address) => [address, dataAddressOf(address)].map((one) => ({ one, who: /admin/.test(address) ? "administrator" : "publisher" }) as const)), async ({ one, who }) => {
      const answer = await send(system.url, one, { cookie: system.cookies[who] });
      if (answer.status !== 404) wrong.push(`${one}: ${answer.status}`);
    });
    expect(wrong).toEqual([]);
  });

  it("changes nothing when it is only opened", async () => {
    const before = await fingerprint();
    for (const who of ["publisher", "administrator", "employee"] as const) {
      for (const route of addresses.filter(({ hasLoader, path }) => hasLoader && path !== "/live")) {
        const rule = ruleFor(route.path)!;
        for (const subject of subjectsOf(route, rule).slice(0, 2)) await send(system.url, addressOf(route, { ...rule.fill, id: subject?.id ?? "" }), { cookie: system.cookies[who] });
      }
    }
    expect(await fingerprint()).toEqual(before);
  });
});

describe("every form of the product", () => {
  let forms: GatheredForm[];
  beforeAll(async () => {
    forms = await gatherForms(system, addresses, subjectsOf);
  });

  it("was found for every action", () => {
    const found = new Set(forms.map(({ route }) => route.id));
    const without = addresses.filter(({ hasAction, id, path }) => hasAction && !found.has(id) && ruleFor(path)?.opens !== "nobody");
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  it("does nothing for whom the policy does not let act", async () => {
    const wrong: string[] = [];
    let sent = 0;
    for (const { route, action, fields, subjectId } of forms) {
      const rule = ruleFor(route.path)!;
      const subject = system.company.things.find(({ id }) => id === subjectId) ?? null;
      const before = await fingerprint();
      const denied: Who[] = [];
      for (const who of everybody) if (!(await isOpen(rule, route, who, subject, true))) denied.push(who);
      for (const who of isDeep ? denied : denied.filter((who, index) => who === "nobody" || (index + sent) % 5 === 0)) {
        const answer = await send(system.url, action, { cookie: cookieOf(who), form: fields });
        const isRefused = who === "nobody" ? leadsTo(answer)?.startsWith("/sign-in") : answer.status === 403 || answer.status === 404;
        // A form that its own check turns away first has shown nothing and done nothing either.
        if (!isRefused && answer.status !== 422) wrong.push(`${who} sent ${action} (${fields.map(([name]) => name).join()}): ${answer.status} ${leadsTo(answer) ?? ""}`);
        sent++;
      }
      const after = await fingerprint();
      for (const table of Object.keys(after)) if (after[table] !== before[table]) wrong.push(`${action} changed ${table} for somebody who may not`);
    }
    expect(sent).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });

  it("asks who is acting before anything else, in every action", async () => {
    const wrong: string[] = [];
    for (const route of addresses.filter(({ hasAction, path }) => hasAction && ruleFor(path)?.opens !== "anybody" && ruleFor(path)?.opens !== "nobody")) {
      const rule = ruleFor(route.path)!;
      const address = actionAddressOf(route, { ...rule.fill, id: subjectsOf(route, rule)[0]?.id ?? "" });
      const answer = await send(system.url, address, { form: {} });
      if (!leadsTo(answer)?.startsWith("/sign-in")) wrong.push(`${address}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
    expect(system.complaints()).toEqual([]);
  });
});
