import { Link } from "@remix-run/react";
import { Download } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Panel } from "~/ui/card";
import { Moment, useNumber } from "~/ui/moment";
import { PageHead, WithRail } from "~/ui/page";
import type { BlockLevel } from "../blocks.server";
import { findBehind } from "../finding";
import { cellsOf, columnsOf, wholeCells } from "../item-table";
import type { Item } from "../items.server";
import { BlockList } from "./block-list";
import { FiguresTable } from "./figures-table";
import { Funnel } from "./funnel";
import { HowCounted } from "./insights-rail";
import { useFinding } from "./use-finding";

export type ShownItem = Omit<Item, "startedAt" | "takenAt"> & { startedAt: string | Date; takenAt: string | Date };

/** What became of one message or post: the finding, everybody, and the departments that may be shown. */
export function ItemPage({ item, level, within, timeZone }: { item: ShownItem; level: BlockLevel; within?: string; timeZone: string }) {
  const { t } = useTranslation();
  const number = useNumber();
  const finding = useFinding()(item.title, item);
  const machines = item.machines ?? 0;
  return (
    <>
      <PageHead
        crumb={{ to: paths.insights(), label: t("studio-insights:title") }}
        here={t(`studio-insights:kind.${item.kind}`)}
        title={finding.join(" ")}
        lead={
          <>
            {t(`studio-insights:started.${item.kind}`)} <Moment at={item.startedAt} timeZone={timeZone} shape="date" />
          </>
        }
      />
      <WithRail
        rail={
          <>
            <p className="print:hidden">
              <a href={paths.insightsTable(item.id)} download className="link inline-flex min-h-11 items-center gap-2 font-semibold">
                <Download aria-hidden size={17} />
                {t("studio-insights:table.csv")}
              </a>
            </p>
            <HowCounted takenAt={item.takenAt} timeZone={timeZone} />
          </>
        }
      >
        <Panel title={t("studio-insights:whole.title")}>
          <figure>
            <Funnel item={item} />
            <figcaption className="mt-3 text-xs text-ink-2">
              {finding.join(" ")} {item.kind === "post" ? t("studio-insights:whole.stripes") : ""} {machines > 0 ? t("studio-insights:whole.machines", { count: machines, shown: number(machines) }) : ""}
            </figcaption>
          </figure>
          <FiguresTable caption={t("studio-insights:whole.title")} columns={columnsOf(t, item)} rows={[wholeCells(t, number, item)]} />
        </Panel>
        <Departments item={item} level={level} within={within} />
      </WithRail>
    </>
  );
}

function Departments({ item, level: { blocks, path, next }, within }: { item: ShownItem; level: BlockLevel; within?: string }) {
  const { t } = useTranslation();
  const number = useNumber();
  const behind = findBehind(item, blocks);
  const isCompared = item.kind === "message" && item.tier === "exact" && blocks.filter(({ tier }) => tier === "detail").length > 1;
  if (blocks.length === 0) return <Panel title={t("studio-insights:blocks.title")}><p className="text-ink-2">{t("studio-insights:blocks.none")}</p></Panel>;
  return (
    <Panel title={t("studio-insights:blocks.title")}>
      {path.length > 0 && <Trail itemId={item.id} path={path} />}
      <figure>
        <figcaption className="text-s text-ink-2">
          {behind ? t("studio-insights:blocks.behind", { department: behind.name }) : isCompared ? t("studio-insights:blocks.alike") : ""} {t("studio-insights:blocks.ranges")}
        </figcaption>
        <BlockList item={item} blocks={blocks} />
      </figure>
      {next && (
        <p className="mt-3 print:hidden">
          <Link to={paths.insightsItem(item.id, { within, after: next })} className="link inline-flex min-h-11 items-center">
            {t("studio-insights:blocks.more")}
          </Link>
        </p>
      )}
      <FiguresTable caption={t("studio-insights:blocks.title")} columns={columnsOf(t, item)} rows={blocks.map((block) => cellsOf(t, number, item, block.name, block))} />
    </Panel>
  );
}

/** The way back up the tree. */
function Trail({ itemId, path }: { itemId: string; path: BlockLevel["path"] }) {
  const { t } = useTranslation();
  const above = [{ id: undefined, name: t("studio-insights:blocks.top") }, ...path.slice(0, -1)];
  return (
    <nav aria-label={t("studio-insights:blocks.trail")} className="mb-2 text-s">
      {above.map(({ id, name }) => (
        <span key={id ?? ""}>
          <Link to={paths.insightsItem(itemId, { within: id })} className="link inline-flex min-h-11 items-center md:min-h-6">
            {name}
          </Link>
          <span aria-hidden> / </span>
        </span>
      ))}
      <span aria-current="page">{path.at(-1)!.name}</span>
    </nav>
  );
}
