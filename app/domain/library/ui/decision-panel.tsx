import { Form, Link } from "@remix-run/react";
import { Check, Undo2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, TextArea, type FormState } from "~/ui/field";
import { formatMoment } from "~/ui/moment";
import type { PostApprovalHindrance } from "~/policy/library";
import type { PersonName, PostRecord } from "../post";
import { ApprovalHistory, fullName } from "./approval-history";

interface DecisionPanelProps {
  post: PostRecord;
  isWaiting: boolean;
  isOverdue: boolean;
  hindrance: PostApprovalHindrance | null;
  /** Who may decide. */
  approvers: readonly PersonName[];
  mayEdit: boolean;
  state?: FormState;
  timeZone: string;
}

/** Approve or send back, for who may; who may and why not, for everybody else. */
export function DecisionPanel({ post, isWaiting, isOverdue, hindrance, approvers, mayEdit, state, timeZone }: DecisionPanelProps) {
  const { t, i18n } = useTranslation();
  const waiting = post.approvals.find(({ decision }) => decision === "waiting");
  const due = waiting && formatMoment(waiting.dueAt, i18n.language, timeZone, "dateTime");
  const names = approvers.slice(0, 5).map(fullName).join(", ");
  return (
    <Panel title={t("studio-library:review.decide")}>
      {!isWaiting && <p className="text-ink-2">{t("studio-library:review.none")}</p>}
      {isWaiting && <p className="mb-3 text-ink-2">{t(`studio-library:review.${isOverdue ? "overdue" : "due"}`, { due })}</p>}
      {isWaiting && hindrance !== null && <p>{names ? t(`studio-library:review.not.${hindrance}`, { names }) : t(`studio-library:review.not.${hindrance}Nobody`)}</p>}
      {isWaiting && hindrance === null && <DecisionForm contentHash={post.contentHash} state={state} />}
      {mayEdit && (
        <p className="mt-3">
          <Link to={paths.postDraft(post.id)} className="link">
            {t("studio-library:review.draft")}
          </Link>
        </p>
      )}
      <ApprovalHistory approvals={post.approvals} timeZone={timeZone} />
    </Panel>
  );
}

/** @param contentHash of what is on this page: only that is decided about */
function DecisionForm({ contentHash, state }: { contentHash: string; state?: FormState }) {
  const { t } = useTranslation();
  return (
    <Form method="post" className="space-y-3" noValidate>
      <input type="hidden" name="contentHash" value={contentHash} />
      <FormError state={state} />
      <TextArea name="note" label={t("studio-library:review.note")} hint={t("studio-library:review.noteHint")} rows={3} maxLength={1_000} state={state} />
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton icon={Check} name="decision" value="approve">
          {t("studio-library:review.approve")}
        </SubmitButton>
        <SubmitButton look="secondary" icon={Undo2} name="decision" value="decline">
          {t("studio-library:review.decline")}
        </SubmitButton>
      </div>
    </Form>
  );
}
