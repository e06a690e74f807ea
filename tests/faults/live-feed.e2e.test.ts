import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../prisma/seed/aurora/people";
import { send } from "../attacks/support/sending";
import { DESKTOP, signIn, useBrowser } from "../support/browser";
import { cookieOf, useTwoProcesses } from "../support/two-processes";

const browser = useBrowser();
const processes = useTwoProcesses();

/** Given at the other process than the one that the reader looks at. */
async function thank(cookie: string, text: string): Promise<void> {
  const { url } = processes.other;
  const { found } = JSON.parse((await send(url, "/wins/colleagues?q=Elena+Conti", { cookie })).body) as { found: { id: string }[] };
  expect((await send(url, "/wins/thank", { cookie, form: { id: crypto.randomUUID(), person: found[0]!.id, text } })).status).toBe(302);
}

/** What the server says is new to the list that is shown next. */
async function newsAfter(page: Page): Promise<unknown> {
  const before = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("/wins/news?")).at(-1));
  const answer = await page.waitForResponse((response) => response.url().includes("/wins/news?") && response.url() !== before);
  return answer.json();
}

it("tells of wins from another process, and misses none over a cut connection", async () => {
  const page = await browser.open({ ...DESKTOP, baseURL: processes.one.url, tolerate: /ERR_|Failed to load resource|incomplete/ });
  await signIn(page, "approver@aurora.example", DEMO_PASSWORD);
  await page.goto("/wins");
  await page.getByRole("button", { name: "Pause live updates" }).waitFor();
  const cookie = await cookieOf(processes.other.url, "employee");
  await thank(cookie, "For the first van");
  await page.getByRole("button", { name: "1 new win" }).waitFor();

  // The reader's process is gone while two more are given at the other one; it comes back at the same address.
  await processes.without(async () => {
    await thank(cookie, "For the second van");
    await thank(cookie, "For the third van");
  });
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
  const page = await browser.open({ ...DESKTOP, baseURL: processes.one.url });
  await signIn(page, "leader@aurora.example", DEMO_PASSWORD);
  await page.goto("/wins");
  await page.getByRole("button", { name: "Pause live updates" }).waitFor();
  await thank(await cookieOf(processes.other.url, "employee"), "For the ramp");
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
