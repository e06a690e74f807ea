import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ShieldCheck, Trash2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { listApprovalRules, removeApprovalRule, ruleForm, ruleRemoval, setApprovalRule } from "~/domain/messages/approval-rules.server";
import { RuleForm } from "~/domain/messages/ui/rule-form";
import { departmentChoices } from "~/domain/people/department-tree.server";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { EmptyState, PageHead, WithRail } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const [rules, departments] = await Promise.all([listApprovalRules(actor), departmentChoices(actor.language)]);
  return { rules, departments, pageTitle: pageTitle(actor.language, "studio-reviews:rules.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const sent = await readForm(args.request);
  if (sent.has("ruleId")) {
    const removal = parseForm(ruleRemoval, sent);
    if (!removal.ok) return refused(removal.errors, removal.values);
    await removeApprovalRule(actor, removal.value.ruleId);
    return redirectDone(paths.approvalRules(), "studio-reviews:done.ruleRemoved");
  }
  const form = parseForm(ruleForm, sent);
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => setApprovalRule(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.approvalRules(), "studio-reviews:done.ruleSet");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function ApprovalRules() {
  const { rules, departments } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("studio-reviews:rules.title")} lead={t("studio-reviews:rules.lead")} />
      <WithRail rail={<RuleForm key={rules.length} departments={departments} state={state} />}>
        {rules.length === 0 ? (
          <EmptyState icon={ShieldCheck} title={t("studio-reviews:rules.empty")}>
            {t("studio-reviews:rules.emptyText")}
          </EmptyState>
        ) : (
          rules.map(({ id, departmentName, reason, coversNotices }) => (
            <Panel key={id} title={departmentName ?? t("studio-reviews:rules.everything")}>
              <p>{reason}</p>
              <p className="mt-1 text-s text-ink-2">{coversNotices ? t("studio-reviews:rules.withNotices") : t("studio-reviews:rules.withoutNotices")}</p>
              <Form method="post" className="mt-3">
                <SubmitButton name="ruleId" value={id} look="quiet" icon={Trash2} aria-label={t("studio-reviews:rules.removeLabel", { rule: departmentName ?? t("studio-reviews:rules.everything") })}>
                  {t("studio-reviews:rules.remove")}
                </SubmitButton>
              </Form>
            </Panel>
          ))
        )}
      </WithRail>
    </>
  );
}
