import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useDemo } from "../support/app";
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, useBrowser } from "../support/browser";
import { useCast } from "./cast";
import { DEVICES } from "./devices";

const demo = useDemo();
const browser = useBrowser();
const cast = useCast(demo, browser);

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();
const card = (page: Page, name: string) => page.getByRole("article", { name, exact: true });

async function chooseDepartments(page: Page, ...names: string[]) {
  const group = page.getByRole("group", { name: "Who is it for?" });
  for (const name of names) await group.getByLabel(name, { exact: true }).check();
}

/** A draft's core text in the company's language; ends in its editor. */
async function beginMessage(page: Page, message: { title: string; text: string; why: string; departments: string[]; confirm?: boolean }) {
  await page.goto("/studio/messages");
  await follow(page, "New message with versions");
  await page.getByLabel("Title, in Italian").fill(message.title);
  await page.getByLabel("Text", { exact: true }).fill(message.text);
  await page.getByLabel("Why are we telling people this?").fill(message.why);
  await chooseDepartments(page, ...message.departments);
  if (message.confirm) await page.getByLabel("Ask people to confirm").check();
  await press(page, "Save and go on");
  await title(page, message.title);
}

async function addVersion(page: Page, department: string, texts: { title: string; text: string }) {
  await page.locator("summary", { hasText: "Version" }).click();
  const choice = page.getByLabel("A version for");
  const labels = await choice.locator("option").allTextContents();
  await choice.selectOption({ label: labels.find((label) => label.trim() === department) ?? department });
  await press(page, "Add the version");
  await page.getByLabel(`Title for ${department}, Italian`, { exact: true }).fill(texts.title);
  await page.getByLabel("Text", { exact: true }).fill(texts.text);
}

/** Another language of the same version. With script what was typed is saved on the way. */
async function openLanguage(page: Page, language: string, hasScript: boolean) {
  if (!hasScript) {
    await press(page, "Save");
    await page.getByText("Saved.", { exact: true }).waitFor();
  }
  await page.getByRole("navigation", { name: "Languages" }).getByRole("link", { name: language }).click();
  await page.getByLabel(`Why are we telling people this? In ${language}`).waitFor();
}

async function publishNow(page: Page) {
  await press(page, "Publish now");
  await page.getByRole("button", { name: "Call it back" }).waitFor();
}

/** What stands on somebody's home page, by title. */
async function titlesAtHome(who: string): Promise<string[]> {
  const page = await cast.open(who, { ...DESKTOP, javaScriptEnabled: false });
  await page.goto("/");
  return page.locator("article h2").allTextContents();
}

