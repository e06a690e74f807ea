import { paths } from "../app/paths";
import { address, type Frame, type MailDraft } from "./frame";
import { Action, Aside, Layout, Paragraph } from "./layout";

export interface QuestionAnswered {
  messageId: string;
  messageTitle: string;
  /** What this person had asked. */
  question: string;
  answer: string;
  /** Who answers. */
  author: string;
}

/** To whoever asked: here is the answer. */
export function questionAnswered(frame: Frame, answered: QuestionAnswered): MailDraft {
  const { t, language, givenName } = frame;
  const body = (
    <Layout
      frame={frame}
      preview={answered.answer}
      kind={t("mail:questionAnswered.kind")}
      title={answered.messageTitle}
      reason={t("mail:questionAnswered.reason")}
    >
      <Paragraph>{t("mail:greeting", { givenName })}</Paragraph>
      <Paragraph>{t("mail:questionAnswered.text")}</Paragraph>
      <Aside label={t("mail:questionAnswered.yourQuestion")}>{answered.question}</Aside>
      <Aside label={answered.author}>{answered.answer}</Aside>
      <Action frame={frame} href={address(frame, paths.message(answered.messageId))}>{t("mail:questionAnswered.open")}</Action>
    </Layout>
  );
  return { template: "question-answered", language, subject: t("mail:questionAnswered.subject", { title: answered.messageTitle }), body };
}
