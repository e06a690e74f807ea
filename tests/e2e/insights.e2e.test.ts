import { describe, expect, it } from "vitest";
import { useDemo } from "../support/app";
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, useBrowser } from "../support/browser";
import { useCast } from "./cast";
import { DEVICES } from "./devices";

const demo = useDemo();
const browser = useBrowser();
const cast = useCast(demo, browser);

describe.each(DEVICES)("the leader of operations $device", ({ options, hasScript }) => {
  it("finds what became of a message, the departments of their part, and the table behind", async () => {
    const page = await cast.open("leader", options);
    await page.goto("/insights?kind=message");
    await page.getByRole("article").first().waitFor();
    await expect.poll(() => page.locator("h1").innerText()).toMatch(/opened “.+”/);
    if (hasScript) await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("article").getByRole("link").first().click();
    await page.getByRole("heading", { name: "By department" }).waitFor();
    await page.locator("summary", { hasText: "Table" }).first().click();
    await page.getByRole("cell").first().waitFor();
    // Nothing of head office, which they do not lead.
    await expect.poll(() => page.locator("main").innerText()).not.toMatch(/\bHR\b|Brand and marketing/);
    if (hasScript) await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
});

it("gives the publisher a CSV of what the page shows, with small groups hidden", async () => {
  const page = await cast.open("publisher", DESKTOP);
  await page.goto("/insights?kind=message&period=all");
  const items = await page.getByRole("article").getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  const toAll = await (async () => {
    for (const href of items) {
      await page.goto(href);
      if (await page.getByRole("link", { name: "Open Operations" }).count()) return href;
    }
    throw new Error("No message is for everybody.");
  })();
  const shown = await page.locator("details").last().locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent!.trim())));
  expect(shown.flat()).toContain("hidden to protect small groups");
  const csv = await (await page.request.get(`${toAll}/table.csv`)).text();
  expect(csv.startsWith("\ufeff")).toBe(true);
  const rows = csv.slice(1).trimEnd().split("\r\n").map((line) => line.split(","));
  for (const row of shown) expect(rows).toContainEqual(row);
});
