import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { useDemo } from "../support/app";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "../support/browser";
import { useCast } from "./cast";
import { DEVICES } from "./devices";

const demo = useDemo();
const browser = useBrowser();
const cast = useCast(demo, browser);

/** Each device's journey belongs to somebody else: who takes it out too often waits an hour. */
const WHO: Record<string, string> = { desk: "employee", phone: "leader", plain: "approver" };

describe.each(DEVICES)("data that is kept, $device", ({ options, hasScript, mark }) => {
  it("is everybody's own to take out, a few times an hour", async () => {
    const page = await cast.open(WHO[mark]!, options);
    await page.goto("/settings");
    await page.getByRole("link", { name: "My data", exact: true }).click();
    await page.getByRole("heading", { level: 2, name: "Take out what Vouch holds about you" }).waitFor();
    if (hasScript) await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const take = page.getByRole("button", { name: "Download my data" });
    for (let times = 0; times < 5; times++) {
      const [download] = await Promise.all([page.waitForEvent("download"), take.click()]);
      expect(download.suggestedFilename()).toBe("my-data.json");
      const taken = JSON.parse(await readFile(await download.path(), "utf8")) as Record<string, { email?: string }[]>;
      expect(taken.person?.[0]?.email).toBe(`${WHO[mark]}@aurora.example`);
      expect(taken.devices?.length).toBeGreaterThan(0);
    }
    await take.click();
    await page.getByText("You took it out several times just now.").waitFor();
  });

  it("and quiet hours are one's own", async () => {
    const page = await cast.open(WHO[mark]!, { ...options, tolerate: /422/ });
    await page.goto("/settings");
    await page.getByLabel("Quiet hours", { exact: true }).selectOption("own");
    await page.getByLabel("My own, from", { exact: true }).fill("21:30");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("This is needed.").first().waitFor();
    await expect.poll(() => page.getByLabel("My own, from", { exact: true }).inputValue()).toBe("21:30");
    await page.getByLabel("My own, until", { exact: true }).fill("08:00");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved.", { exact: true }).waitFor();
    await expect.poll(() => page.getByLabel("My own, until", { exact: true }).inputValue()).toBe("08:00");
  });

  it("goes after the company's periods, which are seen before they are saved", async () => {
    const page = await cast.open("admin", { ...options, tolerate: /422/ });
    await page.goto("/admin/settings");
    await page.getByRole("link", { name: /^Retention/ }).click();
    await page.getByRole("heading", { level: 1, name: "Retention" }).waitFor();
    if (hasScript) await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const days = page.getByLabel("Days: Mails that left");
    const see = page.getByRole("button", { name: "See how many would go" });
    await days.fill("3");
    // What the browser itself would refuse is refused by the server, too.
    await page.locator("form:has([name=mail])").evaluate((form: HTMLFormElement) => (form.noValidate = true)).catch(() => undefined);
    await see.click();
    if (hasScript) await page.getByText("Choose a number of days within the bounds below.").waitFor();
    await days.fill("10");
    await see.click();
    await page.getByText("Nothing is saved yet.").waitFor();
    await expect.poll(() => days.inputValue()).toBe("10");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("The periods are saved.").waitFor();
  });
});
