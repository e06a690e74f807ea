import { Form } from "@remix-run/react";
import { Send } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { FormError, TextArea, typed, type FormState } from "~/ui/field";
import { LONGEST_REMARK } from "../limits";

/** An answer that could not be taken as it was, with what was typed. */
export function RefusedAnswer({ messageId, state }: { messageId: string; state?: FormState }) {
  const { t } = useTranslation();
  return (
    <Form method="post" action={paths.messageRemarks(messageId)} className="space-y-3">
      <FormError state={state} />
      <input type="hidden" name="id" value={typed(state, "id")} />
      <input type="hidden" name="answersId" value={typed(state, "answersId")} />
      <TextArea name="body" rows={4} required maxLength={LONGEST_REMARK} label={t("messages:remarks.answerLabel")} state={state} />
      <SubmitButton icon={Send}>{t("messages:remarks.send")}</SubmitButton>
    </Form>
  );
}