describe.each(DEVICES)("a publisher $device", ({ options, hasScript, mark }) => {
  it("gives each department its own version, hears a question and answers it", async () => {
    const publisher = await cast.open("publisher", options);
    const core = `Nuovi sacchetti (${mark})`;
    await beginMessage(publisher, {
      title: core,
      text: "Da lunedì i sacchetti sono di carta.",
      why: "I clienti li chiedono da un anno.",
      departments: ["Retail sales", "IT", "Logistics"],
      confirm: true,
    });
    await addVersion(publisher, "IT", { title: `Le etichette (${mark})`, text: "La cassa conosce il nuovo codice." });
    await press(publisher, "Save");
    await publisher.getByText("Saved.", { exact: true }).waitFor();
    await addVersion(publisher, "Retail sales", { title: `Al banco (${mark})`, text: "I vecchi sacchetti finiscono entro sabato." });
    await openLanguage(publisher, "English", hasScript);
    await publisher.getByLabel("Why are we telling people this? In English").fill("Customers have asked for it for a year.");
    await publisher.getByLabel("Title for Retail sales, English", { exact: true }).fill(`At the counter (${mark})`);
    await publisher.getByLabel("Text", { exact: true }).fill("The old bags are used up by Saturday.");
    await press(publisher, "Publish or schedule");

    await title(publisher, "Before it goes out");
    await publisher.getByText("155 people, each exactly one version.").waitFor();
    const version = (name: string) => publisher.getByRole("row").filter({ has: publisher.getByRole("rowheader", { name, exact: true }) });
    await expect.poll(() => version("Retail sales").getByRole("cell").first().textContent()).toBe("96");
    await expect.poll(() => version("IT").getByRole("img", { name: "missing" }).or(version("IT").getByText("missing")).count()).toBeGreaterThan(0);
    await expect.poll(() => version("Everyone else").getByRole("cell").first().textContent()).toBe("41");
    await publisher.getByText(/^Retail sales: \d+ people read Romanian and will get the text in Italian/).waitFor();
    if (hasScript) await expectAccessible(publisher);
    await expectNoSidewaysScroll(publisher);
    await publishNow(publisher);
    const page = publisher.url();

    // Everybody exactly their own, and nothing meant for others.
    const employee = await cast.open("employee", options);
    await employee.goto("/");
    const own = card(employee, `At the counter (${mark})`);
    await expect.poll(() => own.textContent()).toContain("Customers have asked for it for a year.");
    const ours = async (who: string) => (await titlesAtHome(who)).filter((each) => each.includes(`(${mark})`));
    expect(await ours("employee")).toEqual([`At the counter (${mark})`]);
    expect(await ours("it")).toEqual([`Le etichette (${mark})`]);
    expect(await ours("logistics")).toEqual([core]);
    expect(await ours("leader")).toEqual([]);
    const engineer = await cast.open("it", options);
    await engineer.goto("/");
    await expect.poll(() => card(engineer, `Le etichette (${mark})`).textContent()).toContain("There is no version in your language yet, so here is the text in Italian.");

    await own.getByRole("button", { name: "I have read it" }).click();
    await own.waitFor({ state: "detached" });
    await employee.goto("/earlier");
    await employee.getByRole("link", { name: `At the counter (${mark})` }).click();
    await employee.getByText(/You confirmed it on .* The publisher sees a number, not your name\./).waitFor();
    await employee.getByLabel("Your words").fill(`May we keep the small bags? (${mark})`);
    await press(employee, "Send under my name");
    await employee.getByText("Your question has reached the publisher.").waitFor();

    await publisher.goto(page);
    const figure = (name: string) => publisher.locator("dl > div", { has: publisher.getByText(name, { exact: true }) });
    // A department's figures come by night, so that this one step can't be watched.
    await publisher.getByText("First counted in the coming night").waitFor();
    await expect.poll(() => figure("Confirmed").textContent()).toContain("–");
    await expect.poll(() => figure("Questions").textContent()).toContain("1 without an answer");
    const question = publisher.getByRole("listitem").filter({ hasText: `May we keep the small bags? (${mark})` });
    await question.getByLabel("Your answer").fill("Yes, until they are used up.");
    await question.getByRole("button", { name: "Send under my name" }).click();
    await publisher.getByText("Your answer is here, and whoever asked is told.").waitFor();
    await employee.reload();
    await employee.getByText("Yes, until they are used up.").waitFor();
  });

  it("writes a notice in five fields, calls it back untouched, and gives it a time", async () => {
    const page = await cast.open("publisher", options);
    await page.goto("/studio/messages");
    await follow(page, "New notice");
    await title(page, "New notice");
    const fields = page.locator("main form").locator("input:visible, textarea:visible, select:visible");
    const names = new Set(await fields.evaluateAll((found) => found.map((field) => field.getAttribute("name"))));
    expect([...names]).toHaveLength(5);
    const notice = `Ascensore fermo martedì (${mark})`;
    await page.getByLabel("Title, in Italian").fill(notice);
    await page.getByLabel("Text", { exact: true }).fill("Dalle 8 alle 12 si sale a piedi.");
    await page.getByLabel("Why are we telling people this?").fill("La revisione si fa una volta l'anno.");
    await chooseDepartments(page, "IT");
    await publishNow(page);
    expect(await titlesAtHome("it")).toContain(notice);

    await press(page, "Call it back");
    await page.getByText("Called back. Nobody sees it any more, and no mail has left.").waitFor();
    expect(await titlesAtHome("it")).not.toContain(notice);
    await expect.poll(() => page.getByLabel("Text", { exact: true }).inputValue()).toBe("Dalle 8 alle 12 si sale a piedi.");

    await press(page, "Publish or schedule");
    await title(page, "Before it goes out");
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("Day", { exact: true }).fill(tomorrow);
    await page.getByLabel("Time", { exact: true }).fill("09:30");
    await press(page, "Schedule");
    await page.getByText("Scheduled. It goes out by itself; until then you can change it.").waitFor();
    await page.goto("/studio/messages?filter=scheduled");
    await page.getByRole("link", { name: notice }).waitFor();
    expect(await titlesAtHome("it")).not.toContain(notice);
  });

  it("is told at the field what is missing, and keeps what was typed", async () => {
    const page = await cast.open("publisher", { ...options, tolerate: /422/ });
    await page.goto("/studio/messages/new?kind=notice");
    await page.locator("form[method=post]").last().evaluate((form: HTMLFormElement) => (form.noValidate = true)).catch(() => {});
    await page.getByLabel("Title, in Italian").fill(`Solo un titolo (${mark})`);
    await page.getByLabel("Text", { exact: true }).fill(" ");
    await page.getByLabel("Why are we telling people this?").fill("Perché sì.");
    await press(page, "Publish now");
    await page.getByText("Choose at least one department.").waitFor();
    await expect.poll(() => page.getByLabel("Text", { exact: true }).getAttribute("aria-invalid")).toBe("true");
    await expect.poll(() => page.getByLabel("Title, in Italian").inputValue()).toBe(`Solo un titolo (${mark})`);
  });

  it("needs an approver elsewhere where a rule says so, for exactly what was read", async () => {
    const publisher = await cast.open("publisher", options);
    const name = `Lievito madre alle quattro (${mark})`;
    await beginMessage(publisher, { title: name, text: "Si rinfresca un'ora prima.", why: "Il forno nuovo scalda prima.", departments: ["Production"] });
    await press(publisher, "Publish or schedule");
    await title(publisher, "Before it goes out");
    const publication = publisher.url();
    await expect.poll(() => publisher.getByRole("button", { name: "Publish now" }).isDisabled()).toBe(true);
    await press(publisher, "Ask for approval");
    await publisher.getByText("Those who may approve it were asked.").waitFor();

    const approver = await cast.open("approver", options);
    const approve = async (text: string) => {
      await approver.goto("/studio/reviews");
      await follow(approver, name);
      await approver.getByText(text).waitFor();
      await press(approver, "Approve");
      await approver.getByText("Approved, exactly as you read it.").waitFor();
    };
    await approve("Si rinfresca un'ora prima.");
    await publisher.goto(publication);
    await publisher.getByText("Irene Fabbri approved it exactly as it is. Any edit voids this.").waitFor();
    expect(await publisher.getByRole("button", { name: "Publish now" }).isEnabled()).toBe(true);

    await follow(publisher, name);
    await publisher.getByLabel("Text", { exact: true }).fill("Si rinfresca due ore prima.");
    await press(publisher, "Save");
    await publisher.getByText("Saved. The content changed, so its approval no longer holds").waitFor();
    await publisher.goto(publication);
    await expect.poll(() => publisher.getByRole("button", { name: "Publish now" }).isDisabled()).toBe(true);
    await press(publisher, "Ask for approval");
    await publisher.getByText("Those who may approve it were asked.").waitFor();
    await approve("Si rinfresca due ore prima.");
    await publisher.goto(publication);
    await publishNow(publisher);
    expect(await titlesAtHome("luca.testa")).toContain(name);
  });
});
