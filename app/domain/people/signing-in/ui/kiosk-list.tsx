import { Form } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { Chip, Panel } from "~/ui/card";
import { Moment } from "~/ui/moment";

interface Entry {
  id: string;
  name: string;
  addedBy: string;
  pairedAt: string | Date | null;
  isWaiting: boolean;
}

/** The code to type on the device, shown once. */
export function PairingCode({ name, code, address, minutes }: { name: string; code: string; address: string; minutes: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="mb-5">
      <Panel title={t("admin-joining:kiosks.pair", { name })}>
        <p className="text-s">{t("admin-joining:kiosks.pairText", { address })}</p>
        <p className="my-3 font-mono text-2xl font-semibold select-all">{code}</p>
        <p className="text-s text-ink-2">{t("admin-joining:kiosks.pairValid", { count: minutes })}</p>
      </Panel>
    </div>
  );
}

/** Where a kiosk stands, since when, and the way to end it. */
export function KioskList({ kiosks, timeZone }: { kiosks: readonly Entry[]; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {kiosks.map(({ id, name, addedBy, pairedAt, isWaiting }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 text-s">
          <span className="min-w-0">
            <span className="font-semibold">{name}</span>
            <span className="block text-xs text-ink-2">
              {pairedAt ? (
                <>
                  {t("admin-joining:kiosks.since")} <Moment at={pairedAt} timeZone={timeZone} />
                </>
              ) : isWaiting ? (
                t("admin-joining:kiosks.waiting")
              ) : (
                <Chip tone="danger">{t("admin-joining:kiosks.expired")}</Chip>
              )}
              {" · "}
              {t("admin-joining:kiosks.by", { name: addedBy })}
            </span>
          </span>
          <Form method="post">
            <SubmitButton look="danger" name="kiosk" value={id} aria-label={t("admin-joining:kiosks.revokeOne", { name })}>
              {t("admin-joining:kiosks.revoke")}
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  );
}
