import { useTranslation } from "~/locales/texts";
import { Moment } from "~/ui/moment";

/** The jobs that run by the clock, and when each was last started. */
export function ClockedRuns({ runs, timeZone }: { runs: { name: string; lastRunAt: string | null }[]; timeZone: string }) {
  const { t } = useTranslation();
  if (runs.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="min-h-11 cursor-pointer py-2.5 text-s text-ink-2">{t("admin-health:clocked.title")}</summary>
      <ul className="text-s">
        {runs.map(({ name, lastRunAt }) => (
          <li key={name} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1.5">
            <code>{name}</code>
            <span className="text-ink-2">{lastRunAt ? <Moment at={lastRunAt} timeZone={timeZone} /> : t("admin-health:clocked.never")}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
