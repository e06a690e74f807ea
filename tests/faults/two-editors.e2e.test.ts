import { describe, expect, it } from "vitest";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { readForms, type PageForm } from "../attacks/support/forms";
import type { PersonName } from "../attacks/support/company";
import { each, send } from "../attacks/support/sending";
import { useSystem } from "../attacks/support/system";

const system = useSystem({ processes: 2 });

/** Buttons that do something else than save. */
const isOther = (name: string) => ["arrange", "removePicture", "takePagePicture", "remove", "discard", "newVersion"].includes(name);

/** The form of this page that holds this field, with a text of one's own in it. */
async function open(base: string, address: string, who: PersonName, field: string): Promise<(text: string) => PageForm> {
  const page = await send(base, address, { cookie: system.cookies[who] });
  const form = readForms(page.body, address).find(({ fields }) => fields.some(([name]) => name === field));
  if (!form) throw new Error(`${address} has no form with "${field}".`);
  return (text) => ({ ...form, fields: form.fields.filter(([name]) => !isOther(name)).map(([name, value]) => [name, name === field ? text : value]) });
}

const save = (base: string, who: PersonName, { action, fields }: PageForm) => send(base, action, { cookie: system.cookies[who], form: fields });

interface Edited {
  what: string;
  address: () => string;
  who: PersonName;
  field: string;
  stored: () => Promise<string>;
}

const one = async (statement: ReturnType<typeof sql>) => (await query<{ text: string }>(statement))[0]!.text;
const thing = (kind: "message" | "post" | "person", name: string) => system.company.thing(kind, name).id;

const edited: Edited[] = [
  {
    what: "a message", address: () => `/studio/messages/${thing("message", "draft for all")}`, who: "publisher", field: "body",
    stored: () => one(sql`SELECT t.body AS text FROM variant v JOIN variant_text t ON t.variant_id = v.id WHERE v.message_id = ${thing("message", "draft for all")}::uuid AND v.department_id IS NULL AND t.language = 'it'`),
  },
  {
    what: "a post", address: () => `/studio/library/${thing("post", "draft for all")}`, who: "publisher", field: "summary",
    stored: () => one(sql`SELECT summary AS text FROM post WHERE id = ${thing("post", "draft for all")}::uuid`),
  },
  {
    what: "a person's record", address: () => `/admin/people/${thing("person", "a colleague")}`, who: "administrator", field: "jobTitle",
    stored: () => one(sql`SELECT job_title AS text FROM person WHERE id = ${thing("person", "a colleague")}::uuid`),
  },
];

describe.each(edited)("two people on $what", ({ address, who, field, stored }) => {
  it("never overwrite each other: the second is shown both texts, and nothing of theirs is lost", async () => {
    const [first, second] = await Promise.all(system.apps.map((app) => open(app.url, address(), who, field)));
    expect((await save(system.apps[0]!.url, who, first!("What the first one wrote"))).status).toBe(302);
    const answer = await save(system.apps[1]!.url, who, second!("What the second one wrote"));
    expect([409, 422]).toContain(answer.status);
    expect(answer.body).toContain("What the second one wrote");
    expect(answer.body).toContain("What the first one wrote");
    expect(await stored()).toBe("What the first one wrote");
  });

  it("who save at the same moment: one is saved, the others are told", async () => {
    const open8 = await Promise.all(Array.from({ length: 8 }, (_, index) => open(system.apps[index % 2]!.url, address(), who, field)));
    const outcomes: { text: string; status: number; body: string }[] = [];
    await each(open8.map((fill, index) => ({ fill, index })), async ({ fill, index }) => {
      const text = `At once, number ${index}`;
      outcomes.push({ text, ...(await save(system.apps[index % 2]!.url, who, fill(text))) });
    });
    const saved = outcomes.filter(({ status }) => status === 302);
    expect(saved.map(({ text }) => text)).toEqual([await stored()]);
    for (const { text, status, body } of outcomes.filter((outcome) => !saved.includes(outcome))) {
      expect([409, 422]).toContain(status);
      expect(body).toContain(text);
    }
    expect(system.complaints()).toEqual([]);
  });
});

describe.each(edited)("one person who sends the same save of $what twice", ({ address, who, field, stored }) => {
  it("is told that it is saved, both times, and never of a conflict with themselves", async () => {
    const fill = await open(system.apps[0]!.url, address(), who, field);
    const answers = await Promise.all(system.apps.map((app) => save(app.url, who, fill("Sent twice, by an impatient hand"))));
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(await stored()).toBe("Sent twice, by an impatient hand");
  });
});
