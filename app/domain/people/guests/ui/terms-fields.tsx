import { useTranslation } from "~/locales/texts";
import { TextField, type FormState } from "~/ui/field";
import { DepartmentBoxes } from "../../ui/department-boxes";

interface TermsFieldsProps {
  state?: FormState;
  /** In tree order; the first one is the company itself. */
  departments: { id: string; name: string; depth: number }[];
  stored: { until: string; departments: string[] };
  /** The days between which an end may be: "2026-12-31". */
  days: { first: string; last: string };
}

/** Until when, and for whom. */
export function TermsFields({ state, departments, stored, days }: TermsFieldsProps) {
  const { t } = useTranslation();
  const choices = departments.map((department) => (department.depth === 0 ? { ...department, name: t("admin-guests:field.everything", { name: department.name }) } : department));
  return (
    <>
      <TextField label={t("admin-guests:field.until")} hint={t("admin-guests:field.untilHint")} type="date" name="until" state={state} defaultValue={stored.until} min={days.first} max={days.last} required className="max-w-60" />
      <DepartmentBoxes
        name="department"
        legend={t("admin-guests:field.departments")}
        hint={t("admin-guests:field.departmentsHint")}
        another={t("admin-guests:field.another")}
        none={t("admin-guests:field.none")}
        choices={choices}
        stored={stored.departments}
        state={state}
      />
    </>
  );
}
