import { Link } from "@remix-run/react";
import { ChevronRight, EyeOff } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { useNumber } from "~/ui/moment";
import type { ListedBlock } from "../blocks.server";
import { figureText, measuresOf, sizeText } from "../figure-text";
import type { Item } from "../items.server";
import { Bar, barOf } from "./bar";

type Shown = Pick<Item, "id" | "kind" | "asksConfirmation">;

/** A level of departments as bars; the hidden ones stand among them and say so. */
export function BlockList({ item, blocks }: { item: Shown; blocks: ListedBlock[] }) {
  return (
    <ul className="divide-y divide-line">
      {blocks.map((block) => (
        <li key={block.departmentId} className="break-inside-avoid py-3">
          <BlockHead item={item} block={block} />
          {block.tier !== "hidden" && <BlockBars item={item} block={block} />}
        </li>
      ))}
    </ul>
  );
}

function BlockHead({ item, block }: { item: Shown; block: ListedBlock }) {
  const { t } = useTranslation();
  const number = useNumber();
  const { departmentId, name, tier, isParent } = block;
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <h3 className="min-w-0">
        {isParent ? (
          <Link to={paths.insightsItem(item.id, { within: departmentId })} className="inline-flex min-h-11 items-center gap-1 no-underline hover:underline md:min-h-7">
            <span className="sr-only">{t("studio-insights:blocks.open")} </span>
            {name}
            <ChevronRight aria-hidden size={16} className="shrink-0" />
          </Link>
        ) : (
          name
        )}
      </h3>
      <p className="text-xs text-ink-2">
        {tier === "hidden" ? (
          <span className="inline-flex items-center gap-1.5">
            <EyeOff aria-hidden size={14} />
            {t("studio-insights:figure.hidden")}
          </span>
        ) : (
          t("studio-insights:blocks.people", { shown: sizeText(t, number, block) })
        )}
      </p>
    </div>
  );
}

function BlockBars({ item, block }: { item: Shown; block: ListedBlock }) {
  const { t } = useTranslation();
  const number = useNumber();
  return (
    <dl className="mt-1 grid grid-cols-[minmax(5.5rem,7rem)_minmax(0,1fr)_minmax(6rem,9rem)] items-center gap-x-3 gap-y-1.5 text-xs">
      {measuresOf(item).map((measure) => (
        <div key={measure} className="contents">
          <dt className="text-ink-2">{t(`studio-insights:measure.${measure}`)}</dt>
          <dd className="contents">
            <Bar length={barOf(block.tier, block[measure], null)} className="h-3" />
            <span>{figureText(t, number, block.tier, block[measure])}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
