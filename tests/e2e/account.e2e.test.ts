import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../prisma/seed/aurora/people";
import { startApp, useDemo } from "../support/app";
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, signIn, useBrowser } from "../support/browser";
import { createDatabase } from "../support/database";
import { DEVICES, type Device } from "./devices";

const demo = useDemo();
const browser = useBrowser();

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const isAtSignIn = (url: URL) => url.pathname === "/sign-in";

/** Each device's journey belongs to somebody else. */
const WHO: Record<string, string> = { desk: "sinead.farrell", phone: "leader", plain: "approver" };

async function signOut(page: Page, { viewport }: Device["options"]) {
  if ((viewport?.width ?? 0) < 760) await page.locator("summary[aria-label]").first().click();
  await page.locator("button:visible", { hasText: "Sign out" }).click();
  await page.waitForURL(isAtSignIn);
}

/** Makes one starter one's own, takes the others away, and puts the guide away and takes it up again. */
async function beginWithStarters(page: Page) {
  await page.getByRole("link", { name: "From today, news is found here" }).click();
  await page.getByText("This starter came with Vouch").waitFor();
  await field(page, "Why are we telling people this? In English").fill("So that nobody waits for the wall.");
  await press(page, "Save");
  await expect.poll(() => page.getByText("This starter came with Vouch").count()).toBe(0);
  await page.goto("/studio/library");
  await page.getByText("Starter", { exact: true }).waitFor();
  await page.goto("/admin/first-steps");
  await press(page, "Remove the starters");
  await page.getByText("The starters are gone.").waitFor();
  expect(await page.getByRole("button", { name: "Remove the starters" }).count()).toBe(0);
  await page.goto("/studio/messages");
  await page.getByRole("link", { name: "From today, news is found here" }).waitFor();
  expect(await page.getByText("What you find here, and what you never will").count()).toBe(0);
  await page.goto("/admin/first-steps");
  await press(page, "Put it away");
  await page.getByText("The first steps are put away.").waitFor();
  await page.locator("main").getByRole("link", { name: /First steps/ }).click();
  await press(page, "Show it in the menu again");
  await page.getByText("The first steps stand in the menu again.").waitFor();
}

