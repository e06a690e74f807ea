import { Form } from "@remix-run/react";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { FormError, TextField, typed, type FormState } from "~/ui/field";

interface AbsenceFormProps {
  id: string;
  /** "2026-12-31" */
  today: string;
  state?: FormState;
  /** Where the name that was typed is several people's. */
  choices: readonly { id: string; name: string; about: string }[];
}

/** From when to when, and who stands in. */
export function AbsenceForm({ id, today, state, choices }: AbsenceFormProps) {
  const { t } = useTranslation();
  return (
    <Form method="post" action={paths.absences()} className="space-y-5">
      <FormError state={state} />
      <input type="hidden" name="id" value={typed(state, "id", id)} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label={t("studio-absence:from")} type="date" name="from" state={state} min={today} required />
        <TextField label={t("studio-absence:until")} type="date" name="until" state={state} min={today} required />
      </div>
      <TextField label={t("studio-absence:deputy")} hint={t("studio-absence:deputyHint")} name="deputy" state={state} required maxLength={120} autoComplete="off" />
      {choices.length > 0 && (
        <fieldset aria-describedby="deputy-which">
          <legend className="mb-1 text-s font-semibold">{t("studio-absence:which")}</legend>
          <p id="deputy-which" className="mb-1.5 flex gap-1.5 text-s text-danger">
            <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
            {t("studio-absence:error.several")}
          </p>
          {choices.map((choice) => (
            <label key={choice.id} className="flex min-h-11 items-center gap-3">
              <input type="radio" name="deputyId" value={choice.id} required className="size-5 shrink-0 accent-(--accent)" />
              <span>
                {choice.name}
                <span className="block text-xs text-ink-2">{choice.about}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <SubmitButton busy={t("studio-absence:naming")}>{t("studio-absence:submit")}</SubmitButton>
    </Form>
  );
}
