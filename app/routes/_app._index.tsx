import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CircleCheck, PartyPopper } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "~/locales/texts";
import { PostCard } from "~/domain/library/ui/post-card";
import { listToRead } from "~/domain/messages/inbox.server";
import { MessageCard } from "~/domain/messages/ui/message-card";
import { MessageLine } from "~/domain/messages/ui/message-line";
import { listShareablePosts } from "~/domain/shares/suggesting.server";
import { sumOwnVisitsThisMonth } from "~/domain/shares/visits.server";
import { findHomeWin } from "~/domain/wins/home-win.server";
import { HomeWinCard } from "~/domain/wins/ui/home-win-card";
import { now } from "~/kernel/clock";
import { textsIn } from "~/locales/catalogues.server";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { dayPart } from "~/ui/day-part";
import { useNumber } from "~/ui/moment";
import { PageHead, WithRail } from "~/ui/page";
import { requireSignedIn } from "~/web/session.server";

/** The home page ends: what must be read, and a post or two. */
const POSTS_AT_HOME = 2;
/** After a holiday many wait: the newest stand as cards, the others as lines that lead to them. */
const WHOLE_CARDS = 5;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const [toRead, posts, visits, win] = await Promise.all([
    listToRead(actor, WHOLE_CARDS),
    listShareablePosts(actor, { forHome: true, limit: POSTS_AT_HOME }),
    sumOwnVisitsThisMonth(actor, now().toISOString().slice(0, 7)),
    findHomeWin(actor),
  ]);
  return {
    ...toRead,
    posts,
    visits,
    win,
    greeting: dayPart(now(), actor.timeZone),
    givenName: actor.givenName,
    timeZone: actor.timeZone,
    pageTitle: `${textsIn(actor.language)("shell:places.home")} · ${company.name}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Home() {
  const { messages, total, posts, visits, win, greeting, givenName, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const number = useNumber();
  useFocusAfter(total);
  const summary = [
    total > 0 && t("home:toRead", { count: total, shown: number(total) }),
    posts.length > 0 && t("home:posts", { count: posts.length }),
  ].filter(Boolean);
  return (
    <>
      <PageHead title={t(`home:greeting.${greeting}`, { name: givenName })} lead={summary.length > 0 ? t("home:summary", { items: summary, formatParams: { items: { style: "long", type: "conjunction" } } }) : t("home:nothing")} actions={<LinkButton icon={PartyPopper} to={paths.thank()}>{t("home:thank")}</LinkButton>} />
      <WithRail
        rail={
          <section>
            <h2 className="text-s">{t("home:visits.title")}</h2>
            <p className="mt-1">
              <span className="text-2xl font-bold">{number(visits.visits)}</span> {t("home:visits.unit", { count: visits.visits })}
            </p>
            <p className="text-ink-3">{visits.posts > 0 ? t("home:visits.from", { count: visits.posts }) : t("home:visits.none")}</p>
            <Link to={paths.myShares()} className="link">
              {t("share:mine.title")}
            </Link>
          </section>
        }
      >
        {messages.slice(0, WHOLE_CARDS).map((message) => (
          <MessageCard key={message.id} message={message} timeZone={timeZone} />
        ))}
        {messages.length > WHOLE_CARDS && (
          <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-card">
            {messages.slice(WHOLE_CARDS).map((message) => (
              <MessageLine key={message.id} message={message} timeZone={timeZone} />
            ))}
          </ul>
        )}
        {posts.map((post) => (
          <PostCard key={post.id} post={post} timeZone={timeZone} eager={messages.length === 0} />
        ))}
        {win && <HomeWinCard win={win} timeZone={timeZone} />}
        {summary.length === 0 && !win && <p className="text-center text-ink-2">{t("home:quiet")}</p>}
        <p className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 border-t border-dashed border-line-strong pt-5 text-ink-2">
          <CircleCheck aria-hidden size={18} />
          {t("home:end")}
          <Link to={paths.earlier()} className="link">
            {t("home:earlier")}
          </Link>
        </p>
      </WithRail>
    </>
  );
}

/** A confirmed card is gone, and the focus with its button: the keyboard goes on from the content, not from the top. */
function useFocusAfter(waiting: number) {
  const before = useRef(waiting);
  useEffect(() => {
    if (waiting < before.current && document.activeElement === document.body) document.getElementById("content")?.focus({ preventScroll: true });
    before.current = waiting;
  }, [waiting]);
}
