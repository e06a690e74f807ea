import { describe, expect, it } from "vitest";
import { renderMail } from "~/kernel/mail/render.server";
import { textsIn } from "~/locales/catalogues.server";
import { LANGUAGES } from "~/locales/i18n";
import { approvalDecided } from "../../emails/approval-decided";
import { approvalRequested } from "../../emails/approval-requested";
import { accentPair } from "../../emails/colour";
import type { Frame, MailDraft } from "../../emails/frame";
import { messagePublished, type MessagePublished } from "../../emails/message-published";
import { passwordChanged } from "../../emails/password-changed";
import { passwordReset } from "../../emails/password-reset";
import { questionAnswered } from "../../emails/question-answered";
import { questionReceived } from "../../emails/question-received";

const id = "0b5d3c1e-8f1a-4a53-9f5c-3c7f0f6d2a11";
const hostile = `<script>alert(1)</script> & "quotes"`;

function frame(language = "en"): Frame {
  return {
    company: { name: "Aurora", accent: null },
    baseUrl: "https://vouch.example.com",
    language,
    t: textsIn(language),
    givenName: "Ana",
  };
}

const message: MessagePublished = {
  messageId: id,
  title: "New ovens in March",
  why: "So that nobody starts at three in the morning",
  html: '<p>The <strong>ovens</strong> arrive.</p><ul><li>first Trieste</li></ul><p><a href="https://example.com/plan">The plan</a></p>',
  textLanguage: "en",
  asksConfirmation: true,
  author: "Marta Bianchi",
  audience: "Logistics",
};

const mails: Record<string, (frame: Frame) => MailDraft> = {
  "message-published": (f) => messagePublished(f, message),
  "message-published without confirmation": (f) => messagePublished(f, { ...message, asksConfirmation: false }),
  "question-received": (f) => questionReceived(f, { messageId: id, messageTitle: "Ovens", author: "Ion", question: "When?" }),
  "question-answered": (f) =>
    questionAnswered(f, { messageId: id, messageTitle: "Ovens", author: "Marta", question: "When?", answer: "In March" }),
  "approval-requested for a message": (f) => approvalRequested(f, { kind: "message", id, title: "Ovens", why: "Sleep", author: "Marta" }),
  "approval-requested for a post": (f) => approvalRequested(f, { kind: "post", id, title: "Ovens", why: "Sleep", author: "Marta" }),
  "approval-decided with yes": (f) => approvalDecided(f, { kind: "message", id, title: "Ovens", isApproved: true, author: "Leo", note: "" }),
  "approval-decided with no": (f) => approvalDecided(f, { kind: "post", id, title: "Ovens", isApproved: false, author: "Leo", note: "Which?" }),
  "password-reset": (f) => passwordReset(f, { link: "https://vouch.example.com/new-password", minutes: 30 }),
  "password-changed": (f) => passwordChanged(f, { changedAt: "21 November 2026, 14:05" }),
};

describe.each(Object.entries(mails))("%s", (_, compose) => {
  it.each(LANGUAGES)("is whole in %s", async (language) => {
    const { subject, html, text } = await renderMail(compose(frame(language)));
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/mail:|\{\{|undefined|\[object/);
      expect(part.length).toBeGreaterThan(3);
    }
    expect(new Set(html.match(/(?<=<(?:html|body)[^>]* lang=")[^"]+/g))).toEqual(new Set([language]));
    expect(html).toContain("prefers-color-scheme: dark");
    expect(text).toContain("https://vouch.example.com/");
    expect(text).toContain("Aurora");
  });

  it("loads nothing from anywhere", async () => {
    const { html } = await renderMail(compose(frame()));
    expect(html).not.toMatch(/<img|<link|@import|url\(|<script|\ssrc=/i);
  });
});

describe("message-published", () => {
  it("carries why, text, button and reason in both forms", async () => {
    const { subject, html, text } = await renderMail(messagePublished(frame(), message));
    expect(subject).toBe("Please read and confirm: New ovens in March");
    expect(html).toContain("<strong>ovens</strong>");
    for (const part of [html, text]) {
      expect(part).toContain(message.why);
      expect(part).toContain("Read and confirm");
      expect(part).toContain(`https://vouch.example.com/messages/${id}`);
      expect(part).toContain("https://example.com/plan");
      expect(part).toContain("this message was written for Logistics");
    }
  });

  it("keeps titles as they were written and addresses apart from the sentence", async () => {
    const { text } = await renderMail(
      messagePublished(frame(), { ...message, html: '<h2>The hours</h2><p>See <a href="https://example.com/plan">the plan</a>.</p>' }),
    );
    expect(text).toContain("New ovens in March");
    expect(text).toContain("The hours");
    expect(text).toContain("See the plan <https://example.com/plan>.");
  });

  it("says when the words are in another language than the reader's, and marks them", async () => {
    const { html, text } = await renderMail(messagePublished(frame("ro"), message));
    expect(text).toContain("engleză");
    expect(html).toMatch(/class="text ink"[^>]*lang="en"|lang="en"[^>]*class="text ink"/);
    expect((await renderMail(messagePublished(frame("en"), message))).text).not.toContain("your language");
  });

  it("escapes titles, reasons and names", async () => {
    const { html } = await renderMail(
      messagePublished({ ...frame(), givenName: hostile, company: { name: hostile, accent: null } }, {
        ...message, title: hostile, why: hostile, author: hostile, audience: hostile,
      }),
    );
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
  });

  it("does not let a title speak the catalogue's own language", async () => {
    const title = "$t(mail:footer) {{company}}";
    expect((await renderMail(messagePublished(frame(), { ...message, title, asksConfirmation: false }))).subject).toBe(title);
  });
});

it("keeps the placeholder of a secret link in both forms", async () => {
  const { html, text } = await renderMail(passwordReset(frame(), { link: "{{link}}", minutes: 30 }));
  expect(html).toContain('href="{{link}}"');
  expect(text).toContain("{{link}}");
});

it.each([
  ["ru", 1, "1 минуты"], ["ru", 30, "30 минут."], ["ro", 1, "1 minut."], ["ro", 5, "5 minute."], ["ro", 30, "30 de minute."], ["it", 1, "1 minuto"],
])("counts minutes in %s: %i", async (language, minutes, expected) => {
  expect((await renderMail(passwordReset(frame(language), { link: "https://x.example/", minutes }))).text).toContain(expected);
});

describe("accentPair", () => {
  it.each([
    [null, "#0b6b50", "#ffffff"], ["#ffdd00", "#ffdd00", "#000000"], ["#123456", "#123456", "#ffffff"],
    ["red; background: url(https://example.com/)", "#0b6b50", "#ffffff"],
  ])("of %s", (colour, backgroundColor, color) => {
    expect(accentPair(colour)).toEqual({ backgroundColor, color });
  });
});
