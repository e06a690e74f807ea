import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { startStatementProxy, type StatementProxy } from "../../bench/measure/statement-proxy";
import { DEMO_PASSWORD } from "../../prisma/seed/aurora/people";
import { startApp, type App } from "../support/app";
import { createDatabase, type ScratchDatabase } from "../support/database";

/** A page spends at most six statements; at eight this fails. BEGIN and COMMIT count. */
const MOST = 7;

let database: ScratchDatabase;
let folder: string;
let proxy: StatementProxy;
let app: App;

beforeAll(async () => {
  database = await createDatabase({ template: inject("demoDatabase") });
  folder = await mkdtemp(path.join(tmpdir(), "vouch-statements-"));
  proxy = await startStatementProxy(database.url);
  app = await startApp({ mode: "web", databaseUrl: proxy.url, dataFolder: folder });
});
afterAll(async () => {
  await app?.stop();
  await proxy?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

it("spends few statements on every page that links lead to, for every role", async () => {
  const spent = new Map<string, number>();
  for (const who of ["employee", "publisher", "approver", "admin"]) {
    const cookie = await signIn(`${who}@aurora.example`);
    const seen = new Set<string>();
    const waiting = ["/"];
    while (waiting.length) {
      const address = waiting.shift()!;
      const page = patternOf(address);
      if (seen.has(page)) continue;
      seen.add(page);
      // The first visit may write that something was read; the second one is the page itself.
      await get(address, cookie);
      const before = await settled();
      const { status, html, leadsTo } = await get(address, cookie);
      expect(status, address).toBeLessThan(400);
      spent.set(`${who} ${page}`, (await settled()) - before);
      expect(leadsTo ?? "", address).not.toMatch(/^\/sign-in/);
      waiting.push(...(leadsTo ? [leadsTo] : linksOf(html)));
    }
  }
  const tooMany = [...spent].filter(([, statements]) => statements > MOST);
  expect(tooMany).toEqual([]);
  expect(spent.size).toBeGreaterThan(30);
});

async function signIn(identifier: string): Promise<string> {
  const response = await fetch(`${app.url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: app.url, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ identifier, password: DEMO_PASSWORD }),
  });
  expect(response.status).toBe(302);
  return response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

async function get(address: string, cookie: string) {
  // What leads elsewhere is counted by itself, and where it leads as the page that it is.
  const response = await fetch(app.url + address, { redirect: "manual", headers: { Cookie: cookie, Accept: "text/html" } });
  return { status: response.status, html: await response.text(), leadsTo: response.headers.get("Location") };
}

/** Pages of Vouch that this page links to; not files, and not what acts. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)]
    .map(([, address]) => address!.replaceAll("&amp;", "&"))
    .filter((address) => !/^\/(l|assets|pictures)\//.test(address));
}

/** One of a kind is enough: ids, cursors and search words are left out, the names of parameters stay. */
function patternOf(address: string): string {
  const url = new URL(address, app.url);
  const names = [...new Set(url.searchParams.keys())].sort();
  return url.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id").replace(/^\/dev\/mail\/.+/, "/dev/mail/:name") + (names.length ? `?${names.join("&")}` : "");
}

/** The count once no statement passes any more: counting visits and closing transactions trail behind an answer. */
async function settled(): Promise<number> {
  let seen = proxy.count();
  await expect
    .poll(() => {
      const before = seen;
      seen = proxy.count();
      return seen === before;
    }, { interval: 60, timeout: 10_000 })
    .toBe(true);
  return seen;
}
