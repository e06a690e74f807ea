import { Form } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, TextField, type FormState } from "~/ui/field";
import { Moment } from "~/ui/moment";
import { PasskeyButton } from "./passkey-button";

interface MyPasskeysProps {
  passkeys: readonly { id: string; name: string; createdAt: string | Date; lastUsedAt: string | Date | null }[];
  /** Browsers make keys for this address. */
  canAdd: boolean;
  /** This one: the name that is suggested. */
  device: string;
  timeZone: string;
  state?: FormState;
}

/** One's passkeys: added with this device, known by a name, removed. */
export function MyPasskeys({ passkeys, canAdd, device, timeZone, state }: MyPasskeysProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t("joining:mine.passkeys")}>
      <p className="text-s text-ink-2">{t("joining:mine.passkeysText")}</p>
      <FormError state={state} />
      {passkeys.length > 0 && (
        <ul className="mt-3 divide-y divide-line">
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
              <div className="min-w-0">
                <p className="font-medium">{name}</p>
                <p className="text-xs text-ink-2">
                  {lastUsedAt ? t("joining:mine.lastUsed") : t("joining:mine.added")} <Moment at={lastUsedAt ?? createdAt} timeZone={timeZone} />
                </p>
              </div>
              <Form method="post">
                <SubmitButton look="secondary" name="passkeyId" value={id} aria-label={t("joining:mine.removeOne", { name })}>
                  {t("joining:mine.remove")}
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {canAdd ? (
        <Form method="post" className="mt-4 space-y-3">
          <TextField label={t("joining:mine.name")} name="name" state={state} defaultValue={device} maxLength={40} autoComplete="off" required />
          <PasskeyButton purpose="enrol" look="secondary">{t("joining:mine.add")}</PasskeyButton>
        </Form>
      ) : (
        <p className="mt-3 text-xs text-ink-3">{t("joining:mine.notHere")}</p>
      )}
    </Panel>
  );
}
