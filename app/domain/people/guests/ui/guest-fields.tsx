import { CircleAlert } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { checked, TextField, type FormState } from "~/ui/field";

interface Department {
  id: string;
  name: string;
  depth: number;
}

interface TermsFieldsProps {
  state?: FormState;
  /** In tree order; the first one is the company itself. */
  departments: Department[];
  stored: { until: string; departments: string[] };
  /** The days between which an end may be: "2026-12-31". */
  days: { first: string; last: string };
}

/** A small company's departments are all boxes; of a large one the upper two levels, and a list for the rest. */
const ALL_AS_BOXES = 40;
const INDENTS = ["", "ml-6", "ml-12", "ml-18"];

/** Until when, and for whom. */
export function TermsFields({ state, departments, stored, days }: TermsFieldsProps) {
  const { t } = useTranslation();
  const error = state?.errors?.department;
  const isChosen = (id: string) => checked(state, "department", id, stored.departments.includes(id));
  const boxes = departments.length <= ALL_AS_BOXES ? departments : departments.filter(({ id, depth }) => depth < 2 || isChosen(id));
  return (
    <>
      <TextField label={t("admin-guests:field.until")} hint={t("admin-guests:field.untilHint")} type="date" name="until" state={state} defaultValue={stored.until} min={days.first} max={days.last} required className="max-w-60" />
      <fieldset aria-describedby={error ? "department-error" : "department-hint"}>
        <legend className="mb-1 text-s font-semibold">{t("admin-guests:field.departments")}</legend>
        <p id="department-hint" className="mb-1.5 text-xs text-ink-3">{t("admin-guests:field.departmentsHint")}</p>
        <ul>
          {boxes.map(({ id, name, depth }) => (
            <li key={id} className={INDENTS[Math.min(depth, INDENTS.length - 1)]}>
              <label className="flex min-h-11 items-center gap-3 md:min-h-8">
                <input type="checkbox" name="department" value={id} defaultChecked={isChosen(id)} className="size-5 shrink-0 accent-(--accent)" />
                {depth === 0 ? t("admin-guests:field.everything", { name }) : name}
              </label>
            </li>
          ))}
        </ul>
        {boxes.length < departments.length && (
          <label className="mt-2 block text-s">
            {t("admin-guests:field.another")}
            <select name="department" defaultValue="" className="mt-1 min-h-11 w-full rounded-field border border-line-strong bg-surface px-3 text-base">
              <option value="">{t("admin-guests:field.none")}</option>
              {departments.map(({ id, name, depth }) => (
                <option key={id} value={id}>
                  {"\u2003".repeat(depth) + name}
                </option>
              ))}
            </select>
          </label>
        )}
        {error && (
          <p id="department-error" className="mt-1.5 flex gap-1.5 text-s text-danger">
            <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
            {t(error)}
          </p>
        )}
      </fieldset>
    </>
  );
}
