import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { actionName, kindText, sentenceOf } from "~/domain/audit/sentence";
import { i18nFor } from "~/locales/catalogues.server";
import { LANGUAGES } from "~/locales/i18n";

const domain = path.resolve(import.meta.dirname, "../../../app/domain");
const files = readdirSync(domain, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
const modules = import.meta.glob<Record<string, unknown>>("../../../app/domain/*/events.ts", { eager: true });

/** Everything that modules say happened. */
const happened = Object.values(modules).flatMap((module) => Object.values(module)).flatMap((names) => (typeof names === "object" ? Object.values(names as Record<string, string>) : []));

/** What people do every day and what nobody is privileged to do: it is an event, and not on record. */
const NOT_ON_RECORD = [
  "message.started", "message.edited", "message.mailed", "message.acknowledged", "message.remarked", "message.answered",
  "post.started", "post.edited", "post.visits-reached", "profile.changed",
  "win.given", "win.edited", "win.undone", "win.taken-back", "win.commented", "milestones.reached",
];

const kinds = new Set(files.flatMap((file) => [...readFileSync(path.join(domain, file), "utf8").matchAll(/subjectKind: (?:\w+ (?:=== 1 |\? )?\? )?"([a-z-]+)"(?: : "([a-z-]+)")?/g)].flatMap(([, one, other]) => [one!, ...(other ? [other] : [])])));

describe.each(LANGUAGES)("the audit in %s", (language) => {
  const i18n = i18nFor(language);

  it("has a sentence for every act that can be on record", () => {
    expect(happened.length).toBeGreaterThan(80);
    expect(happened.filter((action) => !NOT_ON_RECORD.includes(action) && !i18n.exists(`admin-audit:act.${action}`))).toEqual([]);
    expect(NOT_ON_RECORD.filter((action) => !happened.includes(action))).toEqual([]);
  });

  it("says who did it, and to whom where its sentence asks", () => {
    for (const action of happened.filter((each) => !NOT_ON_RECORD.includes(each))) {
      const said = sentenceOf(i18n, { action, actor: "Elena Conti", kind: "person", subject: "Marco Bianchi" });
      expect(said, action).toContain("Elena Conti");
      expect(said, action).not.toMatch(/\{\{|undefined|\u{F0001}|\u{F0002}/u);
      expect(actionName(i18n, action), action).not.toBe(action);
    }
    expect(sentenceOf(i18n, { action: "role.granted", actor: "Elena Conti", kind: "person", subject: "Marco Bianchi" })).toMatch(/Elena Conti.*Marco Bianchi/);
  });

  it("names every kind of thing", () => {
    expect(kinds.size).toBeGreaterThan(12);
    expect([...kinds, "message", "post", "win", "company-value", "chat-channel", "approval-rule"].filter((kind) => kindText(i18n, kind) === kind)).toEqual([]);
  });
});

it("calls what has no sentence as it is in the record, and keeps names whatever they hold", () => {
  const i18n = i18nFor("en");
  expect(sentenceOf(i18n, { action: "thing.bent", actor: null, kind: "spoon", subject: null })).toBe("Vouch thing.bent: spoon");
  expect(sentenceOf(i18n, { action: "role.granted", actor: "{{what}}", kind: "person", subject: "$& {{who}}" })).toBe("{{what}} granted a role to $& {{who}}");
});
