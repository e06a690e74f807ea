import { paths } from "../app/paths";
import { address, type Frame, type MailDraft } from "./frame";
import { Action, Aside, Layout, Paragraph } from "./layout";

export interface QuestionReceived {
  messageId: string;
  messageTitle: string;
  /** Who asks. */
  author: string;
  question: string;
}

/** To the publisher: somebody asks something under the message. */
export function questionReceived(frame: Frame, asked: QuestionReceived): MailDraft {
  const { t, language, givenName } = frame;
  const body = (
    <Layout
      frame={frame}
      preview={asked.question}
      kind={t("mail:questionReceived.kind")}
      title={asked.messageTitle}
      reason={t("mail:questionReceived.reason")}
    >
      <Paragraph>{t("mail:greeting", { givenName })}</Paragraph>
      <Paragraph>{t("mail:questionReceived.text")}</Paragraph>
      <Aside label={asked.author}>{asked.question}</Aside>
      <Action frame={frame} href={address(frame, paths.message(asked.messageId))}>{t("mail:questionReceived.answer")}</Action>
    </Layout>
  );
  return { template: "question-received", language, subject: t("mail:questionReceived.subject", { title: asked.messageTitle }), body };
}
