import type { Frame, MailDraft } from "./frame";
import { Action, Layout, Paragraph } from "./layout";

export interface DeputyNamed {
  /** Who is away. */
  name: string;
  /** The first and the last day, as the reader says them. */
  from: string;
  until: string;
  link: string;
}

/** To somebody who stands in for a colleague who is away. */
export function deputyNamed(frame: Frame, { name, from, until, link }: DeputyNamed): MailDraft {
  const { t, language, givenName } = frame;
  const body = (
    <Layout frame={frame} preview={t("mail:deputyNamed.text", { name, from, until })} kind={t("mail:deputyNamed.kind")} title={t("mail:deputyNamed.title", { name })} reason={t("mail:deputyNamed.reason", { name })}>
      <Paragraph>{t("mail:greeting", { givenName })}</Paragraph>
      <Paragraph>{t("mail:deputyNamed.text", { name, from, until })}</Paragraph>
      <Paragraph>{t("mail:deputyNamed.how", { name })}</Paragraph>
      <Action frame={frame} href={link}>{t("mail:deputyNamed.open")}</Action>
    </Layout>
  );
  return { template: "deputy-named", language, subject: t("mail:deputyNamed.subject", { name }), body };
}
