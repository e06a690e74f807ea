import { Form } from "@remix-run/react";
import { CheckCheck, Undo2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, TextArea, typed, type FormState } from "~/ui/field";
import { Moment } from "~/ui/moment";
import { LONGEST_NOTE } from "../limits";
import type { ReviewPage } from "../reviewing.server";

/** Approve exactly this, or send it back with a reason. Where one may not, who may and why not. */
export function DecisionForm({ page, timeZone, state }: { page: ReviewPage; timeZone: string; state?: FormState }) {
  const { t } = useTranslation();
  const { abilities, hindrance, approvalState, approval, approvers, contentHash, rules } = page;
  return (
    <Panel title={t("studio-reviews:decide")}>
      {rules.map(({ id, reason }) => (
        <p key={id} className="mb-2 text-s text-ink-2">
          {t("studio-reviews:rule", { reason })}
        </p>
      ))}
      {abilities.canDecide ? (
        <Form method="post" className="space-y-4">
          <FormError state={state} />
          <input type="hidden" name="contentHash" value={typed(state, "contentHash", contentHash)} />
          <TextArea name="note" rows={4} maxLength={LONGEST_NOTE} label={t("studio-reviews:note")} hint={t("studio-reviews:noteHint")} state={state} />
          <div className="flex flex-wrap gap-2.5">
            <SubmitButton name="decision" value="approved" icon={CheckCheck}>
              {t("studio-reviews:approve")}
            </SubmitButton>
            <SubmitButton name="decision" value="declined" look="secondary" icon={Undo2}>
              {t("studio-reviews:decline")}
            </SubmitButton>
          </div>
          <p className="text-xs text-ink-3">{t("studio-reviews:exactly")}</p>
        </Form>
      ) : (
        <div className="space-y-2 text-s">
          <p className="font-semibold">
            {approvalState === "waiting" && hindrance ? t(`studio-reviews:hindrance.${hindrance}`) : t(`studio-reviews:state.${approvalState}`, { name: approval?.decidedByName ?? "" })}
          </p>
          {approval?.decidedAt && (
            <p className="text-ink-2">
              <Moment at={approval.decidedAt} timeZone={timeZone} />
            </p>
          )}
          {approvalState === "waiting" && approvers.length > 0 && (
            <p className="text-ink-2">
              {t("studio-reviews:who")} {approvers.map(({ name, departmentName }) => `${name} (${departmentName})`).join(", ")}
            </p>
          )}
        </div>
      )}
    </Panel>
  );
}
