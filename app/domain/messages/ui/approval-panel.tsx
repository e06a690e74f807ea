import { Form } from "@remix-run/react";
import { CheckCheck, Hourglass, Send } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, type FormState } from "~/ui/field";
import { Moment } from "~/ui/moment";
import type { Overview } from "../editing-page.server";

interface ApprovalPanelProps {
  page: Overview & { mayAsk: boolean; approvers: { name: string; departmentName: string }[] };
  timeZone: string;
  state?: FormState;
}

/** Why a second pair of eyes is needed, where it stands, and who could give it. */
export function ApprovalPanel({ page, timeZone, state }: ApprovalPanelProps) {
  const { t } = useTranslation();
  const { id, revision, rules, approvalState, approval, approvers, mayAsk, blockers } = page;
  if (approvalState === "notNeeded") return null;
  const canAsk = approvalState === "needed" || approvalState === "changed" || approvalState === "declined";
  const isIncomplete = blockers.some(({ what }) => what.endsWith("Missing"));
  return (
    <Panel title={t("studio-messages:approval.title")} className="scroll-mt-20">
      <div id="approval" className="space-y-3 text-s">
        <FormError state={state} />
        <ul className="space-y-1">
          {rules.map(({ id: ruleId, reason, departmentName }) => (
            <li key={ruleId}>
              {departmentName ? t("studio-messages:approval.rule", { department: departmentName, reason }) : t("studio-messages:approval.ruleForAll", { reason })}
            </li>
          ))}
        </ul>
        <p className="flex gap-2 font-semibold">
          {approvalState === "approved" ? <CheckCheck aria-hidden size={18} className="shrink-0 text-share" /> : <Hourglass aria-hidden size={18} className="shrink-0 text-forum" />}
          <span>{t(`studio-messages:approval.${approvalState}`, { name: approval?.decidedByName ?? "" })}</span>
        </p>
        {approval?.note && approvalState !== "changed" && <blockquote className="rounded-field bg-sunken p-3 whitespace-pre-line">{approval.note}</blockquote>}
        {approvalState === "waiting" && approval && (
          <p className="text-ink-2">
            {t("studio-messages:approval.due")} <Moment at={approval.dueAt} timeZone={timeZone} />
          </p>
        )}
        {approvalState !== "approved" && <Approvers approvers={approvers} mayAsk={mayAsk} />}
        {canAsk && mayAsk && (
          <Form method="post" action={paths.messageApproval(id)}>
            <input type="hidden" name="revision" value={revision} />
            <SubmitButton icon={Send} disabled={isIncomplete} busy={t("studio-messages:approval.asking")}>
              {t("studio-messages:approval.ask")}
            </SubmitButton>
          </Form>
        )}
      </div>
    </Panel>
  );
}

function Approvers({ approvers, mayAsk }: Pick<ApprovalPanelProps["page"], "approvers" | "mayAsk">) {
  const { t } = useTranslation();
  if (mayAsk && approvers.length === 0) return <p className="text-ink-2">{t("studio-messages:approval.byCompany")}</p>;
  if (approvers.length === 0) return <p className="text-danger">{t("studio-messages:approval.nobody")}</p>;
  return (
    <p className="text-ink-2">
      {t("studio-messages:approval.who")} {approvers.slice(0, 5).map(({ name, departmentName }) => `${name} (${departmentName})`).join(", ")}
      {approvers.length > 5 && ` ${t("studio-messages:approval.whoMore", { count: approvers.length - 5 })}`}
    </p>
  );
}
