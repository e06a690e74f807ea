import { Form, Link } from "@remix-run/react";
import { RotateCw } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Chip } from "~/ui/card";
import { Moment } from "~/ui/moment";
import type { DeliveryView } from "../chat/channels.server";

type Shown = Omit<DeliveryView, "queuedAt" | "nextTryAt"> & { queuedAt: Date | string; nextTryAt: Date | string | null };

/** What went to the channel, when, and what came of it. */
export function DeliveryLog({ deliveries, timeZone }: { deliveries: Shown[]; timeZone: string }) {
  const { t } = useTranslation();
  if (deliveries.length === 0) return <p className="text-s text-ink-3">{t("studio-chat:log.empty")}</p>;
  return (
    <ul className="divide-y divide-line">
      {deliveries.map((delivery) => (
        <li key={delivery.id} className="flex flex-wrap items-center justify-between gap-3 py-3 text-s">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-2">
              <Chip tone={delivery.state === "sent" ? "share" : delivery.state === "failed" ? "danger" : "plain"}>{t(`studio-chat:state.${delivery.state}`)}</Chip>
              <span className="text-xs text-ink-3"><Moment at={delivery.queuedAt} timeZone={timeZone} />, {t("studio-chat:log.tries", { count: delivery.attempts })}</span>
            </p>
            <p className="mt-1 min-w-0 truncate">{delivery.winId ? <Link to={paths.win(delivery.winId)} className="link">{delivery.text}</Link> : t("studio-chat:log.test")}</p>
            {delivery.result && delivery.result !== "sent" && <p className="mt-0.5 text-ink-2">{t(`studio-chat:result.${delivery.result}`)} {delivery.status && t("studio-chat:status", { status: delivery.status })}</p>}
            {delivery.state === "waiting" && delivery.nextTryAt && <p className="mt-0.5 text-xs text-ink-3">{t("studio-chat:log.next")} <Moment at={delivery.nextTryAt} timeZone={timeZone} /></p>}
          </div>
          {delivery.state === "failed" && delivery.winId && (
            <Form method="post" preventScrollReset>
              <SubmitButton name="retry" value={delivery.id} look="secondary" icon={RotateCw}>{t("studio-chat:retry")}</SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
