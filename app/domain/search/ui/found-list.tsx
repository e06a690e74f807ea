import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import type { MarkedText } from "../marking";

/** A kind's findings as they reach the browser. */
export interface FoundGroupView {
  kind: string;
  items: { id: string; to: string; title: MarkedText; snippet: MarkedText; about: string | null }[];
  hasMore: boolean;
  isSimilar: boolean;
}

/** What was found, by kind. */
export function FoundList({ groups }: { groups: readonly FoundGroupView[] }) {
  const { t } = useTranslation();
  return (
    <div className="space-y-7">
      {groups.map(({ kind, items, hasMore, isSimilar }) => (
        <section key={kind} aria-labelledby={`found-${kind}`}>
          <h2 id={`found-${kind}`} className="mb-2">
            {t(`search:kind.${kind}`)}
          </h2>
          {isSimilar && <p className="mb-2 text-s text-ink-2">{t("search:similar")}</p>}
          <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
            {items.map(({ id, to, title, snippet, about }) => (
              <li key={id}>
                <Link to={to} className="block min-h-11 px-4 py-3 no-underline hover:bg-sunken">
                  <span className="block font-semibold text-ink [overflow-wrap:anywhere]">
                    <Marked text={title} />
                  </span>
                  <FoundAbout kind={kind} about={about} />
                  {snippet.length > 0 && (
                    <span className="mt-0.5 block text-s text-ink-2 [overflow-wrap:anywhere]">
                      <Marked text={snippet} />
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
          {hasMore && <p className="mt-2 text-s text-ink-2">{t("search:more")}</p>}
        </section>
      ))}
    </div>
  );
}

/** What stands beside a title: a state in words, a department, who wrote it. */
export function FoundAbout({ kind, about }: { kind: string; about: string | null }) {
  const { t } = useTranslation();
  if (!about) return null;
  return <span className="block text-xs text-ink-2">{kind === "draft" ? t(`studio-messages:state.${about}`) : kind === "postDraft" ? t(`studio-library:state.${about}`) : about}</span>;
}

export function Marked({ text }: { text: MarkedText }) {
  return text.map(({ text: piece, isMarked }, index) =>
    isMarked ? (
      <mark key={index} className="rounded-sm bg-accent-soft font-semibold text-accent-text">
        {piece}
      </mark>
    ) : (
      piece
    ),
  );
}
