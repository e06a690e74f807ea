import { Search, X } from "lucide-react";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { TextField, typed, type FormState } from "~/ui/field";
import type { Colleague } from "../colleagues.server";

interface PeoplePickerProps {
  chosen: Colleague[];
  /** What a search without script found. */
  found: Colleague[];
  state?: FormState;
}

const PAUSE_MS = 200;

/**
 * Whom to thank: one or several, found by name. Without script each step sends the form, which keeps
 * everything; with script the same buttons work in place and names appear while they are typed.
 */
export function PeoplePicker({ chosen: sent, found: sentFound, state }: PeoplePickerProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(sent);
  const { found, search, clear } = useSearch(sentFound);
  const box = useRef<HTMLDivElement>(null);
  const resultsId = useId();
  const open = found.filter(({ id }) => !chosen.some((each) => each.id === id));
  const input = () => box.current?.querySelector<HTMLInputElement>("input[name=q]");

  const add = (colleague: Colleague) => {
    setChosen([...chosen, colleague]);
    clear();
    const field = input();
    if (!field) return;
    field.value = "";
    field.focus();
  };
  const drop = (id: string) => {
    setChosen(chosen.filter((each) => each.id !== id));
    input()?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter") return;
    // Enter in the search never sends the thanks: it takes the first name found.
    event.preventDefault();
    if (open[0]) add(open[0]);
  };

  return (
    <div ref={box}>
      {chosen.length > 0 && (
        <ul aria-label={t("wins:thank.chosen")} className="mb-3 flex flex-wrap gap-2">
          {chosen.map((each) => (
            <li key={each.id} className="inline-flex max-w-full items-center gap-1 rounded-full bg-win-soft py-0.5 pr-1 pl-3 text-s">
              <input type="hidden" name={each.kind} value={each.id} />
              <span className="min-w-0"><strong>{each.kind === "team" ? t("wins:card.team", { team: each.name }) : each.name}</strong>{each.department && <span className="text-ink-2"> ({each.department})</span>}</span>
              <button type="submit" name="drop" value={each.id} formNoValidate aria-label={t("wins:thank.drop", { name: each.name })} className="inline-flex size-11 shrink-0 items-center justify-center rounded-full hover:bg-sunken md:size-8"
                onClick={(event) => { event.preventDefault(); drop(each.id); }}>
                <X aria-hidden size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-start gap-2">
        <TextField name="q" type="search" autoComplete="off" maxLength={80} className="min-w-52 flex-1" aria-controls={resultsId}
          label={t(chosen.length ? "wins:thank.another" : "wins:thank.who")} hint={t("wins:thank.whoHint")} state={state} defaultValue={typed(state, "q")}
          onChange={(event) => search(event.currentTarget.value)} onKeyDown={onKey} />
        <Button type="submit" name="find" value="yes" formNoValidate look="secondary" icon={Search} className="mt-7" onClick={(event) => { event.preventDefault(); search(input()?.value ?? "", 0); }}>
          {t("wins:thank.find")}
        </Button>
      </div>
      <div id={resultsId}>
        <p role="status" className="sr-only">{found.length > 0 && t("wins:thank.found", { count: open.length })}</p>
        {open.length > 0 && (
          <ul className="mt-2 divide-y divide-line rounded-field border border-line">
            {open.map((each) => (
              <li key={each.id}>
                <button type="submit" name={`add-${each.kind}`} value={each.id} formNoValidate className="flex min-h-11 w-full flex-wrap items-center gap-x-2 px-3.5 py-2 text-left text-s hover:bg-sunken"
                  onClick={(event) => { event.preventDefault(); add(each); }}>
                  <strong>{each.kind === "team" ? t("wins:card.team", { team: each.name }) : each.name}</strong>
                  <span className="text-ink-2">{each.department}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function useSearch(first: Colleague[]) {
  const [found, setFound] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const asked = useRef("");
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (words: string, pause = PAUSE_MS) => {
    clearTimeout(timer.current);
    asked.current = words;
    timer.current = setTimeout(async () => {
      const answer = words.trim().length < 2 ? null : await fetch(`${paths.colleagues()}?${new URLSearchParams({ q: words })}`).catch(() => null);
      // A late answer to fewer letters must not replace the newer one.
      if (asked.current !== words) return;
      setFound(answer?.ok ? ((await answer.json()) as { found: Colleague[] }).found : []);
    }, pause);
  };
  const clear = () => {
    clearTimeout(timer.current);
    asked.current = "";
    setFound([]);
  };
  return { found, search, clear };
}
