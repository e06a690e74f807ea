import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startMessage } from "~/domain/messages/drafting.server";
import { publishMessage } from "~/domain/messages/publishing.server";
import { addRemark } from "~/domain/messages/remarking.server";
import { remarkForm } from "~/domain/messages/remarks.server";
import { readMessage } from "~/domain/messages/reading.server";
import { createDepartment } from "~/domain/people/departments.server";
import { addPerson } from "~/domain/people/joining.server";
import { personDetails } from "~/domain/people/person-fields";
import { query } from "~/kernel/db.server";
import { cleanText } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import { useBrowser } from "../support/browser";
import { ruleFor } from "./opening-rules";
import { offerPost, recordShare, writePost, type Company, type PersonName, type Thing } from "./support/company";
import { disguised, hostileTexts } from "./support/hostile-texts";
import { addressOf, readAddresses } from "./support/route-table";
import { isDeep, useSystem } from "./support/system";

/** Of what can be stored at all: the forms' own cleaning comes first. */
const texts = (isDeep ? disguised(hostileTexts) : hostileTexts).map((text) => cleanText(text)).filter(Boolean);
const PER_MESSAGE = 24;
const chunks = Array.from({ length: Math.ceil(texts.length / PER_MESSAGE) }, (_, index) => texts.slice(index * PER_MESSAGE, (index + 1) * PER_MESSAGE));
/** Everybody has pages of their own: some of every sort of text, where all of them would take an hour to open. */
const namesOfPeople = isDeep ? texts.filter((_, index) => index % Math.ceil(texts.length / 200) === 0) : texts.slice(0, 24);
const inLine = (text: string, most: number) => cleanText(text.replace(/\s+/g, " ").slice(0, most)) || "x";

const hostile: Thing[] = [];
const system = useSystem({ prepare: writeHostileTexts });
const browser = useBrowser();

/** Puts them by the domain's own verbs into every field that somebody types and somebody else reads. */
async function writeHostileTexts({ people, departments }: Company): Promise<void> {
  // Nothing here waits for a second pair of eyes.
  await query(sql`DELETE FROM approval_rule`);
  for (const [index, chunk] of chunks.entries()) {
    // Fences swallow what follows: they come last.
    const body = [...chunk].sort((a, b) => Number(/```|~~~/.test(a)) - Number(/```|~~~/.test(b))).join("\n\n").slice(0, 19_000);
    const id = await startMessage(people.publisher, {
      kind: "message",
      draft: {
        why: { it: inLine(chunk[1] ?? "x", 500) }, audienceIds: [departments.company], isOpenToAll: true, asksConfirmation: index % 2 === 0,
        texts: [{ departmentId: null, language: "it", title: inLine(chunk[0]!, 200), body }, { departmentId: departments.shops, language: "it", title: inLine(chunk[2] ?? "y", 200), body: chunk[3] ?? "y" }],
      },
    });
    await publishMessage(people.publisher, id, 1);
    hostile.push({ kind: "message", name: `hostile ${index}`, id });
    const { id: seen } = await readMessage(people.employee, id);
    for (const text of chunk) await addRemark(people.employee, seen, remarkForm.parse({ id: crypto.randomUUID(), kind: "question", body: text }));
  }
  for (const text of namesOfPeople) {
    const details = personDetails.safeParse({ givenName: inLine(text, 60), familyName: inLine(text, 60), jobTitle: inLine(text, 80), personnelNumber: `N${crypto.randomUUID().slice(0, 12)}`, departmentId: departments.turin, language: "it" });
    if (details.success) hostile.push({ kind: "person", name: text, id: await addPerson(people.administrator, details.data) });
  }
  for (const text of texts.slice(0, 12)) hostile.push({ kind: "department", name: text, id: await createDepartment(people.administrator, { name: `${inLine(text, 70)}${hostile.length}`, parentId: departments.it }) });
  for (const index of [0, 40, 80, 120]) {
    const at = (offset: number) => texts[(index + offset) % texts.length]!;
    const id = await writePost(people.publisher, {
      title: inLine(at(0), 120) || "x", summary: at(1).slice(0, 400), why: at(2).slice(0, 600) || "x", facts: `${inLine(at(3), 100)}\n${inLine(at(4), 100)}`, linkTitle: inLine(at(5), 200), linkDescription: inLine(at(6), 500),
      hashtags: "mulino", audience: [departments.company], captions: Array.from({ length: 8 }, (_, other) => ({ id: null, network: null, language: "it", text: `${at(other + 7).slice(0, 300)} ${other}` })),
    });
    await offerPost(people.publisher, people.approver, id);
    hostile.push({ kind: "post", name: `hostile ${index}`, id });
    const share = await recordShare(people.employee, id, `bcdfghk${"23456789"[index / 40]}`);
    await query(sql`UPDATE share SET text = ${at(9)} WHERE id = ${share}::uuid`);
    hostile.push({ kind: "share", name: `hostile ${index}`, id: share });
  }
  // The reader's own name stands on every page, and the company's in its title.
  await query(sql`UPDATE person SET given_name = ${'</script><script>window.__pwned=1</script>'}, job_title = ${'"><img src=x onerror=window.__pwned=1>'} WHERE id = ${people.employee.id}::uuid`);
  await query(sql`UPDATE company SET short_name = ${"<svg onload=window.__pwned=1>"}, name = ${"</title><script>window.__pwned=1</script>"}`);
}

