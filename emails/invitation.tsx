import type { Frame, MailDraft } from "./frame";
import { Action, Layout, Paragraph } from "./layout";

export interface Invitation {
  /** The one-time link, or the placeholder for it. It is a secret: queue the mail with the link among its params. */
  link: string;
  /** For how long the link works. */
  days: number;
}

/** To whoever may join: the way in, for one person and once. */
export function invitation(frame: Frame, { link, days }: Invitation): MailDraft {
  const { t, language, givenName, company } = frame;
  const body = (
    <Layout
      frame={frame}
      preview={t("mail:invitation.text", { company: company.name })}
      kind={t("mail:invitation.kind")}
      title={t("mail:invitation.title", { company: company.name })}
      reason={t("mail:invitation.reason")}
    >
      <Paragraph>{t("mail:greeting", { givenName })}</Paragraph>
      <Paragraph>{t("mail:invitation.text", { company: company.name })}</Paragraph>
      <Action frame={frame} href={link}>{t("mail:invitation.join")}</Action>
      <div style={{ height: "20px" }} />
      <Paragraph>{t("mail:invitation.valid", { count: days })}</Paragraph>
    </Layout>
  );
  return { template: "invitation", language, subject: t("mail:invitation.subject", { company: company.name }), body };
}
