import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useDemo } from "../support/app";
import { DESKTOP, useBrowser } from "../support/browser";
import { DEMO_PASSWORD } from "../../prisma/seed/aurora/people";
import { playOutside } from "./outside";

const demo = useDemo();
const browser = useBrowser();

/** What has the focus: its name, and whether one can see that it has it. */
async function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      name: (element.getAttribute("aria-label") ?? label ?? element.textContent ?? "").trim(),
      isVisible: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
  });
}

/** Tabs until the element of this name has the focus; every stop on the way must be visible. */
async function tabTo(page: Page, name: string, { within = 60 } = {}) {
  for (let stop = 0; stop < within; stop++) {
    await page.keyboard.press("Tab");
    // The browser may still be scrolling it into view.
    await expect.poll(() => focused(page), { message: `stop ${stop + 1} on the way to "${name}"`, timeout: 5_000 }).toMatchObject({ isVisible: true });
    if ((await focused(page)).name === name) return;
  }
  throw new Error(`"${name}" is not within ${within} stops of the Tab key.`);
}

it("signs in, confirms a message and shares a post by keyboard alone", async () => {
  const page = await browser.open({ ...DESKTOP, baseURL: demo.url });
  const outside = await playOutside(page);
  await page.goto("/sign-in");
  await tabTo(page, "Mail address or personnel number");
  await page.keyboard.type("employee@aurora.example");
  await tabTo(page, "Password");
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /Giulia/ }).waitFor();

  await tabTo(page, "Skip to the content", { within: 1 });
  await page.keyboard.press("Enter");
  await tabTo(page, "I have read it");
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "I have read it" }).waitFor({ state: "detached" });

  await tabTo(page, "Share in your words");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Share in your words" }).waitFor();
  await tabTo(page, "Bluesky");
  await page.keyboard.press("Enter");
  await page.getByText("How it will look on Bluesky").waitFor();
  await tabTo(page, "Your text");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Written without a mouse, by somebody who bakes.");
  await tabTo(page, "Share on Bluesky");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Handed over to Bluesky" }).waitFor();
  expect(outside.map(({ host }) => host)).toEqual(["bsky.app"]);
});