describe.each(DEVICES)("somebody $device", ({ options, hasScript, mark }) => {
  const address = `${WHO[mark]}@aurora.example`;

  it("is refused with a wrong password, comes in with the right one, and leaves", async () => {
    const page = await browser.open({ ...options, baseURL: demo.url, tolerate: /422/ });
    await page.goto("/settings");
    expect(isAtSignIn(new URL(page.url()))).toBe(true);
    await field(page, "Mail address or personnel number").fill(address);
    await field(page, "Password").fill("not-my-password");
    await press(page, "Sign in");
    await page.getByText("This name and password do not belong together.").waitFor();
    await expect.poll(() => field(page, "Mail address or personnel number").inputValue()).toBe(address);
    await field(page, "Password").fill(DEMO_PASSWORD);
    await press(page, "Sign in");
    await page.getByRole("heading", { level: 1, name: "My settings" }).waitFor();
    await signOut(page, options);
    await page.goto("/settings");
    expect(isAtSignIn(new URL(page.url()))).toBe(true);
  });

  it("gets a new password by mail when the old one is forgotten", async () => {
    const page = await browser.open({ ...options, baseURL: demo.url });
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Forgotten your password?" }).click();
    await page.getByRole("heading", { level: 1, name: "A new password" }).waitFor();
    await field(page, "Mail address or personnel number").fill(address);
    await press(page, "Send the link");
    await page.getByText("If there is an account with a mail address for this, the link is on its way.").waitFor();

    const mail = page.getByRole("listitem").filter({ hasText: `To ${address}` }).filter({ hasText: "password" });
    await expect.poll(() => page.goto("/dev/mail").then(() => mail.count()), { timeout: 20_000 }).toBeGreaterThan(0);
    await mail.first().getByRole("link").click();
    await page.getByRole("link", { name: /\/new-password\?token=/ }).click();
    await page.getByRole("heading", { level: 1, name: "Choose a new password" }).waitFor();
    expect(page.url()).not.toContain("token");
    await field(page, "New password").fill(`rye and caraway ${mark}`);
    await press(page, "Save the password");
    await page.getByText("Your new password is saved.").waitFor();
    await signIn(page, address, `rye and caraway ${mark}`);
  });

  it("sees where they are signed in, ends the other, and changes the password", async () => {
    const other = await browser.open({ ...DESKTOP, baseURL: demo.url });
    const listens = other.waitForResponse("**/live");
    await signIn(other, address, `rye and caraway ${mark}`);
    await listens;
    const page = await browser.open({ ...options, baseURL: demo.url });
    await signIn(page, address, `rye and caraway ${mark}`);
    await page.goto("/settings/sessions");
    await page.getByText("This device").waitFor();
    await expect.poll(() => page.getByRole("button", { name: /^Sign out \S/ }).count()).toBeGreaterThan(0);
    await press(page, "Sign out all others");
    await page.getByText("All other devices are signed out.").waitFor();
    // Nobody touches the other's open page; it leads out by itself.
    await other.waitForURL(isAtSignIn);

    await page.goto("/settings/password");
    await field(page, "Current password").fill(`rye and caraway ${mark}`);
    await field(page, "New password").fill(`spelt and honey ${mark}`);
    await press(page, "Change the password");
    await page.getByText("Your password is changed, and your other devices are signed out.").waitFor();
    await signIn(other, address, `spelt and honey ${mark}`);
  });

  it.skipIf(mark === "phone")("sets up an empty installation with the code from the console", async () => {
    const database = await createDatabase({ empty: true });
    const folder = await mkdtemp(path.join(tmpdir(), "vouch-set-up-"));
    const app = await startApp({ databaseUrl: database.url, dataFolder: folder });
    try {
      // Its server is stopped at the end, while the page may still be asking it for what it could need next.
      const page = await browser.open({ ...options, baseURL: app.url, tolerate: /422|ERR_CONNECTION_REFUSED|manifest patches/ });
      await page.goto("/");
      await page.getByRole("heading", { level: 1, name: "Set up your company" }).waitFor();
      if (hasScript) await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await field(page, "Code from the console").fill("WRONG-CODE");
      await field(page, "Name").fill("Mill & Sons");
      await field(page, "What people call it").fill("Mill");
      await page.getByLabel("The company’s language").selectOption("en");
      await page.getByLabel("English").check();
      await page.getByLabel("Time zone").selectOption("Europe/Dublin");
      await field(page, "Given name").fill("Ada");
      await field(page, "Family name").fill("Mill");
      await field(page, "Mail address").fill("ada@mill.example");
      await field(page, "Password").fill("grain by grain");
      await press(page, "Begin");
      await page.getByText("This is not the code that was printed last.").waitFor();
      await expect.poll(() => field(page, "Name").inputValue()).toBe("Mill & Sons");
      const code = /\b[A-Z0-9]{4}(?:-[A-Z0-9]{4})+\b/.exec(app.output())?.[0] ?? "";
      expect(code).not.toBe("");
      await field(page, "Code from the console").fill(code);
      await field(page, "Password").fill("grain by grain");
      await press(page, "Begin");
      await page.getByRole("heading", { level: 1, name: "First steps" }).waitFor();
      await page.getByText("0 of 6 done").waitFor();
      if (hasScript) await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await beginWithStarters(page);
      await page.goto("/");
      await page.getByRole("heading", { level: 1, name: /Ada/ }).waitFor();
      await page.getByText("Nothing waits for you.").waitFor();
      expect((await page.request.get("/set-up")).status()).toBe(404);
    } finally {
      await app.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
