import { paths } from "../app/paths";
import { address, type Frame, type MailDraft } from "./frame";
import { Action, Aside, Layout, Paragraph } from "./layout";

export interface ApprovalDecided {
  kind: "message" | "post";
  id: string;
  title: string;
  isApproved: boolean;
  /** Who decided. */
  author: string;
  /** What they wrote beside it; empty for nothing. */
  note: string;
}

/** To whoever asked for it: approved, or sent back with a reason. */
export function approvalDecided(frame: Frame, decided: ApprovalDecided): MailDraft {
  const { t, language, givenName } = frame;
  const title = decided.title;
  const text = decided.isApproved
    ? t("mail:approvalDecided.textApproved", { author: decided.author })
    : t("mail:approvalDecided.textDeclined", { author: decided.author });
  const body = (
    <Layout
      frame={frame}
      preview={text}
      kind={decided.isApproved ? t("mail:approvalDecided.kindApproved") : t("mail:approvalDecided.kindDeclined")}
      title={title}
      reason={t("mail:approvalDecided.reason")}
    >
      <Paragraph>{t("mail:greeting", { givenName })}</Paragraph>
      <Paragraph>{text}</Paragraph>
      {decided.note && <Aside label={decided.author}>{decided.note}</Aside>}
      <Action
        frame={frame}
        href={address(frame, decided.kind === "message" ? paths.messageDraft(decided.id) : paths.postDraft(decided.id))}
      >
        {t("mail:approvalDecided.open")}
      </Action>
    </Layout>
  );
  const subject = decided.isApproved
    ? t("mail:approvalDecided.subjectApproved", { title })
    : t("mail:approvalDecided.subjectDeclined", { title });
  return { template: "approval-decided", language, subject, body };
}
