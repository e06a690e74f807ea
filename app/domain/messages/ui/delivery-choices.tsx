import { useTranslation } from "~/locales/texts";
import { CheckField, type FormState } from "~/ui/field";

interface DeliveryChoicesProps {
  /** What is left out is not asked: a notice has five fields. */
  stored: { sendsMail: boolean; asksConfirmation?: boolean; isOpenToAll?: boolean };
  state?: FormState;
}

/** How a message reaches people and what it asks of them. */
export function DeliveryChoices({ stored, state }: DeliveryChoicesProps) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend className="sr-only">{t("studio-messages:choices.label")}</legend>
      <CheckField name="sendsMail" label={t("studio-messages:choices.mail")} hint={t("studio-messages:choices.mailHint")} defaultChecked={stored.sendsMail} state={state} />
      {stored.asksConfirmation !== undefined && (
        <CheckField name="asksConfirmation" label={t("studio-messages:choices.confirm")} hint={t("studio-messages:choices.confirmHint")} defaultChecked={stored.asksConfirmation} state={state} />
      )}
      {stored.isOpenToAll !== undefined && (
        <CheckField name="isOpenToAll" label={t("studio-messages:choices.open")} hint={t("studio-messages:choices.openHint")} defaultChecked={stored.isOpenToAll} state={state} />
      )}
    </fieldset>
  );
}
