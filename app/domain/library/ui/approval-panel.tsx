import { Form } from "@remix-run/react";
import { Eye, Send } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { formatMoment } from "~/ui/moment";
import type { PersonName, PostRecord } from "../post";
import { ApprovalHistory, fullName } from "./approval-history";

interface ApprovalPanelProps {
  post: PostRecord;
  approvers: readonly PersonName[];
  /** Something stands in the way. */
  isBlocked: boolean;
  /** Something was typed that is not saved: only what is saved can be sent. */
  isChanged: boolean;
  timeZone: string;
}

/** Where the post stands on its way outside, and the next step. */
export function ApprovalPanel({ post, approvers, isBlocked, isChanged, timeZone }: ApprovalPanelProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t("studio-library:approval.title")}>
      <Standing post={post} timeZone={timeZone} />
      {post.state === "in_review" && approvers.length > 0 && (
        <p className="mt-2 text-ink-2">{t("studio-library:approval.approvers", { names: approvers.slice(0, 5).map(fullName).join(", ") })}</p>
      )}
      <div className="mt-4 space-y-2.5">
        <NextStep post={post} isBlocked={isBlocked} isChanged={isChanged} />
        <LinkButton icon={Eye} to={paths.postReview(post.id)} className="w-full">
          {t("studio-library:approval.look")}
        </LinkButton>
      </div>
      <ApprovalHistory approvals={post.approvals} timeZone={timeZone} />
    </Panel>
  );
}

function Standing({ post, timeZone }: Pick<ApprovalPanelProps, "post" | "timeZone">) {
  const { t, i18n } = useTranslation();
  const say = (at: Date) => formatMoment(at, i18n.language, timeZone, "dateTime");
  const waiting = post.approvals.find(({ decision }) => decision === "waiting");
  if (waiting) return <p>{t("studio-library:approval.waiting", { when: say(waiting.requestedAt), due: say(waiting.dueAt) })} {t("studio-library:approval.changesVoid")}</p>;
  if (post.state === "approved" && post.approvedAt)
    return <p>{t("studio-library:approval.approved", { when: say(post.approvedAt) })} {t("studio-library:approval.changesVoid")}</p>;
  return <p>{post.state === "ended" ? t("studio-library:approval.ended") : t("studio-library:approval.draft")}</p>;
}

function NextStep({ post, isBlocked, isChanged }: Pick<ApprovalPanelProps, "post" | "isBlocked" | "isChanged">) {
  const { t } = useTranslation();
  if (post.state === "in_review") return null;
  const ends = post.state === "approved";
  return (
    <Form method="post" action={paths.postApproval(post.id)} className="space-y-2">
      <input type="hidden" name="revision" value={post.revision} />
      {ends ? (
        <SubmitButton look="danger" className="w-full" name="act" value="end">
          {t("studio-library:approval.end")}
        </SubmitButton>
      ) : (
        <SubmitButton icon={Send} className="w-full" name="act" value="request" disabled={isBlocked || isChanged} busy={t("studio-library:approval.requestBusy")}>
          {t("studio-library:approval.request")}
        </SubmitButton>
      )}
      <p className="text-xs text-ink-3">
        {ends ? t("studio-library:approval.endText") : isChanged ? t("studio-library:approval.saveFirst") : t("studio-library:approval.whatIsSent")}
      </p>
    </Form>
  );
}
