import type { Frame, MailDraft } from "./frame";
import { Action, Layout, Paragraph } from "./layout";

export interface PasswordReset {
  /**
   * The link that sets a new password, or the placeholder for it. It is a secret: compose with
   * `{{link}}` and queue the mail with the link among its params, which are erased after sending.
   */
  link: string;
  /** For how long the link works. */
  minutes: number;
}

/** To whoever forgot their password. */
export function passwordReset(frame: Frame, { link, minutes }: PasswordReset): MailDraft {
  const { t, language, givenName } = frame;
  const body = (
    <Layout
      frame={frame}
      preview={t("mail:passwordReset.text")}
      kind={t("mail:passwordReset.kind")}
      title={t("mail:passwordReset.title")}
      reason={t("mail:passwordReset.reason")}
    >
      <Paragraph>{t("mail:greeting", { givenName })}</Paragraph>
      <Paragraph>{t("mail:passwordReset.text")}</Paragraph>
      <Action frame={frame} href={link}>{t("mail:passwordReset.choose")}</Action>
      <div style={{ height: "20px" }} />
      <Paragraph>{t("mail:passwordReset.valid", { count: minutes })}</Paragraph>
      <Paragraph>{t("mail:passwordReset.ignore")}</Paragraph>
    </Layout>
  );
  return { template: "password-reset", language, subject: t("mail:passwordReset.subject"), body };
}
