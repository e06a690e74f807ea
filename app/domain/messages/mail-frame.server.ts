import { getCompany } from "~/domain/people/company.server";
import { publicUrl } from "~/kernel/env.server";
import { renderMail } from "~/kernel/mail/render.server";
import { textsIn } from "~/locales/catalogues.server";
import type { MailToMany } from "~/kernel/mail/outbox.server";
import type { Frame, MailDraft } from "../../../emails/frame";

/** Stands in a mail to many where each reader's given name goes. */
export const GIVEN_NAME = "{{givenName}}";

/** A mail's frame for each of the languages, with a placeholder for the reader's name. */
export async function framesIn(languages: readonly string[]): Promise<Frame[]> {
  const company = await getCompany();
  return languages.map((language) => {
    const t = textsIn(language);
    return {
      company: { name: company.shortName, accent: company.accent },
      baseUrl: publicUrl(),
      language,
      t: (key, values) => t(key, values ?? {}),
      givenName: GIVEN_NAME,
    };
  });
}

/** The same mail for readers of several languages, rendered once each. */
export async function renderInLanguages(languages: readonly string[], compose: (frame: Frame) => MailDraft): Promise<MailToMany["contents"]> {
  const frames = await framesIn([...new Set(languages)]);
  return Promise.all(frames.map(async (frame) => ({ version: "", ...(await renderMail(compose(frame))) })));
}
