import type { ReactElement } from "react";
import { render, toPlainText } from "react-email";
import type { RenderedMail } from "./outbox.server";

/** A mail as the functions in emails/ compose it. */
export interface MailDraft {
  template: string;
  language: string;
  subject: string;
  body: ReactElement;
}

/** Titles as they were written, and addresses in angle brackets, so that no full stop becomes part of them. */
const PLAIN_TEXT = {
  selectors: [
    ...["h1", "h2", "h3", "h4"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "a", options: { linkBrackets: ["<", ">"] as [string, string], hideLinkHrefIfSameAsText: true } },
  ],
};

/** Renders once, for one reader or for many; the plain text is made of the same words. */
export async function renderMail({ template, language, subject, body }: MailDraft): Promise<RenderedMail> {
  const html = await render(body);
  return { template, language, subject, html, text: toPlainText(html, PLAIN_TEXT) };
}