/** What a page must never hold, whoever wrote its texts. Runs in the browser. */
function auditPage(): string[] {
  const found: string[] = [];
  if ((window as unknown as { __pwned?: unknown }).__pwned !== undefined) found.push("a text ran");
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`${element.tagName} ${name}`);
      if (/^(href|src|action|formaction|xlink:href|data|poster|srcdoc|background)$/i.test(name)) {
        const { protocol, origin } = new URL(value, location.href);
        const isLink = element.tagName === "A" && /^(https?|mailto):$/.test(protocol);
        const isOwnPicture = element.tagName === "IMG" && /^(data|blob):$/.test(protocol);
        if (!isLink && !isOwnPicture && origin !== location.origin) found.push(`${element.tagName} ${name}=${value.slice(0, 80)}`);
      }
    }
    if (/^(IFRAME|OBJECT|EMBED|BASE|PORTAL|MARQUEE|MATH|XMP|PLAINTEXT)$/i.test(element.tagName)) found.push(element.tagName);
    if (element.tagName === "SCRIPT" && !(element as HTMLScriptElement).nonce) found.push("a script without our nonce");
    if (element.tagName === "META" && /refresh/i.test((element as HTMLMetaElement).httpEquiv)) found.push("a page that leads away");
  }
  return found;
}

const addresses = readAddresses().filter(({ hasPage, hasLoader }) => hasPage && hasLoader);

/** The pages a person sees: those of hostile things above all. */
function pagesFor(who: PersonName): string[] {
  const chosen = isDeep ? hostile : hostile.filter(({ kind }, index) => (kind === "message" ? index % 2 === (who === "employee" ? 0 : 1) : kind !== "person" || index % 12 === 0));
  return addresses.flatMap((route) => {
    const rule = ruleFor(route.path);
    if (!rule || rule.opens === "nobody" || rule.opens === "anybody") return [];
    if (!route.params.includes("id")) return [addressOf(route, rule.fill)];
    const things = chosen.filter(({ kind }) => kind === rule.kind);
    const few = isDeep ? things : things.slice(0, /^\/(messages|share)\/:id/.test(route.path) ? 4 : 1);
    return few.map(({ id }) => addressOf(route, { ...rule.fill, id }));
  });
}

describe("what people type", () => {
  let asked: string[];
  let page: Page;

  async function look(who: PersonName | "nobody", list: readonly string[]): Promise<string[]> {
    page = await browser.open({ baseURL: system.url, tolerate: list.length === 0 ? /./ : /status of 404|status of 403/ });
    asked = [];
    page.on("dialog", (dialog) => {
      asked.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(system.url) && !/^(data|blob):/.test(request.url())) asked.push(`request to ${request.url()}`);
    });
    if (who !== "nobody") {
      const [name, value] = system.cookies[who].split("=") as [string, string];
      await page.context().addCookies([{ name, value, url: system.url }]);
    }
    const found: string[] = [];
    for (const address of list) {
      const response = await page.goto(address, { waitUntil: "load" });
      expect(response?.status(), address).toBeLessThan(500);
      expect(response?.headers()["content-security-policy"], address).toContain("'strict-dynamic'");
      found.push(...(await page.evaluate(auditPage)).map((one) => `${address}: ${one}`));
    }
    return [...found, ...asked];
  }

  it("would be found if a page let it run", async () => {
    await look("nobody", []);
    await page.goto("/sign-in");
    for (const text of ["<img src=x onerror=window.__pwned=1>", "<svg onload=window.__pwned=1>", '<a href="javascript:x">x</a>', "<iframe></iframe>", '<form action="//pwned.example">', "<script>1</script>"]) {
      expect(hostileTexts.some((one) => one.slice(0, 4) === text.slice(0, 4))).toBe(true);
      await page.evaluate((html) => (document.querySelector("main")!.innerHTML = html), text);
      expect(await page.evaluate(auditPage), text).not.toEqual([]);
    }
  });

  beforeAll(() => expect(texts.length).toBeGreaterThan(isDeep ? 2_000 : 150));

  it.each(["employee", "publisher", "administrator"] as const)("never runs on the pages of %s", async (who) => {
    const list = pagesFor(who);
    expect(list.length).toBeGreaterThan(10);
    expect(await look(who, list)).toEqual([]);
  });

  it("never runs where an address brings it", async () => {
    const some = texts.filter((_, index) => isDeep || index % 32 === 0);
    const list = some.flatMap((text, index) => [`/sign-in?as=${encodeURIComponent(text)}&next=${encodeURIComponent(text)}`, ...(index % 2 ? [`/no-such-page/${encodeURIComponent(text.slice(0, 500))}`] : [])]);
    expect(await look("nobody", list)).toEqual([]);
    const searched = some.filter((_, index) => index % 3 === 0).map((text) => `/admin/people?q=${encodeURIComponent(text)}`);
    expect(await look("administrator", searched)).toEqual([]);
  });
});
