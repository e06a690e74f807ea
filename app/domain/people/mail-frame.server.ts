import { publicUrl } from "~/kernel/env.server";
import type { MailToMany } from "~/kernel/mail/outbox.server";
import { renderMail } from "~/kernel/mail/render.server";
import { textsIn } from "~/locales/catalogues.server";
import type { Frame, MailDraft } from "../../../emails/frame";
import { deriveAccent, isColour } from "./accent";
import { getCompany, type CompanyProfile } from "./company.server";

/** Stands in a mail to many where each reader's given name goes. */
export const GIVEN_NAME = "{{givenName}}";

/** What every mail of the company has around it, for a reader of this language. */
export function mailFrame({ shortName, accent }: Pick<CompanyProfile, "shortName" | "accent">, language: string, givenName: string): Frame {
  const t = textsIn(language);
  return { company: { name: shortName, accent: accent && isColour(accent) ? deriveAccent(accent).light.accent : null }, baseUrl: publicUrl(), language, t: (key, values) => t(key, values ?? {}), givenName };
}

/** A mail's frame for each of the languages, with a placeholder for the reader's name. */
export async function framesIn(languages: readonly string[]): Promise<Frame[]> {
  const company = await getCompany();
  return languages.map((language) => mailFrame(company, language, GIVEN_NAME));
}

/** The same mail for readers of several languages, rendered once each. */
export async function renderInLanguages(languages: readonly string[], compose: (frame: Frame) => MailDraft): Promise<MailToMany["contents"]> {
  const frames = await framesIn([...new Set(languages)]);
  return Promise.all(frames.map(async (frame) => ({ version: "", ...(await renderMail(compose(frame))) })));
}
