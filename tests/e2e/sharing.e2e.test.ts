import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useDemo } from "../support/app";
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, useBrowser } from "../support/browser";
import { useCast } from "./cast";
import { DEVICES } from "./devices";
import { follow, playOutside } from "./outside";

const demo = useDemo();
const browser = useBrowser();
const cast = useCast(demo, browser);

const POST = "The mill that feeds our ovens";
const postCard = (page: Page, title: string) => page.getByRole("article", { name: title });
const words = (page: Page) => page.getByLabel("Your text", { exact: true });

async function openShare(page: Page, network: string, title = POST) {
  await page.goto("/share");
  await postCard(page, title).getByRole("link", { name: "Share in your words" }).click();
  await page.getByRole("heading", { level: 1, name: "Share in your words" }).waitFor();
  await page.getByRole("navigation", { name: "Networks" }).getByRole("link", { name: network, exact: true }).click();
  await page.getByText(`How it will look on ${network}`).waitFor();
}

/** The text as it was handed over, from the page that says so. */
async function handedOver(page: Page, network: string): Promise<string> {
  await page.getByRole("heading", { level: 1, name: `Handed over to ${network}` }).waitFor();
  return words(page).inputValue();
}

describe.each(DEVICES)("an employee $device", ({ options, hasScript, mark }) => {
  it("hands a post over in their own words, and sees who came", async () => {
    const page = await cast.open("employee", options);
    const outside = await playOutside(page);
    await openShare(page, "Bluesky");
    const own = `Nine years behind the counter, and this ${mark} is the first mill I have seen.`;
    await words(page).fill(own);
    if (hasScript) {
      await page.locator("figure").getByText(own).waitFor();
      await expect.poll(() => page.getByText(/^\d+ of 300$/).textContent()).not.toBe("0 of 300");
      await words(page).fill("x".repeat(301));
      await page.getByText("Too long for this network").waitFor();
      await words(page).fill(own);
    }
    const opening = hasScript ? page.context().waitForEvent("page") : null;
    await page.getByRole("button", { name: "Share on Bluesky" }).click();
    const text = await handedOver(page, "Bluesky");
    expect(text.slice(0, 100)).toContain("I work at Aurora");
    expect(text).toContain(own);

    const composer = new URL((await page.getByRole("link", { name: "Open Bluesky" }).getAttribute("href")) ?? "");
    expect(composer.host + composer.pathname).toBe("bsky.app/intent/compose");
    expect(composer.searchParams.get("text")).toBe(text);
    if (opening) {
      await (await opening).waitForURL(/bsky\.app/);
      expect(outside.map(String)).toContain(composer.href);
      await page.getByText("Bluesky has opened in a new tab with your text.").waitFor();
    } else {
      expect(outside).toEqual([]);
    }

    // Somebody outside comes, comes again, and a scanner looks too.
    const link = /http:\/\/127\.0\.0\.1:\d+\/l\/\w+/.exec(text)?.[0] ?? "";
    const answer = await follow(link, "person");
    expect(answer.status).toBe(302);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(new URL(answer.headers.get("location") ?? "").protocol).toMatch(/^https?:$/);
    await follow(link, "person");
    await follow(link, "scanner");
    const mine = page.url();
    const row = page.locator("li", { has: page.locator(`a[href="${new URL(mine).pathname}"]`) });
    await expect.poll(() => page.goto("/share/mine").then(() => row.textContent()), { timeout: 10_000 }).toContain("1 visit");

    // Others see totals and nothing of whose they are.
    const other = await cast.open("it", { ...DESKTOP, javaScriptEnabled: false });
    await other.goto("/share");
    const card = await postCard(other, POST).textContent();
    expect(card).toMatch(/Shared \d+ times, \d+ visits/);
    expect(card).not.toContain("Giulia");
    expect((await other.request.get(new URL(mine).pathname)).status()).toBe(404);
  });

  it("cannot take a colleague's words, and keeps their own", async () => {
    const text = `Warm bread at seven in the morning (${mark}).`;
    const first = await cast.open("it", options);
    await playOutside(first);
    await openShare(first, "WhatsApp");
    await words(first).fill(text);
    await first.getByRole("button", { name: "Share on WhatsApp" }).click();
    await handedOver(first, "WhatsApp");

    const page = await cast.open("employee", { ...options, tolerate: /422/ });
    await playOutside(page);
    await openShare(page, "WhatsApp");
    await words(page).fill(`  ${text.replace("bread", "BREAD")}`);
    await page.getByRole("button", { name: "Share on WhatsApp" }).click();
    await page.getByText("A colleague shared this text on this network in the last seven days.").waitFor();
    await expect.poll(() => words(page).inputValue()).toContain("BREAD at seven");
    await words(page).fill(`Nothing beats a roll at seven (${mark}).`);
    await page.getByRole("button", { name: "Share on WhatsApp" }).click();
    expect(await handedOver(page, "WhatsApp")).toContain(`a roll at seven (${mark})`);
  });

  it("copies where a network takes no text", async () => {
    const page = await cast.open("employee", { ...options, permissions: hasScript ? ["clipboard-read", "clipboard-write"] : [] });
    await openShare(page, "LinkedIn", "From nine taps to two");
    await words(page).fill(`Nine taps were eight too many for us (${mark}).`);
    await page.getByRole("button", { name: "Copy for LinkedIn" }).click();
    const text = await handedOver(page, "LinkedIn");
    if (hasScript) {
      await page.getByText("Text copied, paste it on LinkedIn.").waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    } else {
      await page.getByText("LinkedIn takes no text from outside. Copy it, open LinkedIn, and paste it there.").waitFor();
    }
  });

  it("keeps a post for later, and puts one aside for good", async () => {
    const page = await cast.open(mark === "desk" ? "leader" : mark === "phone" ? "approver" : "sinead.farrell", options);
    await page.goto("/");
    const cards = page.locator("article", { hasText: "Ready to share" });
    const title = async () => (await cards.first().getByRole("heading").textContent()) ?? "";
    const kept = await title();
    await cards.first().getByRole("button", { name: "Later", exact: true }).click();
    await page.waitForURL("**/share");
    await postCard(page, kept).getByRole("button", { name: "Kept for later" }).waitFor();
    await page.goto("/");
    const refused = await title();
    expect(refused).not.toBe(kept);
    await cards.first().getByRole("button", { name: "Not for me" }).click();
    await page.waitForURL("**/share");
    await page.goto("/");
    expect(await cards.getByRole("heading").allTextContents()).not.toContain(refused);
    await expect.poll(() => page.getByText("Not for me").first().isVisible()).toBe(true);
  });
});

it("hands over to the phone's share sheet", async () => {
  const page = await cast.open("employee", DEVICES[1]!.options);
  await page.addInitScript(() => {
    Object.assign(navigator, { share: async (given: ShareData) => void Object.assign(window, { given }) });
  });
  await openShare(page, "LinkedIn", "12,400 loaves that found a table");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await words(page).fill("The loaves we do not sell feed a table in every town.");
  await page.getByRole("button", { name: "Share from this device" }).click();
  await page.getByText("Handed to this device.").waitFor();
  const text = await handedOver(page, "LinkedIn");
  expect(await page.evaluate(() => (window as { given?: ShareData }).given)).toEqual({ text });
});
