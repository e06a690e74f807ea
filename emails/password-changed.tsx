import { paths } from "../app/paths";
import { address, type Frame, type MailDraft } from "./frame";
import { Action, Layout, Paragraph } from "./layout";

export interface PasswordChanged {
  /** When, in the reader's zone and language: "21 November 2026, 14:05". */
  changedAt: string;
}

/** To whoever's password was changed, so that a stranger's change does not go unseen. */
export function passwordChanged(frame: Frame, { changedAt }: PasswordChanged): MailDraft {
  const { t, language, givenName } = frame;
  const body = (
    <Layout
      frame={frame}
      preview={t("mail:passwordChanged.text", { changedAt })}
      kind={t("mail:passwordChanged.kind")}
      title={t("mail:passwordChanged.title")}
      reason={t("mail:passwordChanged.reason")}
    >
      <Paragraph>{t("mail:greeting", { givenName })}</Paragraph>
      <Paragraph>{t("mail:passwordChanged.text", { changedAt })}</Paragraph>
      <Paragraph>{t("mail:passwordChanged.notYou")}</Paragraph>
      <Action frame={frame} href={address(frame, paths.forgottenPassword())}>{t("mail:passwordChanged.choose")}</Action>
    </Layout>
  );
  return { template: "password-changed", language, subject: t("mail:passwordChanged.subject"), body };
}
