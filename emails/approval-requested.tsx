import { paths } from "../app/paths";
import { address, type Frame, type MailDraft } from "./frame";
import { Action, Aside, Layout, Paragraph } from "./layout";

export interface ApprovalRequested {
  /** What waits: a message for people inside, or a post for outside. */
  kind: "message" | "post";
  id: string;
  title: string;
  why: string;
  /** Who asks for it. */
  author: string;
}

/** To an approver: something waits for a second pair of eyes. */
export function approvalRequested(frame: Frame, asked: ApprovalRequested): MailDraft {
  const { t, language, givenName } = frame;
  const isMessage = asked.kind === "message";
  const body = (
    <Layout
      frame={frame}
      preview={asked.why}
      kind={isMessage ? t("mail:approvalRequested.kindMessage") : t("mail:approvalRequested.kindPost")}
      title={asked.title}
      reason={t("mail:approvalRequested.reason")}
    >
      <Paragraph>{t("mail:greeting", { givenName })}</Paragraph>
      <Paragraph>
        {isMessage
          ? t("mail:approvalRequested.textMessage", { author: asked.author })
          : t("mail:approvalRequested.textPost", { author: asked.author })}
      </Paragraph>
      <Aside label={t("mail:approvalRequested.why")}>{asked.why}</Aside>
      <Action frame={frame} href={address(frame, isMessage ? paths.messageReview(asked.id) : paths.postReview(asked.id))}>
        {t("mail:approvalRequested.review")}
      </Action>
    </Layout>
  );
  return { template: "approval-requested", language, subject: t("mail:approvalRequested.subject", { title: asked.title }), body };
}
