import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { FormError, TextField, type FormState } from "~/ui/field";

/** A network's application: its secret is never shown again. */
export function NetworkKeyForm({ network, clientId, state }: { network: string; clientId: string | null; state?: FormState }) {
  const { t } = useTranslation();
  const hint = t(clientId ? "admin-company:mail.secretSet" : "admin-company:networks.notSet");
  return (
    <>
      <FormError state={state} />
      <input type="hidden" name="network" value={network} />
      <TextField label={t("admin-company:networks.clientId")} name="clientId" state={state} defaultValue={clientId ?? ""} maxLength={200} />
      <TextField type="password" autoComplete="off" label={t("admin-company:networks.secret")} hint={hint} name="password" state={state} maxLength={500} />
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton look="secondary">{t("admin-company:save")}</SubmitButton>
        {clientId && <SubmitButton look="quiet" name="intent" value="remove">{t("admin-company:networks.remove")}</SubmitButton>}
      </div>
    </>
  );
}
