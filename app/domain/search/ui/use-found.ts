import { useEffect, useState } from "react";
import { paths } from "~/paths";
import type { FoundGroupView } from "./found-list";

const PAUSE_MS = 160;

interface Answer {
  /** What was searched for; empty before anything was. */
  q: string;
  groups: FoundGroupView[];
}

type State = "short" | "searching" | "found" | "away";

const NOTHING: Answer = { q: "", groups: [] };

/** What is found for what is typed so far; of answers that overtake each other only the last one's is heard. */
export function useFound(typed: string): Answer & { state: State } {
  const [answer, setAnswer] = useState(NOTHING);
  const [state, setState] = useState<State>("short");
  const words = typed.trim();
  const isShort = (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2;
  useEffect(() => {
    setState(isShort ? "short" : "searching");
    if (isShort) return setAnswer(NOTHING);
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(paths.quickSearch(words), { signal: asking.signal });
        if (!response.ok) throw new Error(String(response.status));
        setAnswer((await response.json()) as Answer);
        setState("found");
      } catch {
        if (asking.signal.aborted) return;
        setAnswer(NOTHING);
        setState("away");
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [words, isShort]);
  return { ...answer, state };
}
