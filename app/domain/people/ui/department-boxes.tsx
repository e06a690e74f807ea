import { CircleAlert } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { checked, type FormState } from "~/ui/field";

interface DepartmentBoxesProps {
  /** Of the fields in the form. */
  name: string;
  legend: string;
  hint: string;
  /** In a large company: the label of the list of all departments, and what it says before one is chosen. */
  another: string;
  none: string;
  /** In tree order, depth 0 at the top. */
  choices: readonly { id: string; name: string; depth: number }[];
  stored: readonly string[];
  state?: FormState;
}

/** A small company's departments are all boxes; of a large one the upper two levels, and a list for the rest. */
const ALL_AS_BOXES = 40;
const INDENTS = ["", "ml-6", "ml-12", "ml-18"];

/** Any number of departments, each with everything under it. */
export function DepartmentBoxes({ name: field, legend, hint, another, none, choices, stored, state }: DepartmentBoxesProps) {
  const { t } = useTranslation();
  const error = state?.errors?.[field];
  const isChosen = (id: string) => checked(state, field, id, stored.includes(id));
  const boxes = choices.length <= ALL_AS_BOXES ? choices : choices.filter(({ id, depth }) => depth < 2 || isChosen(id));
  return (
    <fieldset id={field} aria-describedby={error ? `${field}-error` : `${field}-hint`}>
      <legend className="mb-1 text-s font-semibold">{legend}</legend>
      <p id={`${field}-hint`} className="mb-1.5 text-xs text-ink-3">{hint}</p>
      <ul>
        {boxes.map(({ id, name, depth }) => (
          <li key={id} className={INDENTS[Math.min(depth, INDENTS.length - 1)]}>
            <label className="flex min-h-11 items-center gap-3 md:min-h-8">
              <input type="checkbox" name={field} value={id} defaultChecked={isChosen(id)} className="size-5 shrink-0 accent-(--accent)" />
              {name}
            </label>
          </li>
        ))}
      </ul>
      {boxes.length < choices.length && (
        <label className="mt-2 block text-s">
          {another}
          <select name={field} defaultValue="" className="mt-1 min-h-11 w-full rounded-field border border-line-strong bg-surface px-3 text-base">
            <option value="">{none}</option>
            {choices.map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {"\u2003".repeat(depth) + name}
              </option>
            ))}
          </select>
        </label>
      )}
      {error && (
        <p id={`${field}-error`} className="mt-1.5 flex gap-1.5 text-s text-danger">
          <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
          {t(error)}
        </p>
      )}
    </fieldset>
  );
}
