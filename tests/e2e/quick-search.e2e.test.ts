import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useDemo } from "../support/app";
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, PHONE, useBrowser } from "../support/browser";
import { useCast } from "./cast";

const demo = useDemo();
const browser = useBrowser();
const cast = useCast(demo, browser);

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Search Vouch" });
const fieldOf = (page: Page) => dialogOf(page).getByRole("combobox");
const isLive = (page: Page) => page.waitForFunction(() => document.querySelector("main a") && Object.keys(document.querySelector("main a")!).some((key) => key.startsWith("__react")));

it("opens by Ctrl-K, is led by the keyboard, tells how much was found, and gives the focus back", async () => {
  const page = await cast.open("employee", DESKTOP);
  await page.goto("/share");
  await isLive(page);
  const before = page.getByRole("link", { name: "Wins" }).first();
  await before.focus();
  await page.keyboard.press("ControlOrMeta+k");
  await fieldOf(page).waitFor();
  await expect.poll(() => fieldOf(page).evaluate((field) => field === document.activeElement)).toBe(true);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await dialogOf(page).waitFor({ state: "detached" });
  await expect.poll(() => before.evaluate((link) => link === document.activeElement)).toBe(true);

  await page.keyboard.press("ControlOrMeta+k");
  await fieldOf(page).fill("my dev");
  await dialogOf(page).getByRole("option", { name: "My devices" }).waitFor();
  await dialogOf(page).getByRole("status").filter({ hasText: /thing/ }).waitFor({ state: "attached" });
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await dialogOf(page).getByRole("option", { name: "My devices", selected: true }).waitFor();
  expect(await fieldOf(page).getAttribute("aria-activedescendant")).toBe(await dialogOf(page).getByRole("option", { selected: true }).getAttribute("id"));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/settings/sessions");
  await dialogOf(page).waitFor({ state: "detached" });
});

it("groups people, wins and messages, and leads to all results and to a colleague's profile", async () => {
  const page = await cast.open("employee", DESKTOP);
  await page.goto("/wins");
  await isLive(page);
  await page.keyboard.press("ControlOrMeta+k");
  await fieldOf(page).fill("sourdough");
  await dialogOf(page).getByRole("option", { name: "All results for “sourdough”" }).waitFor();
  await dialogOf(page).getByRole("group", { name: /Messages/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?q=sourdough");
  await page.getByRole("heading", { level: 1, name: "Search" }).waitFor();

  await page.keyboard.press("ControlOrMeta+k");
  await fieldOf(page).fill("colombo anna");
  await dialogOf(page).getByRole("option", { name: /Anna Colombo/ }).click();
  await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { level: 1, name: /Anna Colombo/ }).waitFor();
});

it("opens on a phone by its button, fits there, and says when it can't be reached", async () => {
  const page = await cast.open("employee", { ...PHONE, tolerate: /Failed to load resource/ });
  await page.goto("/share");
  await isLive(page);
  await page.locator("header:visible a[data-search]").tap();
  await fieldOf(page).fill("turin");
  await dialogOf(page).getByRole("option").first().waitFor();
  await expectAccessible(page);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 740 });
    await expectNoSidewaysScroll(page);
    for (const option of await dialogOf(page).getByRole("option").all()) expect((await option.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
  await page.route("**/search/quick*", (route) => route.fulfill({ status: 503 }));
  await fieldOf(page).fill("turin bread");
  await dialogOf(page).getByText("The search can’t be reached right now").waitFor();
  await dialogOf(page).getByRole("button", { name: "Close" }).tap();
  await dialogOf(page).waitFor({ state: "detached" });
});

it("is a link to the search's page without script", async () => {
  const page = await cast.open("employee", { ...PHONE, javaScriptEnabled: false });
  await page.goto("/share");
  await page.locator("header:visible a[data-search]").click();
  await page.getByRole("heading", { level: 1, name: "Search" }).waitFor();
  await page.getByRole("searchbox").fill("devices");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: "My devices" }).waitFor();
});
