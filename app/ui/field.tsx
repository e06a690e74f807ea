import { CircleAlert } from "lucide-react";
import { useId, type ComponentProps, type ReactNode } from "react";
import { useTranslation } from "~/locales/texts";

/** What a form's action answered: catalogue keys by field, and what was typed. */
export interface FormState {
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
  /** A limit is used up: minutes until the next try. */
  waitMinutes?: number;
}

/** What a text field shows: what was typed and refused, else what is stored. */
export function typed(state: FormState | undefined, name: string, stored = ""): string {
  const value = state?.values?.[name];
  return Array.isArray(value) ? (value[0] ?? stored) : (value ?? stored);
}

/** Whether a box was checked: as sent with the refused form, else as stored. */
export function checked(state: FormState | undefined, name: string, value: string, stored: boolean): boolean {
  if (!state?.values) return stored;
  const sent = state.values[name];
  return Array.isArray(sent) ? sent.includes(value) : sent === value;
}

interface FieldFrame {
  label: ReactNode;
  name: string;
  hint?: ReactNode;
  state?: FormState;
  /** Shown to the right of the hint, such as a count. */
  aside?: ReactNode;
  className?: string;
}

const CONTROL =
  "w-full rounded-field border bg-surface px-3.5 py-2.5 text-base text-ink placeholder:text-ink-3 disabled:bg-sunken disabled:text-ink-3";

function border(error: string | undefined) {
  return error ? "border-danger" : "border-line-strong";
}

function useField({ name, hint, state }: Pick<FieldFrame, "name" | "hint" | "state">) {
  const id = useId();
  const error = state?.errors?.[name];
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return { id, error, aria: { id, name, "aria-invalid": error ? true : undefined, "aria-describedby": described } as const };
}

function Frame({ id, error, label, hint, aside, className = "", children }: Omit<FieldFrame, "name" | "state"> & { id: string; error?: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-s font-semibold">
        {label}
      </label>
      {children}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 flex gap-1.5 text-s text-danger">
          <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
          {t(error)}
        </p>
      )}
      {(hint ?? aside) && (
        <div className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-xs text-ink-3">
          {hint ? <p id={`${id}-hint`}>{hint}</p> : <span />}
          {aside}
        </div>
      )}
    </div>
  );
}

export function TextField({ label, hint, aside, state, className, name, defaultValue, ...rest }: FieldFrame & Omit<ComponentProps<"input">, keyof FieldFrame>) {
  const { id, error, aria } = useField({ name, hint, state });
  return (
    <Frame {...{ id, error, label, hint, aside, className }}>
      <input
        className={`${CONTROL} ${border(error)} min-h-11`}
        defaultValue={rest.type === "password" || rest.type === "file" ? undefined : typed(state, name, String(defaultValue ?? ""))}
        {...rest}
        {...aria}
      />
    </Frame>
  );
}

export function TextArea({ label, hint, aside, state, className, name, defaultValue, rows = 5, ...rest }: FieldFrame & Omit<ComponentProps<"textarea">, keyof FieldFrame>) {
  const { id, error, aria } = useField({ name, hint, state });
  const value = rest.value === undefined ? { defaultValue: typed(state, name, String(defaultValue ?? "")) } : {};
  return (
    <Frame {...{ id, error, label, hint, aside, className }}>
      <textarea className={`${CONTROL} ${border(error)} block`} rows={rows} {...value} {...rest} {...aria} />
    </Frame>
  );
}

export interface Choice {
  value: string;
  label: string;
}

export function SelectField({ label, hint, aside, state, className, name, choices, defaultValue, ...rest }: FieldFrame & { choices: Choice[] } & Omit<ComponentProps<"select">, keyof FieldFrame>) {
  const { id, error, aria } = useField({ name, hint, state });
  return (
    <Frame {...{ id, error, label, hint, aside, className }}>
      <select className={`${CONTROL} ${border(error)} min-h-11`} defaultValue={typed(state, name, String(defaultValue ?? ""))} {...rest} {...aria}>
        {choices.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function CheckField({ label, hint, state, name, value = "yes", defaultChecked = false, className = "", ...rest }: FieldFrame & Omit<ComponentProps<"input">, keyof FieldFrame>) {
  const { id, error, aria } = useField({ name, hint, state });
  const { t } = useTranslation();
  return (
    <div className={className}>
      <div className="flex min-h-11 items-start gap-3 py-2 md:min-h-9 md:py-1.5">
        <input
          type="checkbox"
          value={value}
          defaultChecked={checked(state, name, String(value), Boolean(defaultChecked))}
          className="mt-0.5 size-5 shrink-0 accent-(--accent)"
          {...rest}
          {...aria}
        />
        <label htmlFor={id} className="text-base">
          {label}
          {hint && (
            <span id={`${id}-hint`} className="block text-xs text-ink-3">
              {hint}
            </span>
          )}
        </label>
      </div>
      {error && (
        <p id={`${id}-error`} className="text-s text-danger">
          {t(error)}
        </p>
      )}
    </div>
  );
}

/** A form's error that belongs to no field, or how long to wait with the next try. */
export function FormError({ state }: { state?: FormState }) {
  const { t } = useTranslation();
  const error = state?.errors?.[""];
  if (!error && !state?.waitMinutes) return null;
  return (
    <p role="alert" className="flex gap-2 rounded-field bg-danger-soft px-4 py-3 text-s text-danger">
      <CircleAlert aria-hidden size={18} className="mt-0.5 shrink-0" />
      {error ? t(error) : t("errors:form.wait", { count: state?.waitMinutes })}
    </p>
  );
}
