import type { Frame, MailDraft } from "./frame";
import { Layout, Paragraph } from "./layout";

/** To somebody whose sign-in was ended and given anew by somebody else. */
export function signInReset(frame: Frame, { by }: { by: string }): MailDraft {
  const { t, language, givenName } = frame;
  const body = (
    <Layout
      frame={frame}
      preview={t("mail:signInReset.text", { by })}
      kind={t("mail:signInReset.kind")}
      title={t("mail:signInReset.title")}
      reason={t("mail:signInReset.reason")}
    >
      <Paragraph>{t("mail:greeting", { givenName })}</Paragraph>
      <Paragraph>{t("mail:signInReset.text", { by })}</Paragraph>
      <Paragraph>{t("mail:signInReset.ended")}</Paragraph>
      <Paragraph>{t("mail:signInReset.notYou")}</Paragraph>
    </Layout>
  );
  return { template: "sign-in-reset", language, subject: t("mail:signInReset.subject"), body };
}
