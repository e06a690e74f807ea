import { Form } from "@remix-run/react";
import { ArrowRight, Send } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, TextArea, TextField, typed, type FormState } from "~/ui/field";
import { LONGEST_BODY, LONGEST_TITLE, LONGEST_WHY } from "../limits";
import { AudienceField } from "./audience-field";
import { DeliveryChoices } from "./delivery-choices";
import { nameOfLanguage } from "./fallback-label";

interface NewMessageFormProps {
  kind: "notice" | "message";
  /** Sent with it, so that sending twice writes one message. */
  id: string;
  language: string;
  audienceChoices: { id: string; name: string; depth: number }[];
  state?: FormState;
}

/** Five fields: title, text, why, for whom, and whether by mail. A notice goes out from here; a message goes on to its versions. */
export function NewMessageForm({ kind, id, language, audienceChoices, state }: NewMessageFormProps) {
  const { t, i18n } = useTranslation();
  const isNotice = kind === "notice";
  const about = { language: nameOfLanguage(language, i18n.language) };
  return (
    <Form method="post">
      <FormError state={state} />
      <input type="hidden" name="id" value={typed(state, "id", id)} />
      <div className="grid gap-x-7 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-5">
          <TextField name="title" maxLength={LONGEST_TITLE} required={isNotice} label={t("studio-messages:new.titleLabel", about)} state={state} lang={language} />
          <TextArea name="body" rows={7} maxLength={LONGEST_BODY} required={isNotice} label={t("studio-messages:body.label")} hint={t("studio-messages:body.hint")} state={state} lang={language} />
          <TextArea name="why" rows={2} maxLength={LONGEST_WHY} required={isNotice} label={t("studio-messages:new.whyLabel")} hint={t("studio-messages:why.hint")} state={state} lang={language} />
        </div>
        <div className="min-w-0 space-y-5">
          <Panel>
            <AudienceField choices={audienceChoices} stored={[]} state={state} />
          </Panel>
          <DeliveryChoices stored={isNotice ? { sendsMail: false } : { sendsMail: false, asksConfirmation: false }} state={state} />
        </div>
      </div>
      <div className="mt-6 flex flex-wrap gap-2.5">
        {isNotice && (
          <SubmitButton name="intent" value="publish" icon={Send} busy={t("studio-messages:publish.busy")}>
            {t("studio-messages:publish.now")}
          </SubmitButton>
        )}
        <SubmitButton name="intent" value="keep" formNoValidate look={isNotice ? "secondary" : "primary"} icon={isNotice ? undefined : ArrowRight} busy={t("studio-messages:saving")}>
          {isNotice ? t("studio-messages:new.keep") : t("studio-messages:new.goOn")}
        </SubmitButton>
      </div>
      {isNotice && <p className="mt-3 text-xs text-ink-3">{t("studio-messages:new.recallHint")}</p>}
    </Form>
  );
}
