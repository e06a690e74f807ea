import { Form } from "@remix-run/react";
import { HandHeart } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { FormError, SelectField, TextArea, TextField, typed, type FormState } from "~/ui/field";
import type { Colleague } from "../colleagues.server";
import { LONGEST_WIN } from "../limits";
import type { ValueChoice } from "../values.server";
import { PeoplePicker } from "./people-picker";

interface ThankFormProps {
  /** Sent with it, so that sending twice thanks once. */
  winId: string;
  chosen: Colleague[];
  found: Colleague[];
  values: ValueChoice[];
  state?: FormState;
}

/** Who, what for, send. A value or a picture make it a win of its own on the feed. */
export function ThankForm({ winId, chosen, found, values, state }: ThankFormProps) {
  const { t } = useTranslation();
  const hasMore = Boolean(typed(state, "value") || typed(state, "pictureAlt") || state?.errors?.picture || state?.errors?.pictureAlt || state?.errors?.value);
  return (
    <Form method="post" action={paths.thank()} encType="multipart/form-data" className="space-y-5">
      <FormError state={state} />
      {/* Enter in a field presses the first button of a form: without script it looks for the name, and never sends by mistake. */}
      <button type="submit" name="find" value="yes" formNoValidate tabIndex={-1} aria-hidden className="sr-only">{t("wins:thank.find")}</button>
      <input type="hidden" name="id" value={typed(state, "id", winId)} />
      <PeoplePicker key={chosen.map(({ id }) => id).join() + found.length} chosen={chosen} found={found} state={state} />
      <TextArea name="text" rows={3} required maxLength={LONGEST_WIN} label={t("wins:thank.what")} hint={t("wins:thank.whatHint")} state={state} />
      <details open={hasMore || undefined}>
        <summary className="inline-flex min-h-11 items-center text-s font-semibold text-accent-text">{t("wins:thank.more")}</summary>
        <div className="mt-3 space-y-4">
          {values.length > 0 && (
            <SelectField name="value" label={t("wins:thank.value")} hint={t("wins:thank.valueHint")} state={state} choices={[{ value: "", label: t("wins:thank.noValue") }, ...values.map(({ id, name, sentence }) => ({ value: id, label: sentence ? `${name}: ${sentence}` : name }))]} />
          )}
          <TextField name="picture" type="file" accept="image/jpeg,image/png,image/webp,image/avif,image/gif" label={t("wins:thank.picture")} hint={t("wins:thank.pictureHint")} state={state?.errors && { errors: state.errors }} />
          <TextField name="pictureAlt" maxLength={300} label={t("wins:thank.alt")} hint={t("wins:thank.altHint")} state={state} />
        </div>
      </details>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton icon={HandHeart} busy={t("wins:thank.sending")}>{t("wins:thank.send")}</SubmitButton>
        <p className="text-xs text-ink-3">{t("wins:thank.whoSees")}</p>
      </div>
    </Form>
  );
}
