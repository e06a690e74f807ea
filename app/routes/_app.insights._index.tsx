import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChartNoAxesColumn } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { KINDS, listItems, PERIODS, type Period } from "~/domain/insights/items.server";
import { HowCounted, QuestionsToAnswer, RecognitionLine } from "~/domain/insights/ui/insights-rail";
import { ItemCard } from "~/domain/insights/ui/item-card";
import { useFinding } from "~/domain/insights/ui/use-finding";
import { ItemFilters } from "~/domain/insights/ui/item-filters";
import { listWaitingQuestions } from "~/domain/insights/waiting-questions.server";
import { findCoverageLine } from "~/domain/wins/coverage-line.server";
import { coverageText } from "~/domain/wins/coverage-text";
import { paths } from "~/paths";
import { placesFor } from "~/policy/places";
import { LinkButton } from "~/ui/button";
import { EmptyState, PageHead, WithRail } from "~/ui/page";
import { readCursor, writeCursor } from "~/web/cursor.server";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { searchParams } = new URL(args.request.url);
  const kind = KINDS.find((one) => one === searchParams.get("kind"));
  const period = (Object.keys(PERIODS) as Period[]).find((one) => one === searchParams.get("period")) ?? "90";
  const after = readCursor(args.request);
  const [{ items, next }, waiting, coverage] = await Promise.all([listItems(actor, { kind, period, after }), listWaitingQuestions(actor), findCoverageLine(actor)]);
  return {
    items,
    waiting: { ...waiting, mayAnswer: placesFor(actor).messages },
    coverage,
    filter: { kind, period },
    isFirst: !after,
    next: next ? writeCursor({ at: next.startedAt, id: next.id }) : undefined,
    companyName: company.name,
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "studio-insights:title", company.name),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Insights() {
  const { items, waiting, coverage, filter, isFirst, next, companyName, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const finding = useFinding();
  const newest = isFirst ? items[0] : undefined;
  const said = newest ? [finding(newest.title, newest)[0], waiting.total > 0 ? t("studio-insights:questions.wait", { count: waiting.total }) : ""] : [];
  return (
    <>
      <PageHead title={said.filter(Boolean).join(" ") || t("studio-insights:title")} lead={newest ? t("studio-insights:lead", { company: companyName }) : t("studio-insights:leadPlain")} />
      <WithRail
        rail={
          <>
            {waiting.mayAnswer && <QuestionsToAnswer {...waiting} timeZone={timeZone} />}
            {coverage && <RecognitionLine group={coverage.group} share={coverageText(t, coverage.received, coverage.isBand)} />}
            <HowCounted takenAt={items[0]?.takenAt} timeZone={timeZone} />
          </>
        }
      >
        <ItemFilters filter={filter} />
        {items.length === 0 && (
          <EmptyState icon={ChartNoAxesColumn} title={t("studio-insights:empty.title")}>
            {t("studio-insights:empty.text")}
          </EmptyState>
        )}
        {items.map((item) => (
          <ItemCard key={item.id} item={item} timeZone={timeZone} />
        ))}
        {next && <LinkButton to={paths.insights({ ...filter, after: next })}>{t("shell:older")}</LinkButton>}
      </WithRail>
    </>
  );
}
