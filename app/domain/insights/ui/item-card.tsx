import { Link } from "@remix-run/react";
import { Megaphone, Share2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Card, CardLabel } from "~/ui/card";
import { Moment, useNumber } from "~/ui/moment";
import { figureText, measuresOf } from "../figure-text";
import type { Item } from "../items.server";
import { Funnel } from "./funnel";

/** A message or post in the list: what became of it, at a glance. */
export function ItemCard({ item, timeZone }: { item: Omit<Item, "startedAt" | "takenAt"> & { startedAt: string | Date }; timeZone: string }) {
  const { t } = useTranslation();
  const number = useNumber();
  const { id, kind, title, startedAt, part } = item;
  const isPost = kind === "post";
  return (
    <Card aria-labelledby={`title-${id}`} className="break-inside-avoid">
      <CardLabel tone={isPost ? "share" : "message"} icon={isPost ? Share2 : Megaphone} aside={<Moment at={startedAt} timeZone={timeZone} shape="date" />}>
        {t(`studio-insights:kind.${kind}`)}
      </CardLabel>
      <h2 id={`title-${id}`} className="mb-3">
        <Link to={paths.insightsItem(id)} className="no-underline hover:underline">
          {title}
        </Link>
      </h2>
      <Funnel item={item} />
      {part && (
        <p className="mt-3 text-xs text-ink-2">
          {part.tier === "hidden"
            ? t("studio-insights:part.hidden", { department: part.name })
            : `${part.name}: ${measuresOf(item).map((measure) => `${t(`studio-insights:measure.${measure}`)} ${figureText(t, number, part.tier, part[measure])}`).join(", ")}`}
        </p>
      )}
    </Card>
  );
}
