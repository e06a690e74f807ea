import { createServer, type AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { DEMO_PASSWORD, DEMO_PIN, people, personOf, pinSignIn, waiting } from "../../prisma/seed/aurora/people";
import { useDemo } from "../support/app";
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, PHONE, signIn, useBrowser } from "../support/browser";
import { scanCode } from "../support/scan-code";
import { useCast } from "./cast";

// Browsers make passkeys for names only: the demo is asked for as "localhost".
const port = await freePort();
const demo = useDemo({ env: { PORT: String(port), VOUCH_URL: `http://localhost:${port}` } });
const browser = useBrowser();
const cast = useCast(demo, browser);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const sharedBox = (page: Page) => page.getByRole("checkbox", { name: /This device is shared/ });
const isHome = (url: URL) => url.pathname === "/";
const isSignIn = (url: URL) => url.pathname === "/sign-in";

const forCards = people.filter(({ key, email }) => waiting.has(key) && email === null);
const driver = personOf(pinSignIn);

async function cardFor(who: (typeof people)[number]) {
  const admin = await cast.open("admin", DESKTOP);
  await admin.goto("/admin/joining");
  await admin.getByRole("heading", { level: 1, name: "Joining" }).waitFor();
  await admin.getByRole("button", { name: `Print a card for ${who.givenName} ${who.familyName}` }).click();
  const card = admin.getByRole("article").filter({ hasText: who.personnelNumber });
  await card.waitFor();
  await expectAccessible(admin);
  return { address: scanCode(await card.locator("svg").evaluate((svg) => svg.outerHTML)), code: (await card.locator(".font-mono").textContent())! };
}

async function signOut(page: Page) {
  await page.getByRole("button", { name: "Somebody else" }).click();
  await page.waitForURL(isSignIn);
}

describe("joining with a card", () => {
  it("takes a scan, a language, a number and a PIN on a phone", { timeout: 90_000 }, async () => {
    const who = forCards[0]!;
    const { address } = await cardFor(who);
    const page = await browser.open({ ...PHONE, baseURL: demo.url, tolerate: /422/ });
    const startedAt = Date.now();
    await page.goto(address);
    await field(page, "Language").selectOption("it");
    await page.getByText("Hai letto il codice della tua scheda.").waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await field(page, "Numero di matricola").fill(who.personnelNumber);
    await field(page, "Scegli un PIN di sei cifre").fill("123456");
    await press(page, "Entra");
    await page.getByText("Sarebbe il primo a essere indovinato.").waitFor();
    await expect.poll(() => field(page, "Numero di matricola").inputValue()).toBe(who.personnelNumber);
    await field(page, "Scegli un PIN di sei cifre").fill("582914");
    await press(page, "Entra");
    await page.waitForURL(isHome);
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("it");
    expect(Date.now() - startedAt).toBeLessThan(60_000);
    expect(demo.app.output()).not.toContain(new URL(address).hash.slice(1));
  });

  it("works without script, the code typed by hand", async () => {
    const who = forCards[1]!;
    const { code } = await cardFor(who);
    const page = await browser.open({ ...PHONE, baseURL: demo.url, javaScriptEnabled: false, tolerate: /422/ });
    await page.goto("/join?language=ro");
    await field(page, "Codul de pe card").fill(code);
    await field(page, "Număr de marcă").fill(driver.personnelNumber);
    await field(page, "Alege un PIN de șase cifre").fill("582914");
    await press(page, "Intră");
    await page.getByText("nu se potrivesc").waitFor();
    await field(page, "Număr de marcă").fill(who.personnelNumber);
    await field(page, "Alege un PIN de șase cifre").fill("582914");
    await press(page, "Intră");
    await page.waitForURL(isHome);
  });
});

describe("a supervisor", () => {
  it("finds people of their part by name and number only, and gives a new card that ends the old sign-in", async () => {
    const theirs = await browser.open({ ...PHONE, baseURL: demo.url });
    await signIn(theirs, driver.personnelNumber, DEMO_PIN);
    const leader = await cast.open("leader", DESKTOP);
    await leader.goto("/helping");
    await field(leader, "Name or personnel number").fill(driver.personnelNumber);
    await press(leader, "Find");
    await leader.getByRole("link", { name: `New card for ${driver.givenName} ${driver.familyName}` }).click();
    await leader.getByRole("heading", { level: 1, name: "Give a new card" }).waitFor();
    await press(leader, "Make the card");
    const code = await leader.getByRole("article").locator(".font-mono").textContent();
    await expectAccessible(leader);
    await theirs.goto("/settings");
    expect(isSignIn(new URL(theirs.url()))).toBe(true);
    await theirs.goto("/join?language=en");
    await field(theirs, "Code on your card").fill(code!);
    await field(theirs, "Personnel number").fill(driver.personnelNumber);
    await field(theirs, "Choose a six-digit PIN").fill(DEMO_PIN);
    await press(theirs, "Join");
    await theirs.waitForURL(isHome);
    await theirs.goto("/settings/sign-in");
    await theirs.getByText("Paolo Ferri").first().waitFor();
    await expectAccessible(theirs);
  });
});

