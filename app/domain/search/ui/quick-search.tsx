import { Form, Link } from "@remix-run/react";
import { Search, X } from "lucide-react";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { loadTexts } from "~/locales/apart";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { FoundAbout, Marked } from "./found-list";
import { useFound } from "./use-found";

await loadTexts("search");

/** The search over the page: a combobox whose options are links, grouped by kind, the last one to all of them. */
export function QuickSearch({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const { groups, q, state } = useFound(typed);
  const [active, setActive] = useState(-1);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  /** What was found, and the way to all of it. */
  const options = q ? count + 1 : 0;
  const close = () => dialog.current?.close();

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => setActive(-1), [groups]);

  const optionId = (at: number) => `${id}-option-${at}`;
  const option = (at: number) => ({
    id: optionId(at), role: "option", "aria-selected": at === active, tabIndex: -1, onClick: close,
    className: `block min-h-11 px-4 py-2.5 no-underline hover:bg-sunken ${at === active ? "bg-accent-soft outline-2 -outline-offset-2 outline-accent outline-solid" : ""}`,
  });
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options) {
      event.preventDefault();
      const next = active < 0 ? (step > 0 ? 0 : options - 1) : (active + step + options) % options;
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: "nearest" });
    }
    if (event.key !== "Enter" || event.nativeEvent.isComposing || active < 0) return;
    event.preventDefault();
    document.getElementById(optionId(active))?.click();
  };

  let at = 0;
  return (
    <dialog
      ref={dialog}
      aria-label={t("search:quick.title")}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && close()}
      className="mx-auto mt-0 h-dvh max-h-none w-full max-w-none bg-surface p-0 text-ink backdrop:bg-[#0009] sm:mt-[9vh] sm:h-auto sm:max-h-[80vh] sm:max-w-2xl sm:overflow-hidden sm:rounded-card sm:border sm:border-line"
    >
      <div className="flex h-full max-h-[inherit] flex-col">
        <Form method="get" action={paths.search()} role="search" onSubmit={close} className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
          <Search aria-hidden size={20} className="shrink-0 text-ink-3" />
          <input
            name="q" type="text" role="combobox" aria-expanded={options > 0} aria-controls={`${id}-list`} aria-autocomplete="list" aria-describedby={`${id}-hint`}
            aria-activedescendant={active >= 0 ? optionId(active) : undefined} aria-label={t("search:field")} placeholder={t("search:field")}
            inputMode="search" enterKeyHint="search" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={100} autoFocus value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)} onKeyDown={onKey}
            className="min-h-11 min-w-0 flex-1 rounded-field bg-transparent px-2 text-base text-ink placeholder:text-ink-3"
          />
          <button type="button" onClick={close} aria-label={t("search:quick.close")} className="flex size-11 shrink-0 items-center justify-center rounded-full text-ink-2 hover:bg-sunken">
            <X aria-hidden size={20} />
          </button>
        </Form>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-2">
          <p role="status" className={state === "found" && count > 0 ? "sr-only" : "px-4 py-3 text-s text-ink-2 [overflow-wrap:anywhere]"}>
            {state === "found" ? (count > 0 ? t("search:found", { count }) : t("search:nothing", { q })) : t(`search:quick.${state}`)}
          </p>
          <div id={`${id}-list`} role="listbox" aria-label={t("search:title")}>
            {groups.map(({ kind, items, isSimilar }) => (
              <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
                <p id={`${id}-${kind}`} role="presentation" className="px-4 pt-3 pb-1 text-xs font-semibold text-ink-2">
                  {t(`search:kind.${kind}`)}
                  {isSimilar && <span className="block font-normal">{t("search:similar")}</span>}
                </p>
                {items.map(({ id: itemId, to, title, about, snippet }) => (
                  <Link key={itemId} to={to} {...option(at++)}>
                    <span className="block text-s font-semibold text-ink [overflow-wrap:anywhere]"><Marked text={title} /></span>
                    <FoundAbout kind={kind} about={about} />
                    {snippet.length > 0 && <span className="line-clamp-2 text-xs text-ink-2 [overflow-wrap:anywhere]"><Marked text={snippet} /></span>}
                  </Link>
                ))}
              </div>
            ))}
            {q && (
              <Link to={paths.search(q)} {...option(count)}>
                <span className="text-s font-semibold text-accent-text [overflow-wrap:anywhere]">{t("search:quick.all", { q })}</span>
              </Link>
            )}
          </div>
        </div>
        <p id={`${id}-hint`} className="hidden border-t border-line px-4 py-2 text-xs text-ink-2 sm:block">{t("search:quick.hint")}</p>
      </div>
    </dialog>
  );
}
