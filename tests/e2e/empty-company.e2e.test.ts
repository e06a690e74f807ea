import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DomUtils, parseDocument } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeStarters } from "~/domain/first-run/starters.server";
import { grantRole } from "~/domain/people/roles.server";
import { announceSetUp, setUpCompany } from "~/domain/people/set-up.server";
import { connect, disconnect } from "~/kernel/db.server";
import { GRANTED_ROLES } from "~/policy/people";
import { ruleFor } from "../attacks/opening-rules";
import { signedIn } from "../attacks/support/company";
import { addressOf, readAddresses, type Route } from "../attacks/support/route-table";
import { leadsTo, send } from "../attacks/support/sending";
import { actorOf, join } from "../domain/people/world";
import { startApp, type App } from "../support/app";
import { createDatabase, type ScratchDatabase } from "../support/database";

type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

let database: ScratchDatabase;
let folder: string;
let app: App;
/** A cookie for somebody in every role. */
const cookies = new Map<string, string>();

beforeAll(async () => {
  database = await createDatabase();
  connect(database.url);
  let printed = "";
  await announceSetUp((line) => (printed += line));
  const founderId = await setUpCompany({
    code: /asks for: (\S+)/.exec(printed)![1]!, companyName: "Mill & Sons", shortName: "Mill", language: "en", languages: ["en"], timeZone: "Europe/Dublin",
    givenName: "Ada", familyName: "Mill", email: "ada@mill.example", password: "grain by grain",
  });
  const founder = await actorOf(founderId);
  await removeStarters(founder);
  cookies.set("founder", await signedIn(founder));
  for (const role of ["employee", ...GRANTED_ROLES] as const) {
    const id = await join(founder, { departmentId: founder.departmentId, language: "en" });
    if (role !== "employee") await grantRole(founder, id, { role, departmentId: null });
    cookies.set(role, await signedIn({ id }));
  }
  folder = await mkdtemp(path.join(tmpdir(), "vouch-empty-"));
  app = await startApp({ mode: "web", databaseUrl: database.url, dataFolder: folder });
});
afterAll(async () => {
  await app?.stop();
  await disconnect();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

/** All pages that need no thing to be about: a company that has nothing yet has these. Later routes are among them by themselves. */
function pages(): Route[] {
  return readAddresses().filter(({ hasPage, hasLoader, params, path: address }) => {
    const rule = ruleFor(address);
    return hasPage && hasLoader && params.length === 0 && rule !== undefined && rule.opens !== "nobody" && rule.opens !== "anybody";
  });
}

const textOf = (node: Element) => DomUtils.textContent(node).replace(/\s+/g, " ").trim();
const isA = (...names: string[]) => (node: Element) => names.includes(node.name);
const within = (node: Element, test: (node: Element) => boolean) => DomUtils.findAll(test, node.children);

/** What is wrong with a page, in words; nothing where it has content, or says what will be here and what to do. */
function faultsOf(html: string): string[] {
  const main = DomUtils.findOne((node) => node.name === "main", parseDocument(html).children);
  if (!main) return ["has no main part"];
  const faults: string[] = [];
  const heads = within(main, isA("h1"));
  if (heads.length !== 1) faults.push(`has ${heads.length} headings of the first level`);
  const said = textOf(main).length - heads.reduce((sum, head) => sum + textOf(head).length, 0);
  if (said < 30) faults.push("is blank");
  if (within(main, isA("a", "button", "input", "select", "textarea")).length === 0) faults.push("is a dead end");
  for (const empty of within(main, (node) => "data-empty" in node.attribs)) {
    const lines = within(empty, isA("p")).map(textOf);
    const leads = within(empty, isA("a", "button")).length > 0;
    if (!leads && !(lines.length > 1 && lines[1]!.length > 20)) faults.push(`says only "${lines.join(" ")}" where it is empty`);
  }
  for (const list of within(main, isA("ul", "ol", "tbody", "dl"))) {
    if (within(list, () => true).length === 0) faults.push("shows a list with nothing in it");
  }
  return faults;
}

/** Where a page's main part leads inside Vouch. */
function linksOf(html: string): string[] {
  const main = DomUtils.findOne((node) => node.name === "main", parseDocument(html).children);
  return (main ? within(main, isA("a")) : []).flatMap(({ attribs: { href = "" } }) => (/^\/(?!assets|l\/|pictures)/.test(href) ? [href.split("#")[0]!] : []));
}

describe("in a company that has nothing yet", () => {
  it.each(["founder", "employee", ...GRANTED_ROLES])("every page of the %s has content or says what to do, and leads nowhere closed", async (who) => {
    const cookie = cookies.get(who)!;
    const faults: string[] = [];
    const links = new Map<string, string>();
    let open = 0;
    for (const route of pages()) {
      const address = addressOf(route);
      const answer = await send(app.url, address, { cookie, headers: { Accept: "text/html" } });
      const target = leadsTo(answer);
      if (answer.status === 404 || answer.status === 403) continue;
      if (target !== null) links.set(target, address);
      else if (answer.status !== 200) faults.push(`${address} answers ${answer.status}`);
      else {
        open++;
        faults.push(...faultsOf(answer.body).map((fault) => `${address} ${fault}`));
        for (const link of linksOf(answer.body)) if (!links.has(link)) links.set(link, address);
      }
    }
    for (const [link, from] of links) {
      const { status } = await send(app.url, link, { cookie, headers: { Accept: "text/html" } });
      if (status >= 400) faults.push(`${from} leads to ${link}, which answers ${status}`);
    }
    expect(faults).toEqual([]);
    expect(open).toBeGreaterThan(10);
  });

  it("knows a blank page, a dead end and a bare empty state when it sees one", () => {
    const page = (inside: string) => faultsOf(`<main><h1>Things</h1>${inside}</main>`);
    expect(page("")).toEqual(["is blank", "is a dead end"]);
    expect(page("<p>There is a sentence here, and it is long enough.</p>")).toEqual(["is a dead end"]);
    expect(page('<a href="/x">A link that says where it leads to</a><div data-empty><p>Nothing</p></div>')).toEqual(['says only "Nothing" where it is empty']);
    expect(page('<a href="/x">A link that says where it leads to</a><ul></ul>')).toEqual(["shows a list with nothing in it"]);
    expect(page('<a href="/x">Add the first</a><div data-empty><p>Nothing</p><p>Add the first thing, and it stands here.</p></div>')).toEqual([]);
  });
});
