import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { DEMO_PASSWORD } from "../../prisma/seed/aurora/people";
import { startApp, type App } from "../support/app";
import { DESKTOP, signIn, useBrowser } from "../support/browser";
import { createDatabase, type ScratchDatabase } from "../support/database";

const browser = useBrowser();
let database: ScratchDatabase;
let folder: string;
let one: App, other: App;

beforeAll(async () => {
  database = await createDatabase({ template: inject("demoDatabase") });
  folder = await mkdtemp(path.join(tmpdir(), "vouch-live-feed-"));
  await cp(inject("demoFolder"), folder, { recursive: true });
  const start = () => startApp({ mode: "web", databaseUrl: database.url, dataFolder: folder });
  [one, other] = await Promise.all([start(), start()]);
});
afterAll(async () => {
  await Promise.all([one?.stop(), other?.stop()]);
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function signedIn(url: string, who: string): Promise<string> {
  const response = await fetch(`${url}/sign-in`, {
    method: "POST", redirect: "manual", headers: { Origin: url, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ identifier: `${who}@aurora.example`, password: DEMO_PASSWORD }),
  });
  return response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

async function thank(cookie: string, text: string): Promise<void> {
  const { found } = (await (await fetch(`${other.url}/wins/colleagues?q=Elena+Conti`, { headers: { Cookie: cookie } })).json()) as { found: { id: string }[] };
  const response = await fetch(`${other.url}/wins/thank`, {
    method: "POST", redirect: "manual", headers: { Origin: other.url, Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ id: crypto.randomUUID(), person: found[0]!.id, text }),
  });
  expect(response.status).toBe(302);
}

/** What the server says is new to the list that is shown next. */
async function newsAfter(page: Page): Promise<unknown> {
  const before = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("/wins/news?")).at(-1));
  const answer = await page.waitForResponse((response) => response.url().includes("/wins/news?") && response.url() !== before);
  return answer.json();
}

it("tells of wins from another process, and misses none over a cut connection", async () => {
  const page = await browser.open({ ...DESKTOP, baseURL: one.url, tolerate: /ERR_|Failed to load resource|incomplete/ });
  await signIn(page, "approver@aurora.example", DEMO_PASSWORD);
  await page.goto("/wins");
  await page.getByRole("button", { name: "Pause live updates" }).waitFor();
  const cookie = await signedIn(other.url, "employee");
  await thank(cookie, "For the first van");
  await page.getByRole("button", { name: "1 new win" }).waitFor();

  // The reader's process is gone while two more are given at the other one; it comes back at the same address.
  const { port } = new URL(one.url);
  await one.kill();
  await thank(cookie, "For the second van");
  await thank(cookie, "For the third van");
  one = await startApp({ mode: "web", databaseUrl: database.url, dataFolder: folder, env: { PORT: port } });
  await page.getByRole("button", { name: "3 new wins" }).waitFor({ timeout: 30_000 });
  const asked = newsAfter(page);
  await page.getByRole("button", { name: "3 new wins" }).click();
  await page.getByText("For the third van").waitFor();
  expect(await asked).toEqual({ count: 0 });
  await expect.poll(() => page.getByText("3 new wins").count()).toBe(0);

  // Paused, it stays paused on every page that is opened from now on.
  await page.getByRole("button", { name: "Pause live updates" }).click();
  await page.getByText("New wins wait until you go on.").waitFor();
  await page.reload();
  await page.getByText("New wins wait until you go on.").waitFor();
}, 120_000);

it("brings the wins that were asked for, though a notice breaks their loading off", async () => {
  const page = await browser.open({ ...DESKTOP, baseURL: one.url });
  await signIn(page, "leader@aurora.example", DEMO_PASSWORD);
  await page.goto("/wins");
  await page.getByRole("button", { name: "Pause live updates" }).waitFor();
  await thank(await signedIn(other.url, "employee"), "For the ramp");
  const button = page.getByRole("button", { name: "1 new win" });
  await button.waitFor();
  let isHeld = true;
  const held: (() => void)[] = [];
  await page.route(/\/wins\.data/, async (route) => {
    if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
    await route.continue().catch(() => undefined);
  });
  await button.click();
  await expect.poll(() => held.length).toBe(1);
  isHeld = false;
  // What the page does after every notice that is not of wins.
  await page.evaluate(() => (globalThis as unknown as { __remixRouter: { revalidate(): void } }).__remixRouter.revalidate());
  await page.getByText("For the ramp").waitFor();
  held.forEach((letGo) => letGo());
});
