import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDemo } from "../support/app";
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, useBrowser } from "../support/browser";
import { photo } from "../support/pictures";
import { startStandIn, type StandIn } from "../support/stand-in";
import { useCast } from "./cast";
import { DEVICES } from "./devices";

const demo = useDemo();
const browser = useBrowser();
const cast = useCast(demo, browser);

let inside: StandIn;
beforeAll(async () => {
  inside = await startStandIn((_request, response) => response.end("<title>Payroll</title>"));
});
afterAll(() => inside.close());

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** What colleagues are offered, by title. */
async function offered(): Promise<string[]> {
  const page = await cast.open("employee", { ...DESKTOP, javaScriptEnabled: false });
  await page.goto("/share");
  return page.locator("article h2").allTextContents();
}

describe.each(DEVICES)("a publisher $device", ({ options, hasScript, mark }) => {
  it("writes a post, has it approved, and loses the approval by an edit", async () => {
    const page = await cast.open("publisher", { ...options, tolerate: /422/ });
    const name = `Bread for the night shift (${mark})`;
    await page.goto("/studio/library");
    await page.getByRole("link", { name: "New post" }).click();
    await field(page, "Title").fill(name);
    await field(page, "Language of the post").selectOption("en");
    await press(page, "Begin the draft");
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.getByText("things before it can be reviewed:").waitFor();
    const draft = page.url();

    // An address inside is not opened, whatever answers there; the rest of what was typed stays.
    await field(page, "Why should anybody share this?").fill("Few people know who bakes at night.");
    await field(page, "Link").fill(`${inside.origin}/payroll`);
    await press(page, "Fetch the preview");
    await page.getByText(/The address (points inside a private network|names an unusual port), so it was not opened\./).waitFor();
    expect(inside.connections()).toBe(0);
    await expect.poll(() => field(page, "Link").inputValue()).toBe(`${inside.origin}/payroll`);
    await expect.poll(() => field(page, "Why should anybody share this?").inputValue()).toBe("Few people know who bakes at night.");

    await field(page, "Link").fill("");
    await field(page, "Summary").fill("A night in the bakery, told by those who bake.");
    await field(page, "Picture").setInputFiles({ name: "night.png", mimeType: "image/png", buffer: await photo(900, 600).png().toBuffer() });
    await field(page, "Text 1").fill(`I have not slept through a night since March, and I like it (${mark}).`);
    await field(page, "Facts, one a line").fill("The night shift begins at 22:00.");
    await field(page, "Valid to").fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
    await page.getByRole("group", { name: "Departments" }).getByLabel("Retail sales", { exact: true }).check();
    await press(page, "Save the draft");
    await page.getByRole("link", { name: "say what the picture shows" }).waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Ask for approval" }).isDisabled()).toBe(true);
    await field(page, "What the picture shows").fill("A baker lifts loaves from the oven at night.");
    await press(page, "Save the draft");
    await page.getByText("Saved.", { exact: true }).waitFor();
    if (hasScript) await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await press(page, "Ask for approval");
    await page.getByText("Sent for review.").waitFor();
    expect(await offered()).not.toContain(name);

    const approver = await cast.open("approver", options);
    await approver.goto("/studio/reviews");
    await approver.getByRole("link", { name, exact: true }).click();
    await approver.getByText("The night shift begins at 22:00.").waitFor();
    await approver.getByRole("img", { name: "A baker lifts loaves from the oven at night." }).waitFor();
    await press(approver, "Approve");
    await approver.getByText("Approved. It is on offer from now on.").waitFor();
    expect(await offered()).toContain(name);

    await page.goto(draft);
    await field(page, "Facts, one a line").fill("The night shift begins at 21:30.");
    await press(page, "Save the draft");
    await page.getByText("The approval is void and the post is off offer").waitFor();
    expect(await offered()).not.toContain(name);
  });
});

it("refuses a file that is no picture, and says so at the field", async () => {
  const page = await cast.open("publisher", { ...DESKTOP, tolerate: /422/ });
  await page.goto("/studio/library/new");
  await field(page, "Title").fill("A post with a strange file");
  await press(page, "Begin the draft");
  await field(page, "Summary").fill("Kept.");
  await field(page, "Picture").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("<svg onload=alert(1)>") });
  await press(page, "Save the draft");
  await page.getByText("This file is not a picture that Vouch can read.").waitFor();
  await expect.poll(() => field(page, "Summary").inputValue()).toBe("Kept.");
});
