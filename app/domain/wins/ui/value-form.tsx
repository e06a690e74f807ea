import { Form } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { FormError, TextField, typed, type FormState } from "~/ui/field";
import type { CompanyValue } from "../values.server";

interface ValueFormProps {
  id: string;
  /** Nothing for a new one. */
  value?: CompanyValue;
  languages: { code: string; name: string }[];
  /** The company's own language, in which the name is needed. */
  language: string;
  state?: FormState;
}

/** A value's name and sentence in the company's languages. */
export function ValueForm({ id, value, languages, language, state }: ValueFormProps) {
  const { t } = useTranslation();
  return (
    <Form method="post" className="space-y-4">
      <FormError state={state} />
      <input type="hidden" name="id" value={typed(state, "id", id)} />
      <input type="hidden" name="revision" value={String(value?.revision ?? 0)} />
      {languages.map(({ code, name }) => (
        <div key={code} className="grid gap-3 sm:grid-cols-2">
          <TextField name={`name.${code}`} label={t("studio-wins:values.name", { language: name })} required={code === language} maxLength={60} state={state} defaultValue={value?.names[code]} />
          <TextField name={`sentence.${code}`} label={t("studio-wins:values.sentence", { language: name })} maxLength={200} state={state} defaultValue={value?.sentences[code]} />
        </div>
      ))}
      <TextField name="position" inputMode="numeric" label={t("studio-wins:values.position")} hint={t("studio-wins:values.positionHint")} maxLength={3} className="max-w-40" state={state} defaultValue={String(value?.position ?? "")} />
      <SubmitButton look={value ? "secondary" : "primary"} busy={t("studio-wins:saving")}>{t(value ? "studio-wins:save" : "studio-wins:values.add")}</SubmitButton>
    </Form>
  );
}
