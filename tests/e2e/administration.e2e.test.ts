import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useDemo } from "../support/app";
import { DESKTOP, expectAccessible, signIn, useBrowser } from "../support/browser";
import { useCast } from "./cast";
import { DEVICES } from "./devices";

const demo = useDemo();
const browser = useBrowser();
const cast = useCast(demo, browser);

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** Options are indented by their depth in the tree. */
async function choose(page: Page, name: string, choice: string) {
  const labels = await field(page, name).locator("option").allTextContents();
  await field(page, name).selectOption({ label: labels.find((label) => label.trim() === choice) ?? choice });
}

describe.each(DEVICES)("an administrator $device", ({ options, hasScript, mark }) => {
  it("adds a department and a person with a role, and lets the person out again at once", async () => {
    const page = await cast.open("admin", options);
    await page.goto("/admin/departments");
    await field(page, "Name").fill(`Pastry (${mark})`);
    await choose(page, "Under", "Production");
    await press(page, "Add");
    await page.getByText("The department is there.").waitFor();
    await page.getByRole("link", { name: `Pastry (${mark})` }).waitFor();

    await page.goto("/admin/people");
    await follow(page, "Add a person");
    await field(page, "Given name").fill("Nora");
    await field(page, "Family name").fill(`Costa ${mark}`);
    await field(page, "Personnel number").fill(`90-${mark}`);
    await choose(page, "Department", `Pastry (${mark})`);
    await field(page, "Language they read").selectOption("en");
    await press(page, "Add");
    await page.getByText("Added. Give a password or a role here, if they need one.").waitFor();
    const person = page.url();

    await follow(page, "Change roles");
    await field(page, "Role").selectOption("publisher");
    await choose(page, "For", `Pastry (${mark})`);
    await press(page, "Give the role");
    await page.getByText("The role is given.").waitFor();

    await page.goto(person);
    await follow(page, "Give a new password");
    await press(page, "Make a password");
    if (hasScript) await expectAccessible(page);
    const password = (await page.locator("dd").last().textContent()) ?? "";

    // A personnel number is enough to come in, and the role shows at once.
    const nora = await browser.open({ ...DESKTOP, baseURL: demo.url });
    const listens = nora.waitForResponse("**/live");
    await signIn(nora, `90-${mark}`, password);
    await listens;
    await nora.getByRole("heading", { level: 1, name: /Nora/ }).waitFor();
    await nora.getByRole("link", { name: "Messages", exact: true }).waitFor();

    await page.goto(person);
    await follow(page, "End access");
    await press(page, "End access now");
    await page.getByText("Access has ended, on every device.").waitFor();
    // Nobody touches the open page; it leads out by itself within seconds.
    await nora.waitForURL((url) => url.pathname === "/sign-in", { timeout: 5_000 });
    await nora.goto("/settings");
    expect(new URL(nora.url()).pathname).toBe("/sign-in");
  });
});
