import { useTranslation } from "~/locales/texts";
import { SelectField, TextField, type FormState } from "~/ui/field";
import type { OwnPreferences } from "../preferences.server";

/** When mail about messages may come, on the person's own clock. All of it is there without script. */
export function QuietFields({ own, state }: { own: OwnPreferences; state?: FormState }) {
  const { t } = useTranslation();
  const { companyQuiet } = own;
  return (
    <fieldset className="space-y-4">
      <legend className="sr-only">{t("settings:quiet.title")}</legend>
      <SelectField
        label={t("settings:quiet.title")}
        hint={t("settings:quiet.hint")}
        name="quiet"
        state={state}
        defaultValue={own.quiet}
        choices={[
          { value: "company", label: companyQuiet ? t("settings:quiet.company", companyQuiet) : t("settings:quiet.companyNone") },
          { value: "own", label: t("settings:quiet.own") },
          { value: "none", label: t("settings:quiet.none") },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField type="time" label={t("settings:quiet.from")} name="quietFrom" state={state} defaultValue={own.quietFrom} />
        <TextField type="time" label={t("settings:quiet.until")} name="quietUntil" state={state} defaultValue={own.quietUntil} />
      </div>
    </fieldset>
  );
}
