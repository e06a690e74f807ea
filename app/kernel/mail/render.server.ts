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

/** Renders once, for one reader or for many; the plain text is made of the same words. */
export async function renderMail({ template, language, subject, body }: MailDraft): Promise<RenderedMail> {
  const html = await render(body);
  return { template, language, subject, html, text: toPlainText(html) };
}
