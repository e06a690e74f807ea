import { expect, it, afterAll, beforeAll, describe } from "vitest";
import { useDemo } from "../support/app";
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, PHONE, useBrowser } from "../support/browser";
import { photo } from "../support/pictures";
import { startResend } from "../support/resend-stand-in";
import { useCast } from "./cast";

let resend: Awaited<ReturnType<typeof startResend>>;
const env: Record<string, string> = {};
beforeAll(async () => {
  resend = await startResend();
  env.RESEND_BASE_URL = resend.settings.baseUrl;
});
afterAll(() => resend.close());

const demo = useDemo({ env });
const browser = useBrowser();
const cast = useCast(demo, browser);

describe("an administrator", () => {
  it("chooses a colour that could not be read, and sees what becomes of it before it is saved", async () => {
    const page = await cast.open("admin", DESKTOP);
    await page.goto("/admin/settings");
    await page.getByRole("link", { name: /^Colour/ }).click();
    await page.getByLabel("Colour", { exact: true }).fill("#ffe14d");
    await page.getByRole("button", { name: "Use this colour" }).click();
    await page.getByText(/On light ground this colour would be hard to read/).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Use this colour" }).click();
    await page.getByText("The colour is in use.").waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent"))).not.toBe("#ffe14d");
    await expectAccessible(page);
  });

  it("saves a mail key that is never shown again, and gets a test mail at once", async () => {
    const page = await cast.open("admin", PHONE);
    await page.goto("/admin/settings/mail");
    await page.getByLabel("Mails leave").selectOption("resend");
    await page.getByLabel("Sender").fill("Aurora <news@aurora.example>");
    await page.getByLabel("Resend key or SMTP address").fill(resend.settings.apiKey);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved, and in force at once").waitFor();
    expect(await page.content()).not.toContain(resend.settings.apiKey);
    await page.getByRole("button", { name: "Send me a test mail" }).click();
    await page.getByText(/^Taken over for/).waitFor();
    expect(resend.delivered.map(({ subject, from }) => [subject, from])).toContainEqual(["Mail leaves", "Aurora <news@aurora.example>"]);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});

it("shows a photo wherever somebody's initials stood", async () => {
  const page = await cast.open("employee", PHONE);
  await page.goto("/settings/profile");
  await page.getByLabel("Photo", { exact: true }).setInputFiles({ name: "me.png", mimeType: "image/png", buffer: await photo(600, 400).png().toBuffer() });
  await page.getByLabel("Ask me about").fill("ovens");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Your profile is saved.").waitFor();
  await page.locator("summary img[src^='/pictures/']").waitFor();
  await page.getByRole("link", { name: "See it as colleagues do" }).click();
  await page.getByText("ovens").waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

it("asks everybody to accept the privacy notice before going on, also without script on a phone", async () => {
  const admin = await cast.open("admin", DESKTOP);
  const employee = await cast.open("logistics", { ...PHONE, javaScriptEnabled: false });
  await admin.goto("/admin/settings/privacy");
  await admin.getByLabel("Italiano").fill("# I tuoi dati\n\nRestano qui.");
  await admin.getByLabel("English").fill("# Your data\n\nIt stays here.");
  // The demo's notice is a first version that asked nobody.
  await admin.getByRole("checkbox", { name: /accept/i }).check();
  await admin.getByRole("button", { name: "Publish this version" }).click();
  await admin.waitForURL("**/privacy?**");
  await admin.getByRole("button", { name: "I have read and accept it" }).click();
  await admin.waitForURL("**/admin/settings/privacy");

  await employee.goto("/share");
  expect(new URL(employee.url()).pathname).toBe("/privacy");
  await employee.getByRole("heading", { name: "I tuoi dati" }).waitFor();
  await employee.getByRole("button", { name: "L’ho letta e la accetto" }).click();
  expect(new URL(employee.url()).pathname).toBe("/share");
  await employee.goto("/privacy");
  await employee.getByText("Restano qui.").waitFor();
});
