import { Link } from "@remix-run/react";
import { HandHeart } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Card, CardLabel } from "~/ui/card";
import { formatMoment, useNumber } from "~/ui/moment";
import type { ThanksOfDay } from "../win";

/** The small thank-yous of a day together: the newest few, and the way to all. */
export function ThanksCard({ thanks, timeZone }: { thanks: ThanksOfDay; timeZone: string }) {
  const { t, i18n } = useTranslation();
  const number = useNumber();
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" });
  const headingId = `thanks-${thanks.day}`;
  return (
    <Card aria-labelledby={headingId}>
      <CardLabel tone="win" icon={HandHeart} aside={formatMoment(thanks.newestAt, i18n.language, timeZone, "day")}>{t("wins:card.thanks")}</CardLabel>
      <h2 id={headingId} className="text-base">{t("wins:small.count", { count: thanks.count, shown: number(thanks.count) })}</h2>
      <ul className="mt-2 divide-y divide-line">
        {thanks.first.map(({ id, giver, thanked, text }) => (
          <li key={id}>
            <Link to={paths.win(id)} className="block min-h-11 py-2 text-s text-ink no-underline hover:underline">
              <span className="text-ink-2">{t("wins:small.line", { giver, thanked: list.format(thanked) })}</span>
              <span className="mt-0.5 line-clamp-2 block max-w-[70ch]">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
      {thanks.count > thanks.first.length && (
        <p className="mt-2 text-s">
          <Link to={paths.wins({ filter: "thanks", after: dayEnd(thanks) })} className="link">
            {t("wins:small.more", { count: thanks.count - thanks.first.length })}
          </Link>
        </p>
      )}
    </Card>
  );
}

/** Where the list of single ones begins so that it starts with this day's newest: just after it. */
function dayEnd({ newestAt }: ThanksOfDay): string {
  return `${new Date(new Date(newestAt).getTime() + 1).toISOString()}~ffffffff-ffff-4fff-bfff-ffffffffffff`;
}
