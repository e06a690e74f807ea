import { useTranslation } from "~/locales/texts";
import { isLanguage, LANGUAGE_NAMES } from "~/locales/i18n";
import { SelectField, TextField, type FormState } from "~/ui/field";
import { asDepartmentOptions } from "./department-options";

interface PersonFieldsProps {
  state?: FormState;
  choices: {
    departments: { id: string; name: string; depth: number }[];
    locations: { id: string; name: string }[];
    languages: string[];
  };
  stored: Partial<{
    givenName: string;
    familyName: string;
    email: string | null;
    personnelNumber: string | null;
    departmentId: string;
    locationId: string | null;
    jobTitle: string | null;
    language: string;
  }>;
  readOnly?: boolean;
}

/** What an administrator writes down about a person. */
export function PersonFields({ state, choices, stored, readOnly = false }: PersonFieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset disabled={readOnly} className="space-y-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label={t("admin-people:field.givenName")} name="givenName" state={state} defaultValue={stored.givenName} required maxLength={60} autoComplete="off" />
        <TextField label={t("admin-people:field.familyName")} name="familyName" state={state} defaultValue={stored.familyName} required maxLength={60} autoComplete="off" />
      </div>
      <TextField label={t("admin-people:field.email")} hint={t("admin-people:field.emailHint")} type="email" name="email" state={state} defaultValue={stored.email ?? ""} maxLength={254} autoComplete="off" />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label={t("admin-people:field.personnelNumber")} name="personnelNumber" state={state} defaultValue={stored.personnelNumber ?? ""} maxLength={40} autoComplete="off" />
        <TextField label={t("admin-people:field.jobTitle")} name="jobTitle" state={state} defaultValue={stored.jobTitle ?? ""} maxLength={80} autoComplete="off" />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField label={t("admin-people:department")} name="departmentId" state={state} defaultValue={stored.departmentId} choices={asDepartmentOptions(choices.departments)} />
        {choices.locations.length > 0 && (
          <SelectField
            label={t("admin-people:field.location")}
            name="locationId"
            state={state}
            defaultValue={stored.locationId ?? ""}
            choices={[{ value: "", label: t("admin-people:field.noLocation") }, ...choices.locations.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <SelectField
          label={t("admin-people:field.language")}
          name="language"
          state={state}
          defaultValue={stored.language}
          choices={choices.languages.map((value) => ({ value, label: isLanguage(value) ? LANGUAGE_NAMES[value] : value }))}
        />
      </div>
    </fieldset>
  );
}
