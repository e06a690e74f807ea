import { Form } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { FormError, SelectField, TextField, typed, type Choice, type FormState } from "~/ui/field";
import type { ValueChoice } from "../values.server";

interface ChannelFormProps {
  id: string;
  values: ValueChoice[];
  departments: { id: string; name: string; depth: number }[];
  languages: Choice[];
  state?: FormState;
}

/** A channel's address and what is told there. The address is kept sealed and never comes back. */
export function ChannelForm({ id, values, departments, languages, state }: ChannelFormProps) {
  const { t } = useTranslation();
  const choices = (names: readonly string[], prefix: "network" | "scope") => names.map((value) => ({ value, label: t(`studio-chat:${prefix}.${value}`) }));
  return (
    <Form method="post" className="space-y-4">
      <FormError state={state} />
      <input type="hidden" name="id" value={typed(state, "id", id)} />
      <TextField name="name" required maxLength={80} label={t("studio-chat:field.name")} hint={t("studio-chat:field.nameHint")} state={state} />
      <SelectField name="network" label={t("studio-chat:field.network")} choices={choices(["slack", "teams", "mattermost"], "network")} state={state} />
      <TextField name="address" required type="password" inputMode="url" autoComplete="off" maxLength={2_000} label={t("studio-chat:field.address")} hint={t("studio-chat:field.addressHint")} state={state} />
      <SelectField name="scope" label={t("studio-chat:field.scope")} choices={choices(["all", "milestones", "value", "department"], "scope")} state={state} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField name="value" label={t("studio-chat:field.value")} choices={[{ value: "", label: t("studio-chat:field.none") }, ...values.map((value) => ({ value: value.id, label: value.name }))]} state={state} />
        <SelectField name="department" label={t("studio-chat:field.department")} choices={[{ value: "", label: t("studio-chat:field.none") }, ...departments.map(({ id: value, name, depth }) => ({ value, label: `${"\u2003".repeat(depth)}${name}` }))]} state={state} />
      </div>
      <SelectField name="language" label={t("studio-chat:field.language")} choices={languages} state={state} />
      <SubmitButton busy={t("studio-wins:saving")}>{t("studio-chat:add")}</SubmitButton>
    </Form>
  );
}
