import { ArrowRight, CircleAlert } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { Chip } from "~/ui/card";
import { useNumber } from "~/ui/moment";
import type { ImportRow } from "../importing/import";
import { LANGUAGE_NAMES, isLanguage } from "~/locales/i18n";

const TONES = { new: "share", changed: "message", moved: "pulse", leaver: "danger", unchanged: "plain", error: "danger" } as const;

/** Rows of the file with what they change, old beside new, or what is wrong and how to mend it. */
export function ImportRows({ rows }: { rows: readonly ImportRow[] }) {
  const { t } = useTranslation();
  const number = useNumber();
  const shown = (column: string, value: string) => (column === "language" && isLanguage(value) ? LANGUAGE_NAMES[value] : value);
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {rows.map(({ line, kind, name, changes, problems }) => (
        <li key={line} className="px-4 py-3 text-s">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="w-24 shrink-0 text-xs text-ink-2">{line >= 1_000_000 ? t("admin-import:row.missing") : t("admin-import:row.line", { line: number(line) })}</span>
            <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{name}</span>
            <Chip tone={TONES[kind]}>{t(`admin-import:kind.${kind}`)}</Chip>
          </p>
          {Object.keys(changes).length > 0 && (
            <dl className="mt-1.5 grid gap-x-4 gap-y-1 text-xs sm:grid-cols-[9rem_minmax(0,1fr)] sm:pl-[6.75rem]">
              {Object.entries(changes).map(([column, change]) => (
                <div key={column} className="contents">
                  <dt className="text-ink-2">{t(`admin-import:column.${column}`)}</dt>
                  <dd className="flex flex-wrap items-center gap-x-2 [overflow-wrap:anywhere]">
                    {kind !== "new" && (
                      <>
                        <del className="text-ink-2">{change.from ? shown(column, change.from) : t("admin-import:row.nothing")}</del>
                        <ArrowRight aria-label={t("admin-import:row.becomes")} size={14} />
                      </>
                    )}
                    <ins className="no-underline">{shown(column, change.to)}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {problems.length > 0 && (
            <ul className="mt-1.5 space-y-1 sm:pl-[6.75rem]">
              {problems.map(({ column, problem, lines = [] }) => (
                <li key={column + problem} className="flex gap-1.5 text-danger">
                  <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
                  <span>
                    <strong>{t(`admin-import:column.${column}`)}:</strong> {t(`admin-import:rowProblem.${problem}`, { lines: lines.join(", ") })}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
