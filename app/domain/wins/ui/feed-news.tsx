import { Form, useRevalidator } from "@remix-run/react";
import { ArrowUp, Pause, Play } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Button } from "~/ui/button";

interface FeedNewsProps {
  /** What the page shows already: its filter, its newest one, and the ids of its newest few. */
  query: string;
  isPaused: boolean;
  /** Called before the list is loaded anew, which nothing but the reader asks for. */
  onShow(): void;
}

/** Everybody hears a notice at once: their questions are spread over so long. */
const SPREAD_MS = 1_500;

/**
 * "2 new wins", said politely and shown when the reader asks: nothing moves under them. Counted by the
 * server after every notice and after every cut, so that none is missed. Pausing stays until resumed.
 */
export function FeedNews({ query, isPaused, onShow }: FeedNewsProps) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  const [news, setNews] = useState({ query, count: 0 });
  const count = news.query === query ? news.count : 0;
  useEffect(() => {
    if (isPaused) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answer = await fetch(`${paths.winNews()}?${query}`).catch(() => null);
      if (answer?.ok) setNews({ query, count: ((await answer.json()) as { count: number }).count });
    };
    const hear = (event: Event) => {
      const topic = (event as CustomEvent<string>).detail;
      if (topic !== "wins" && topic !== "everything") return;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), Math.random() * SPREAD_MS);
    };
    addEventListener("vouch:live", hear);
    void ask();
    return () => {
      clearTimeout(timer);
      removeEventListener("vouch:live", hear);
    };
  }, [query, isPaused]);
  const show = () => {
    onShow();
    revalidate();
    scrollTo({ top: 0 });
  };
  return (
    <div className="mb-4 flex min-h-11 flex-wrap items-center justify-between gap-3">
      <div role="status" aria-live="polite" className="text-s text-ink-2">
        {isPaused ? t("wins:news.paused") : count > 0 && <Button look="secondary" icon={ArrowUp} onClick={show}>{t("wins:news.count", { count })}</Button>}
      </div>
      <Form method="post" action={paths.winNews()} preventScrollReset>
        <input type="hidden" name="pause" value={isPaused ? "" : "yes"} />
        <Button type="submit" look="quiet" icon={isPaused ? Play : Pause}>{t(isPaused ? "wins:news.resume" : "wins:news.pause")}</Button>
      </Form>
    </div>
  );
}
