import { Form } from "@remix-run/react";
import { Send } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { FormError, TextArea, typed, type FormState } from "~/ui/field";
import { LONGEST_REMARK } from "../limits";

interface RemarkFormProps {
  messageId: string;
  /** Sent with it, so that sending twice says it once. */
  remarkId: string;
  state?: FormState;
}

/** A question or a comment, under one's own name. */
export function RemarkForm({ messageId, remarkId, state }: RemarkFormProps) {
  const { t } = useTranslation();
  const kind = typed(state, "kind", "question");
  return (
    <Form method="post" action={paths.messageRemarks(messageId)} preventScrollReset className="space-y-4">
      <FormError state={state} />
      <input type="hidden" name="id" value={typed(state, "id", remarkId)} />
      <fieldset>
        <legend className="sr-only">{t("messages:remarks.kind")}</legend>
        {(["question", "comment"] as const).map((each) => (
          <label key={each} className="flex min-h-11 items-center gap-3 md:min-h-8">
            <input type="radio" name="kind" value={each} defaultChecked={kind === each} className="size-5 shrink-0 accent-(--accent)" />
            {t(`messages:remarks.${each}`)}
          </label>
        ))}
      </fieldset>
      <TextArea name="body" rows={4} required maxLength={LONGEST_REMARK} label={t("messages:remarks.body")} hint={t("messages:remarks.who")} state={state} />
      <SubmitButton icon={Send} busy={t("messages:remarks.sending")}>
        {t("messages:remarks.send")}
      </SubmitButton>
    </Form>
  );
}
