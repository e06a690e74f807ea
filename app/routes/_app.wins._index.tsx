import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { HandHeart, PartyPopper } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "~/locales/texts";
import { findFeedRail } from "~/domain/wins/coverage.server";
import { listFeed, listRecentWins, MOST_KNOWN, readFilter } from "~/domain/wins/feed.server";
import { FeedNews } from "~/domain/wins/ui/feed-news";
import { FilterLinks } from "~/domain/wins/ui/filter-links";
import { ThanksCard } from "~/domain/wins/ui/thanks-card";
import { UnseenWork } from "~/domain/wins/ui/unseen-work";
import { WinCard } from "~/domain/wins/ui/win-card";
import { listValueChoices } from "~/domain/wins/values.server";
import { now } from "~/kernel/clock";
import { loadTexts } from "~/locales/apart";
import { paths } from "~/paths";
import { canSeeCoverage } from "~/policy/wins";
import { LinkButton } from "~/ui/button";
import { EmptyState, PageHead, WithRail } from "~/ui/page";
import { readCursor, writeCursor } from "~/web/cursor.server";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

await loadTexts("wins");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { searchParams } = new URL(args.request.url);
  const filter = readFilter(searchParams.get("filter"), searchParams.get("value"));
  const askedAt = now();
  const recent = await listRecentWins(actor, askedAt);
  const [page, values, rail] = await Promise.all([
    listFeed(actor, filter, readCursor(args.request)),
    listValueChoices(actor),
    findFeedRail(actor),
  ]);
  const valueId = filter.kind === "value" ? filter.valueId : undefined;
  const shown = [...page.wins.map(({ id }) => id), ...page.thanks.flatMap(({ first }) => first.map(({ id }) => id))];
  const known = [...new Set([...recent, ...shown])].slice(0, MOST_KNOWN);
  const news = new URLSearchParams([["filter", filter.kind], ["value", valueId ?? ""], ["since", writeCursor({ at: askedAt, id: "00000000-0000-4000-8000-000000000000" })], ...known.map((id) => ["known", id])]);
  return {
    ...page,
    next: page.next && paths.wins({ filter: filter.kind, value: valueId, after: writeCursor(page.next) }),
    isFirst: !searchParams.has("after"),
    filter: filter.kind,
    valueId,
    values,
    ...rail,
    seesCoverage: canSeeCoverage(actor),
    news: news.toString(),
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "wins:title", company.name),
  };
}

/**
 * Live notices move nothing: the page says what is new, and the reader asks for it. What was asked for stays wanted
 * until it is there: a notice may break off the loading and begin its own. Nor does a reaction move anything, which
 * answers for itself.
 */
let isWanted = false;
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formMethod, formAction, defaultShouldRevalidate }) => {
  if (formAction?.endsWith("/reactions")) return false;
  return isWanted || formMethod !== undefined || currentUrl.href !== nextUrl.href ? defaultShouldRevalidate : false;
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Wins() {
  const { wins, thanks, next, isFirst, filter, valueId, values, unseen, seesCoverage, isPaused, news, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  useEffect(() => void (isWanted = false), [news]);
  const cards = [
    ...wins.map((win, at) => ({ at: win.happenedAt, card: <WinCard key={win.id} win={win} timeZone={timeZone} eager={at === 0} /> })),
    ...thanks.map((day) => ({ at: day.newestAt, card: <ThanksCard key={day.day} thanks={day} timeZone={timeZone} /> })),
  ].sort((one, other) => Number(new Date(other.at)) - Number(new Date(one.at)));
  return (
    <>
      <PageHead title={t("wins:title")} actions={<LinkButton look="primary" icon={HandHeart} to={paths.thank()}>{t("wins:thank.button")}</LinkButton>} />
      <FilterLinks filter={filter} valueId={valueId} values={values} />
      <WithRail rail={
          <>
            <UnseenWork groups={unseen} />
            {seesCoverage && <Link to={paths.recognition()} className="link inline-flex min-h-11 items-center md:min-h-8">{t("wins:coverage")}</Link>}
          </>
        }>
        {isFirst && <FeedNews query={news} isPaused={isPaused} onShow={() => void (isWanted = true)} />}
        {cards.map(({ card }) => card)}
        {cards.length === 0 && (
          <EmptyState icon={PartyPopper} title={t(filter === "all" ? "wins:empty.title" : "wins:empty.filter")} action={<LinkButton look="primary" icon={HandHeart} to={paths.thank()}>{t("wins:thank.button")}</LinkButton>}>
            {t("wins:empty.text")}
          </EmptyState>
        )}
        {next && <p className="text-center"><Link to={next} className="link inline-flex min-h-11 items-center">{t("shell:older")}</Link></p>}
      </WithRail>
    </>
  );
}
