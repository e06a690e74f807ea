import { Form } from "@remix-run/react";
import { FileUp } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { CheckField, FormError, TextField, type FormState } from "~/ui/field";

/** Hands a file in; it is looked through before anything of it counts. */
export function ImportForm({ state }: { state?: FormState }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("admin-import:form.title")}>
      <Form method="post" encType="multipart/form-data" className="space-y-4">
        <FormError state={state} />
        <TextField type="file" name="file" accept=".csv,.txt,.tsv,text/csv,text/plain" required state={state} label={t("admin-import:form.file")} hint={t("admin-import:form.fileHint")} />
        <CheckField name="createsDepartments" state={state} label={t("admin-import:form.createsDepartments")} hint={t("admin-import:form.createsDepartmentsHint")} />
        <CheckField name="missingLeave" state={state} label={t("admin-import:form.missingLeave")} hint={t("admin-import:form.missingLeaveHint")} />
        <SubmitButton icon={FileUp} busy={t("admin-import:form.busy")}>
          {t("admin-import:form.submit")}
        </SubmitButton>
      </Form>
      <p className="mt-4 text-xs text-ink-2">{t("admin-import:form.columns")}</p>
    </Panel>
  );
}
