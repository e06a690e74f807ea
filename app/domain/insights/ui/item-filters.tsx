import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";

interface Filter {
  kind?: "message" | "post";
  period: "30" | "90" | "all";
}

/** Which kind, and from when: links, so that they work without script and can be sent to somebody. */
export function ItemFilters({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const kinds = [undefined, "message", "post"] as const;
  const periods = ["30", "90", "all"] as const;
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-2 print:hidden">
      <Choices label={t("studio-insights:filter.kind")} choices={kinds.map((kind) => ({ to: paths.insights({ ...filter, kind }), label: t(`studio-insights:filter.${kind ?? "both"}`), isChosen: kind === filter.kind }))} />
      <Choices label={t("studio-insights:filter.period")} choices={periods.map((period) => ({ to: paths.insights({ ...filter, period }), label: t(`studio-insights:filter.period${period}`), isChosen: period === filter.period }))} />
    </div>
  );
}

function Choices({ label, choices }: { label: string; choices: { to: string; label: string; isChosen: boolean }[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1.5">
        {choices.map(({ to, label: text, isChosen }) => (
          <li key={to}>
            <Link
              to={to}
              preventScrollReset
              aria-current={isChosen ? "true" : undefined}
              className={`inline-flex min-h-11 items-center rounded-full border px-3.5 text-s no-underline md:min-h-9 ${isChosen ? "border-accent bg-accent-soft font-semibold text-accent-text" : "border-line-strong text-ink-2 hover:bg-sunken"}`}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
