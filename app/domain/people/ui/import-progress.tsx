import { useTranslation } from "~/locales/texts";
import { LinkButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { useNumber } from "~/ui/moment";

interface Running {
  state: "checking" | "applying";
  handled: number;
  total: number;
}

/** How far it is: a bar and a count, kept up to date by the live stream and, without script, by loading the page again. */
export function ImportProgress({ running: { state, handled, total }, here }: { running: Running; here: string }) {
  const { t } = useTranslation();
  const number = useNumber();
  return (
    <Panel title={t(`admin-import:progress.${state}`)} className="max-w-2xl">
      <progress className="h-3 w-full accent-(--accent)" value={Math.min(handled, total)} max={Math.max(total, 1)} aria-label={t(`admin-import:progress.${state}`)} />
      <p className="mt-2 font-medium" role="status">
        {t("admin-import:progress.count", { handled: number(handled), count: total, total: number(total) })}
      </p>
      <p className="mt-1 mb-4 text-s text-ink-2">{t("admin-import:progress.leave")}</p>
      <LinkButton to={here}>{t("admin-import:progress.look")}</LinkButton>
    </Panel>
  );
}
