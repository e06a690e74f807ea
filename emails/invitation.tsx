import type { Frame, MailDraft } from "./frame";
import { Action, Layout, Paragraph } from "./layout";

export interface Invitation {
  /** The one-time link, or the placeholder for it. It is a secret: queue the mail with the link among its params. */
  link: string;
  /** For how long the link works. */
  days: number;
  /** For guests: the last day on which they may come in, as a reader says it. */
  guestUntil?: string;
}

/** To whoever may join: the way in, for one person and once. */
export function invitation(frame: Frame, { link, days, guestUntil }: Invitation): MailDraft {
  const { t, language, givenName, company } = frame;
  const text = guestUntil ? t("mail:invitation.guestText", { company: company.name, until: guestUntil }) : t("mail:invitation.text", { company: company.name });
  const body = (
    <Layout
      frame={frame}
      preview={text}
      kind={t("mail:invitation.kind")}
      title={t("mail:invitation.title", { company: company.name })}
      reason={t("mail:invitation.reason")}
    >
      <Paragraph>{t("mail:greeting", { givenName })}</Paragraph>
      <Paragraph>{text}</Paragraph>
      <Action frame={frame} href={link}>{t("mail:invitation.join")}</Action>
      <div style={{ height: "20px" }} />
      <Paragraph>{t("mail:invitation.valid", { count: days })}</Paragraph>
    </Layout>
  );
  return { template: "invitation", language, subject: t("mail:invitation.subject", { company: company.name }), body };
}
