import { paths } from "../app/paths";
import { address, type Frame, type MailDraft } from "./frame";
import { Action, Layout, Paragraph } from "./layout";

/** To an administrator who wants to see whether mail leaves. */
export function testMail(frame: Frame): MailDraft {
  const { t, language, givenName } = frame;
  const body = (
    <Layout frame={frame} preview={t("mail:testMail.text")} kind={t("mail:testMail.kind")} title={t("mail:testMail.title")} reason={t("mail:testMail.reason")}>
      <Paragraph>{t("mail:greeting", { givenName })}</Paragraph>
      <Paragraph>{t("mail:testMail.text")}</Paragraph>
      <Action frame={frame} href={address(frame, paths.companyMail())}>{t("mail:testMail.open")}</Action>
    </Layout>
  );
  return { template: "test-mail", language, subject: t("mail:testMail.title"), body };
}
