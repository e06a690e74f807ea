import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDemo } from "../support/app";
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, PHONE, useBrowser } from "../support/browser";
import { useCast } from "./cast";

/** A chat on loopback that takes what Slack takes. */
let chat: Server;
let heard: string[] = [];
const CHAT_PORT = 4571;
const demo = useDemo({ env: { VOUCH_CHAT_INSIDE: `127.0.0.1:${CHAT_PORT}` } });
const browser = useBrowser();
const cast = useCast(demo, browser);

beforeAll(async () => {
  chat = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      heard.push(body);
      response.end("ok");
    });
  });
  await new Promise<void>((resolve) => chat.listen(CHAT_PORT, "127.0.0.1", resolve));
  expect((chat.address() as AddressInfo).port).toBe(CHAT_PORT);
});
afterAll(() => new Promise((resolve) => chat.close(resolve)));

async function choose(page: Page, name: string): Promise<void> {
  await page.locator("input[name=q]").fill(name);
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).first().click();
  await page.getByRole("button", { name: `Do not thank ${name}` }).waitFor();
}

describe("thanking", () => {
  it.each([["a desktop", DESKTOP], ["a phone", PHONE]] as const)("a colleague on %s, and taking it back", async (_name, device) => {
    const page = await cast.open("employee", device);
    await page.goto("/");
    await page.getByRole("link", { name: "Thank someone" }).click();
    await page.getByRole("heading", { level: 1, name: "Thank someone" }).waitFor();
    await choose(page, "Marco Bianchi");
    await page.getByLabel("What for?").fill("For the second van on Saturday.");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Send the thank-you" }).click();
    await page.getByText("Sent. They will see it on their home page.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForURL(/\/wins$/);
    await page.getByText("It is taken back.").waitFor();
  });

  it("several after a meeting, without script, keeping what was chosen and typed", async () => {
    const page = await cast.open("employee", { ...DESKTOP, javaScriptEnabled: false });
    await page.goto("/wins/thank");
    await page.getByLabel("What for?").fill("For an hour that was worth it.");
    for (const name of ["Elena Conti", "Paolo Ferri"]) {
      await page.locator("input[name=q]").fill(name);
      await page.getByRole("button", { name: "Find" }).click();
      await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
      await page.getByRole("button", { name: `Do not thank ${name}` }).waitFor();
    }
    await expect.poll(() => page.getByLabel("What for?").inputValue()).toBe("For an hour that was worth it.");
    await page.getByRole("button", { name: "Send the thank-you" }).click();
    await page.getByText("Sent. They will see it on their home page.").waitFor();
    for (const name of ["Elena Conti", "Paolo Ferri"]) await page.getByText(name).first().waitFor();
    const colleague = await cast.open("it", DESKTOP);
    await colleague.goto("/");
    await colleague.getByText("A thank-you for you").waitFor();
  });

  it("says what is missing at the field, by keyboard alone", async () => {
    const page = await cast.open("leader", { ...DESKTOP, tolerate: /422/ });
    await page.goto("/wins/thank");
    await page.getByLabel("What for?").fill("Thank you");
    await page.getByLabel("What for?").press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Choose at least one person or team.").waitFor();
    await expect.poll(() => page.getByLabel("What for?").inputValue()).toBe("Thank you");
  });

  it("begins with the colleague whose name led to their profile", async () => {
    const page = await cast.open("employee", DESKTOP);
    await page.goto("/wins");
    await page.getByRole("link", { name: "Marco Bianchi" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Marco Bianchi" }).waitFor();
    await page.getByRole("link", { name: "Thank Marco" }).click();
    await page.getByRole("button", { name: "Do not thank Marco Bianchi" }).waitFor();
  });
});

describe("a win", () => {
  it("is answered without words and with some", async () => {
    const page = await cast.open("approver", DESKTOP);
    await page.goto("/wins");
    const card = page.locator("article", { hasText: "9 taps" });
    const button = card.getByRole("button", { name: /^Brilliant/ });
    const before = await button.getAttribute("aria-pressed");
    await button.click();
    await expect.poll(() => button.getAttribute("aria-pressed")).not.toBe(before);
    await card.getByRole("link", { name: /comments/ }).click();
    await page.getByLabel("Your comment").fill("Seen in the Isola shop today.");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Your comment is there.").waitFor();
    await page.getByText("Seen in the Isola shop today.").waitFor();
    await expectAccessible(page);
  });

  it("is found by value, and across departments", async () => {
    const page = await cast.open("employee", PHONE);
    await page.goto("/wins");
    await page.getByRole("link", { name: "Honest bread" }).click();
    await page.waitForURL(/filter=value/);
    await page.getByText("Every sentence of the mill story").waitFor();
    await expect.poll(() => page.getByText("9 taps").count()).toBe(0);
    await page.getByRole("link", { name: "Across departments" }).click();
    await page.getByText("9 taps").waitFor();
    await expectNoSidewaysScroll(page);
  });

  it("tells of a milestone that a post reached", async () => {
    const page = await cast.open("employee", DESKTOP);
    await page.goto("/wins");
    await page.getByRole("heading", { name: /100 visits to/ }).first().waitFor();
  });

  it("is told to open pages, which do not move until they are asked", async () => {
    const reader = await cast.open("approver", DESKTOP);
    await reader.goto("/wins");
    await reader.getByRole("button", { name: "Pause live updates" }).waitFor();
    const giver = await cast.open("employee", { ...DESKTOP, javaScriptEnabled: false });
    await giver.goto("/wins/thank?to=");
    await giver.locator("input[name=q]").fill("Elena Conti");
    await giver.getByRole("button", { name: "Find" }).click();
    await giver.getByRole("button", { name: /^Elena Conti/ }).click();
    await giver.getByLabel("What for?").fill("For the label printer.");
    await giver.getByRole("button", { name: "Send the thank-you" }).click();
    await giver.getByText("Sent.").waitFor();
    const news = reader.getByRole("button", { name: /new win/ });
    await news.waitFor();
    await expect.poll(() => reader.getByText("For the label printer.").count()).toBe(0);
    await news.click();
    await reader.getByText("For the label printer.").waitFor();
  });
});

describe("what administrators arrange", () => {
  it("a chat channel with a test that arrives", async () => {
    heard = [];
    const page = await cast.open("admin", DESKTOP);
    await page.goto("/admin/chat");
    await page.getByLabel("Name").fill("#good-news");
    await page.getByLabel("Address of the incoming webhook").fill(`http://127.0.0.1:${CHAT_PORT}/services/T1/sEcReT99`);
    await page.getByRole("button", { name: "Add the channel" }).click();
    await page.getByText("Added. Send a test").waitFor();
    await page.getByRole("button", { name: "Send a test" }).click();
    await page.getByText("The test arrived.").waitFor();
    expect(heard).toHaveLength(1);
    expect(await page.content()).not.toContain("sEcReT");
    await expectAccessible(page);
  });

  it("values, which a win can show, and milestones", async () => {
    const page = await cast.open("admin", { ...DESKTOP, javaScriptEnabled: false });
    await page.goto("/admin/values");
    await page.locator("section", { hasText: "A new value" }).getByLabel("Name, Italiano").fill("Mani in pasta");
    await page.getByRole("button", { name: "Add the value" }).click();
    await page.getByText("Mani in pasta").first().waitFor();
    await page.goto("/admin/milestones");
    await page.getByRole("button", { name: /^Switch off: Years/ }).click();
    await page.getByText("Switched off.").waitFor();
  });
});
