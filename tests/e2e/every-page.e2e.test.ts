import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useDemo } from "../support/app";
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, useBrowser } from "../support/browser";
import { useCast } from "./cast";
import { strangeWords } from "./wording";

const isDeep = process.env.VOUCH_DEEP === "1";
const demo = useDemo();
const browser = useBrowser();
const cast = useCast(demo, browser);

interface Look {
  width: number;
  theme: "light" | "dark";
}

const LOOKS: Look[] = [
  { width: 390, theme: "light" },
  { width: 1280, theme: "dark" },
  { width: 1280, theme: "light" },
  { width: 390, theme: "dark" },
];

/** Who sees which pages, and the language they read. Each opens what the ones before did not; in a deep run everything they reach. */
const EVERYBODY = [
  { who: "employee", language: "en" },
  { who: "publisher", language: "en" },
  { who: "admin", language: "en" },
  { who: "moderator", language: "ro" },
  { who: "approver", language: "en" },
  { who: "leader", language: "en" },
  { who: "logistics", language: "it" },
  { who: "anna.colombo", language: "it" },
  { who: "olga.sokolova", language: "ru" },
];
const visitors = isDeep ? EVERYBODY : EVERYBODY.slice(0, 4);
const MOST = isDeep ? Infinity : 30;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Pages that differ in what they show, not in what they are. */
const kindOf = (address: URL) => address.pathname.replace(UUID, ":id") + [...new Set(address.searchParams.keys())].sort().map((name) => `?${name}`).join("");

async function linksOf(page: Page): Promise<URL[]> {
  // A file to take along is asked for as one, and is no page.
  for (const file of await page.locator("a[download]").all()) expect((await page.request.get(await file.getAttribute("href") ?? "")).ok()).toBe(true);
  const hrefs = await page.locator("a[href]:not([download])").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  return hrefs.map((href) => new URL(href)).filter(({ origin, pathname }) => origin === new URL(page.url()).origin && !/^\/(l|pictures|assets)\//.test(pathname));
}

async function expectGood(page: Page, address: string, look: Look, language: string) {
  await page.setViewportSize({ width: look.width, height: 900 });
  await page.emulateMedia({ colorScheme: look.theme });
  const response = await page.goto(address);
  expect(response?.status(), address).toBe(200);
  await page.waitForLoadState("load");
  const where = `${address} at ${look.width} px, ${look.theme}`;
  expect(await page.locator("h1").count(), where).toBe(1);
  expect((await page.title()).length, where).toBeGreaterThan(3);
  expect(await page.locator("html").getAttribute("lang"), where).toBe(language);
  expect(await strangeWords(page), where).toEqual([]);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

describe("every page", () => {
  /** By kind, such as the pages of single messages: how many visitors opened one. */
  const openedBy = new Map<string, number>();

  /** A deep run shows whoever comes first all looks, and each later visitor the next one. */
  const looksOf = (nth: number, visited: number) => (isDeep && nth === 0 ? LOOKS : [LOOKS[(isDeep ? nth : visited) % LOOKS.length]!]);

  it.each(visitors)("that $who reaches is whole", { timeout: isDeep ? 1_800_000 : 900_000 }, async ({ who, language }) => {
    const page = await cast.open(who, DESKTOP);
    const waiting = [new URL("/", demo.url), new URL("/dev/mail", demo.url)];
    const found = new Set(waiting.map(String));
    const own = new Set<string>();
    for (let visited = 0; waiting.length > 0 && visited < MOST; ) {
      const address = waiting.shift()!;
      const kind = kindOf(address);
      const nth = openedBy.get(kind) ?? 0;
      if (own.has(kind) || (nth > 0 && !isDeep && address.pathname !== "/")) continue;
      own.add(kind);
      openedBy.set(kind, nth + 1);
      for (const look of looksOf(nth, visited)) await expectGood(page, address.href, look, language);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
      visited++;
      for (const link of await linksOf(page)) {
        link.hash = "";
        if (!found.has(link.href)) waiting.push(link);
        found.add(link.href);
      }
    }
    expect(found.size).toBeGreaterThan(3);
  });

  it.each(isDeep ? ["en", "it", "ro", "ru"] : ["ru"])("before sign-in is whole in %s", async (language) => {
    const page = await browser.open({ ...DESKTOP, baseURL: demo.url });
    await page.goto(`/sign-in?language=${language}`);
    for (const [at, address] of ["/sign-in", "/forgotten-password", "/new-password", "/sign-in?as=it%40aurora.example", "/privacy"].entries()) {
      for (const look of isDeep ? LOOKS : [LOOKS[at % LOOKS.length]!]) await expectGood(page, address, look, language);
    }
  });

  it("that is not there says so kindly", async () => {
    const page = await cast.open("employee", { ...DESKTOP, tolerate: /404/ });
    expect((await page.goto("/studio/messages"))?.status()).toBe(404);
    await page.getByRole("heading", { level: 1, name: "This page is not here" }).waitFor();
    await expectAccessible(page);
  });
});
