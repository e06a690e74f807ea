import { useTranslation } from "~/locales/texts";
import { FormError, SelectField, TextField, type FormState } from "~/ui/field";

/** What is known of a place of work. */
export function LocationFields({ state, timeZones, stored }: { state?: FormState; timeZones: string[]; stored: { name?: string; country?: string; timeZone: string } }) {
  const { t } = useTranslation();
  return (
    <>
      <FormError state={state} />
      <TextField label={t("admin-company:locations.name")} name="name" state={state} defaultValue={stored.name} required maxLength={80} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label={t("admin-company:locations.country")} hint={t("admin-company:locations.countryHint")} name="country" state={state} defaultValue={stored.country} required minLength={2} maxLength={2} />
        <SelectField label={t("admin-company:calendar.timeZone")} name="timeZone" state={state} defaultValue={stored.timeZone} choices={timeZones.map((value) => ({ value, label: value.replaceAll("_", " ") }))} />
      </div>
    </>
  );
}
