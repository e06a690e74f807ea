import axe from "axe-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchBrowser } from "./chromium";

export const DESKTOP = { viewport: { width: 1280, height: 900 } } satisfies BrowserContextOptions;
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } satisfies BrowserContextOptions;

/**
 * A browser for this file. Whatever a page says on its console as a warning or error, throws, or
 * refuses under its policy fails the test that opened it.
 */
export function useBrowser() {
  let browser: Browser;
  const opened: BrowserContext[] = [];
  let complaints: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((context) => context.close()));
    const heard = complaints;
    complaints = [];
    expect(heard).toEqual([]);
  });
  afterAll(() => browser?.close());

  return {
    /** A device of its own with one page. `tolerate` are complaints that the test means to cause. */
    async open(options: BrowserContextOptions & { baseURL: string; tolerate?: RegExp }): Promise<Page> {
      const { tolerate, ...contextOptions } = options;
      const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Rome", reducedMotion: "reduce", ...contextOptions });
      opened.push(context);
      const complain = (text: string) => {
        if (!tolerate?.test(text)) complaints.push(text);
      };
      context.on("page", (page) => {
        page.on("console", (message) => {
          if (["error", "warning"].includes(message.type())) complain(`console ${message.type()}: ${message.text()}`);
        });
        page.on("pageerror", (error) => complain(`error: ${error.message}`));
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      return page;
    },
  };
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Nothing for axe to find on the page as it stands, nor in a page within it. */
export async function expectAccessible(page: Page): Promise<void> {
  // Axe looks into the frames by itself where it finds itself in them.
  for (const frame of page.frames()) await frame.evaluate(axe.source);
  const violations = await page.evaluate(async (values) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return violations;
  }, RULES);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} (${failureSummary})`).slice(0, 3).join("; ")}`);
  expect(found, page.url()).toEqual([]);
}

/** Nothing scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: innerWidth }));
  expect(content, page.url()).toBeLessThanOrEqual(window);
}

/** Signs in by the form, as everybody does. */
export async function signIn(page: Page, identifier: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("[name=identifier]").fill(identifier);
  await page.locator("[name=password]").fill(password);
  await page.locator("form:has([name=password]) button[type=submit]:visible").first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}
