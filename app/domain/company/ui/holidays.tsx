import { Form } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { CheckField, FormError, SelectField, TextField, type FormState } from "~/ui/field";
import { Moment } from "~/ui/moment";

interface Holiday {
  id: string;
  day: string;
  name: string;
  country: string | null;
  locationName: string | null;
  isHalf: boolean;
}

export function HolidayList({ holidays }: { holidays: readonly Holiday[] }) {
  const { t, i18n } = useTranslation();
  if (holidays.length === 0) return <p className="text-ink-2">{t("admin-company:calendar.noHolidays")}</p>;
  const countries = new Intl.DisplayNames([i18n.language], { type: "region" });
  return (
    <ul className="divide-y divide-line">
      {holidays.map(({ id, day, name, country, locationName, isHalf }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <p className="min-w-0">
            <span className="font-semibold">{name}</span>
            <span className="block text-s text-ink-2">
              <Moment at={`${day}T12:00:00Z`} timeZone="UTC" shape="date" />
              {isHalf && ` · ${t("admin-company:calendar.half")}`} · {locationName ?? (country ? countries.of(country) : t("admin-company:calendar.everybody"))}
            </span>
          </p>
          <Form method="post">
            <SubmitButton look="quiet" icon={Trash2} name="holidayId" value={id} aria-label={t("admin-company:calendar.removeLabel", { name })}>
              {t("admin-company:remove")}
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  );
}

export function NewHoliday({ locations, state }: { locations: { id: string; name: string }[]; state?: FormState }) {
  const { t } = useTranslation();
  return (
    <>
      <FormError state={state} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField type="date" label={t("admin-company:calendar.day")} name="day" state={state} required />
        <TextField label={t("admin-company:calendar.name")} name="holidayName" state={state} required maxLength={80} />
        <TextField label={t("admin-company:calendar.country")} hint={t("admin-company:calendar.countryHint")} name="country" state={state} maxLength={2} />
        {locations.length > 0 && (
          <SelectField label={t("admin-company:calendar.location")} name="locationId" state={state} choices={[{ value: "", label: t("admin-company:calendar.anyLocation") }, ...locations.map(({ id, name }) => ({ value: id, label: name }))]} />
        )}
      </div>
      <CheckField name="isHalf" label={t("admin-company:calendar.isHalf")} state={state} />
      <SubmitButton busy={t("admin-company:saving")}>{t("admin-company:calendar.addSubmit")}</SubmitButton>
    </>
  );
}