describe("a shared tablet", () => {
  it.each([true, false])("changes hands in one step and shows nothing when going back (script: %s)", async (javaScriptEnabled) => {
    const page = await browser.open({ ...DESKTOP, baseURL: demo.url, javaScriptEnabled });
    await page.goto("/sign-in");
    await sharedBox(page).check();
    await signInHere(page, "sinead.farrell@aurora.example", DEMO_PASSWORD);
    await page.getByText("Shared device, signed in as Sinead Farrell").waitFor();
    await page.goto("/settings");
    await page.getByText("Area manager, Dublin").first().waitFor();
    await signOut(page);
    await expect.poll(() => sharedBox(page).isChecked()).toBe(true);
    await page.goBack().catch(() => undefined);
    await page.waitForURL(isSignIn);
    await expect.poll(() => page.getByText("Farrell").count()).toBe(0);
    await signInHere(page, "employee@aurora.example", DEMO_PASSWORD);
    await page.getByText("Shared device, signed in as Giulia Rossi").waitFor();
    if (javaScriptEnabled) await expectAccessible(page);
  });

  it("warns before it signs out, and stays for whoever is still there", async () => {
    const page = await browser.open({ ...DESKTOP, baseURL: demo.url });
    await page.clock.install();
    await page.goto("/sign-in");
    await sharedBox(page).check();
    await signInHere(page, "approver@aurora.example", DEMO_PASSWORD);
    await page.getByText("Shared device, signed in as").waitFor();
    await page.waitForLoadState("networkidle");
    await page.clock.fastForward(250_000);
    await page.getByText("Still here? You are about to be signed out.").waitFor();
    await press(page, "I am still here");
    await expect.poll(() => page.getByText("Still here?").count()).toBe(0);
    await page.clock.fastForward(299_000);
    await page.clock.runFor(3_000);
    await page.waitForURL(isSignIn);
  });
});

/** Fills in the form that is open. */
async function signInHere(page: Page, identifier: string, password: string) {
  await page.locator("[name=identifier]").fill(identifier);
  await page.locator("[name=password]").fill(password);
  await press(page, "Sign in");
  // After going back it leads to where that would have led.
  await page.waitForURL((url) => !isSignIn(url));
}

describe("a kiosk", () => {
  it("is paired by a code, takes number and PIN, and ends when it is revoked", async () => {
    const admin = await cast.open("admin", DESKTOP);
    await admin.goto("/admin/kiosks");
    await field(admin, "Where it stands").fill("Cluj, break room");
    await press(admin, "Make a code");
    const code = await admin.locator("[role=status] .font-mono").textContent();
    await expectAccessible(admin);
    const page = await browser.open({ ...DESKTOP, baseURL: demo.url });
    await page.goto("/kiosk");
    await field(page, "Pairing code").fill(code!);
    await press(page, "Make it a kiosk");
    await page.getByText("Cluj, break room").waitFor();
    await expectAccessible(page);
    await field(page, "Personnel number").fill(driver.personnelNumber);
    await field(page, "PIN").fill(DEMO_PIN);
    await press(page, "Sign in");
    await page.waitForURL(isHome);
    await page.locator("section button", { hasText: /./ }).first().click();
    await page.waitForURL((url) => url.pathname === "/kiosk");
    await admin.goto("/admin/kiosks");
    await press(admin, "Revoke Cluj, break room");
    await admin.getByText("The kiosk has ended").waitFor();
    await page.goto("/kiosk");
    await page.waitForURL((url) => url.pathname === "/kiosk/pairing");
  });
});

describe("a passkey", () => {
  it("is added in the settings, signs in, and is removed", async () => {
    const page = await browser.open({ ...DESKTOP, baseURL: demo.url });
    const session = await page.context().newCDPSession(page);
    await session.send("WebAuthn.enable");
    await session.send("WebAuthn.addVirtualAuthenticator", { options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
    await signIn(page, "it@aurora.example", DEMO_PASSWORD);
    await page.goto("/settings/sign-in");
    await field(page, "Name for this device").fill("My laptop");
    await press(page, "Add a passkey on this device");
    await page.getByText("The passkey is added.").waitFor();
    await page.getByText("My laptop").waitFor();
    await expectAccessible(page);
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await press(page, "Sign in with a passkey");
    await page.waitForURL(isHome);
    await page.goto("/settings/sign-in");
    await press(page, "Remove My laptop");
    await page.getByText("The passkey is removed.").waitFor();
  });

  it("takes the place of a PIN for whoever joins", async () => {
    const who = forCards[2]!;
    const { address } = await cardFor(who);
    const page = await browser.open({ ...PHONE, baseURL: demo.url });
    const session = await page.context().newCDPSession(page);
    await session.send("WebAuthn.enable");
    await session.send("WebAuthn.addVirtualAuthenticator", { options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
    await page.goto(address);
    await field(page, "Personnel number").fill(who.personnelNumber);
    await press(page, "Use a passkey instead");
    await page.waitForURL(isHome);
  });
});
