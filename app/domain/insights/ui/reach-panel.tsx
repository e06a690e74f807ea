import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Panel } from "~/ui/card";
import { Moment, useNumber } from "~/ui/moment";
import { figureText } from "../figure-text";
import type { Reach } from "../reach.server";

type Shown = Omit<Reach, "takenAt"> & { takenAt: Date | string | null };

/** What became of a message, under it: as finely as may be told, and how fresh it is. */
export function ReachPanel({ messageId, reach, asksConfirmation, timeZone }: { messageId: string; reach: Shown; asksConfirmation: boolean; timeZone: string }) {
  const { t } = useTranslation();
  const number = useNumber();
  const { counted, tier, size, questions, unanswered, takenAt } = reach;
  const figure = (count: number | null) => {
    if (tier === "hidden" || count === null) return "–";
    return tier === "exact" && size !== null ? t("studio-messages:reach.of", { count, shown: number(count), total: number(size) }) : figureText(t, number, tier, count);
  };
  const figures = [
    { label: t("studio-messages:reach.opened"), value: figure(reach.opened) },
    ...(asksConfirmation ? [{ label: t("studio-messages:reach.confirmed"), value: figure(reach.confirmed) }] : []),
    { label: t("studio-messages:reach.questions"), value: number(questions), aside: unanswered > 0 ? t("studio-messages:reach.unanswered", { count: unanswered }) : undefined },
  ];
  return (
    <Panel title={t("studio-messages:reach.title")}>
      <dl className="grid gap-4 sm:grid-cols-3">
        {figures.map(({ label, value, aside }) => (
          <div key={label}>
            <dt className="text-xs text-ink-2">{label}</dt>
            <dd className="text-xl font-bold">{value}</dd>
            {aside && <dd className="text-xs text-ink-2">{aside}</dd>}
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-[70ch] text-xs text-ink-3">
        {tier === "hidden" ? t("studio-messages:reach.tooFew") : t(`studio-messages:reach.${counted}`)}
        {tier === "band" && counted === "nightly" && <> {t("studio-messages:reach.thirds")}</>}
        {counted === "nightly" && takenAt && tier !== "hidden" && <> {t("studio-messages:reach.taken")} <Moment at={takenAt} timeZone={timeZone} />.</>}
      </p>
      {reach.hasPage && (
        <p className="mt-3 text-s">
          <Link to={paths.insightsItem(messageId)} className="link">
            {t("studio-messages:reach.more")}
          </Link>
        </p>
      )}
    </Panel>
  );
}
