import { Form } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { CheckField, FormError, SelectField, TextField, type FormState } from "~/ui/field";

/** A new rule: for which part of the company, and why. */
export function RuleForm({ departments, state }: { departments: { id: string; name: string; depth: number }[]; state?: FormState }) {
  const { t } = useTranslation();
  const choices = departments.map(({ id, name, depth }) => ({ value: id, label: "\u2003".repeat(depth) + name }));
  return (
    <Panel title={t("studio-reviews:rules.add")}>
      <Form method="post" className="space-y-4">
        <FormError state={state} />
        <SelectField name="departmentId" label={t("studio-reviews:rules.department")} hint={t("studio-reviews:rules.departmentHint")} choices={[{ value: "", label: t("studio-reviews:rules.everything") }, ...choices]} state={state} />
        <TextField name="reason" required maxLength={200} label={t("studio-reviews:rules.reason")} hint={t("studio-reviews:rules.reasonHint")} state={state} />
        <CheckField name="coversNotices" label={t("studio-reviews:rules.notices")} hint={t("studio-reviews:rules.noticesHint")} state={state} />
        <SubmitButton busy={t("studio-reviews:rules.saving")}>{t("studio-reviews:rules.submit")}</SubmitButton>
      </Form>
    </Panel>
  );
}
