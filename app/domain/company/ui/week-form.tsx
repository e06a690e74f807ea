import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { FormError, SelectField, TextField, type FormState } from "~/ui/field";
import { USUAL_WEEK, WEEKDAYS, type WorkingWeek } from "../working-calendar";
import { Version } from "./settings-page";

/** The zone and the hours of every weekday; a day without hours is free. */
export function WeekForm({ settings, timeZones, state }: { settings: { version: number; timeZone: string; workingWeek: WorkingWeek }; timeZones: string[]; state?: FormState }) {
  const { t } = useTranslation();
  const week = Object.keys(settings.workingWeek).length > 0 ? settings.workingWeek : USUAL_WEEK;
  return (
    <>
      <FormError state={state} />
      <Version version={settings.version} />
      <SelectField label={t("admin-company:calendar.timeZone")} name="timeZone" state={state} defaultValue={settings.timeZone} choices={timeZones.map((value) => ({ value, label: value.replaceAll("_", " ") }))} />
      {WEEKDAYS.map((day) => (
        <fieldset key={day} className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[8rem_1fr_1fr]">
          <legend className="sr-only">{t(`admin-company:weekday.${day}`)}</legend>
          <p aria-hidden className="col-span-2 text-s font-semibold sm:col-span-1 sm:pb-3">{t(`admin-company:weekday.${day}`)}</p>
          <TextField type="time" label={t("admin-company:calendar.from")} name={`${day}From`} state={state} defaultValue={week[day]?.from ?? ""} />
          <TextField type="time" label={t("admin-company:calendar.until")} name={`${day}Until`} state={state} defaultValue={week[day]?.until ?? ""} />
        </fieldset>
      ))}
      <p className="text-s text-ink-2">{t("admin-company:calendar.free")}</p>
      <SubmitButton busy={t("admin-company:saving")}>{t("admin-company:save")}</SubmitButton>
    </>
  );
}
