import { useEffect, useState } from "react";
import { useTranslation } from "~/locales/texts";
import { LANGUAGE_NAMES, LANGUAGES } from "~/locales/i18n";
import { CheckField, SelectField, TextField, type FormState } from "~/ui/field";

/** What a company begins with: its name, its languages, its clock. */
export function CompanyFields({ state, timeZones, timeZone }: { state?: FormState; timeZones: string[]; timeZone: string }) {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className="space-y-4">
      <legend className="mb-3 text-l font-semibold">{t("auth:setUp.company")}</legend>
      <TextField label={t("auth:setUp.companyName")} name="companyName" state={state} autoComplete="organization" required maxLength={80} />
      <TextField label={t("auth:setUp.shortName")} hint={t("auth:setUp.shortNameHint")} name="shortName" state={state} required maxLength={40} />
      <SelectField
        label={t("auth:setUp.language")}
        hint={t("auth:setUp.languageHint")}
        name="language"
        state={state}
        defaultValue={i18n.language}
        choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <fieldset>
        <legend className="mb-1 text-s font-semibold">{t("auth:setUp.languages")}</legend>
        <div className="grid grid-cols-2">
          {LANGUAGES.map((value) => (
            <CheckField key={value} label={LANGUAGE_NAMES[value]} name="languages" value={value} state={state} defaultChecked />
          ))}
        </div>
      </fieldset>
      <TimeZoneField state={state} timeZones={timeZones} timeZone={timeZone} />
    </fieldset>
  );
}

/** Proposes the server's zone, and with script the browser's where the server has none of the list (UTC). */
function TimeZoneField({ state, timeZones, timeZone }: { state?: FormState; timeZones: string[]; timeZone: string }) {
  const { t } = useTranslation();
  const isListed = timeZones.includes(timeZone);
  const [proposed, setProposed] = useState(isListed ? timeZone : "");
  useEffect(() => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!isListed && timeZones.includes(own)) setProposed(own);
  }, [isListed, timeZones]);
  return (
    <SelectField
      key={proposed}
      label={t("auth:setUp.timeZone")}
      name="timeZone"
      state={state}
      defaultValue={proposed}
      required
      choices={[
        ...(proposed ? [] : [{ value: "", label: t("auth:setUp.chooseTimeZone") }]),
        ...timeZones.map((value) => ({ value, label: value.replaceAll("_", " ") })),
      ]}
    />
  );
}
