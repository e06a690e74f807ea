import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useDemo } from "../support/app";
import { DESKTOP, useBrowser } from "../support/browser";
import { useCast } from "./cast";

const demo = useDemo();
const browser = useBrowser();
const cast = useCast(demo, browser);

const SCRIPTS = "**/assets/*.js";

/** Opens a page whose scripts wait. @returns lets them come, and waits until the page is React's */
async function openSlowly(page: Page, address: string): Promise<() => Promise<void>> {
  let letCome = () => {};
  const held = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(SCRIPTS, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  return async () => {
    letCome();
    await page.waitForFunction(() => Object.keys(document.querySelector("form") ?? {}).some((key) => key.startsWith("__reactProps")));
    // Whatever React sets it sets before the browser paints next.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await page.unroute(SCRIPTS);
  };
}

describe("what is typed before script arrives", () => {
  it("stays in the fields of the sign-in", async () => {
    const page = await browser.open({ ...DESKTOP, baseURL: demo.url });
    const letCome = await openSlowly(page, "/sign-in");
    await page.getByRole("textbox", { name: "Mail address" }).or(page.locator("input[name=identifier]")).first().fill("employee@aurora.example");
    await letCome();
    expect(await page.locator("input[name=identifier]").inputValue()).toBe("employee@aurora.example");
  });

  it("stays in the words of a share, and is counted", async () => {
    const page = await cast.open("employee", DESKTOP);
    await page.goto("/share");
    const post = await page.locator('a[href^="/share/"]').evaluateAll((links) => links.map((link) => link.getAttribute("href")!).find((href) => /^\/share\/[0-9a-f-]{36}$/.test(href))!);
    const letCome = await openSlowly(page, `${post}/new`);
    const words = page.locator("textarea").first();
    const before = await words.inputValue();
    await words.fill(`${before} And one word of my own.`);
    await letCome();
    expect(await words.inputValue()).toBe(`${before} And one word of my own.`);
    await words.press("End");
    await words.pressSequentially("!");
    expect(await words.inputValue()).toContain("And one word of my own.");
  });

  it("stays in the message editor, and is saved by one press of two", async () => {
    const page = await cast.open("publisher", DESKTOP);
    await page.goto("/studio/messages?state=draft");
    const draft = await page.locator('a[href^="/studio/messages/"]').evaluateAll((links) => links.map((link) => link.getAttribute("href")!).find((href) => /^\/studio\/messages\/[0-9a-f-]{36}/.test(href))!);
    const letCome = await openSlowly(page, draft);
    const body = page.locator("textarea[name=body]");
    await body.fill("Typed before the script was there.");
    await letCome();
    expect(await body.inputValue()).toBe("Typed before the script was there.");
    const save = page.locator("#editor button[name=step][value=save]:visible");
    await save.dblclick();
    await page.getByRole("status").filter({ hasText: /saved/i }).first().waitFor();
    await expect.poll(() => body.inputValue()).toBe("Typed before the script was there.");
    expect(await page.getByText("Somebody else saved this while you were writing").count()).toBe(0);
  });

  it("keeps a choice made in a list", async () => {
    const page = await cast.open("employee", DESKTOP);
    const letCome = await openSlowly(page, "/settings");
    const list = page.locator("select").first();
    const other = await list.evaluate((select: HTMLSelectElement) => [...select.options].find((option) => !option.selected)!.value);
    await list.selectOption(other);
    await letCome();
    expect(await list.inputValue()).toBe(other);
  });
});
