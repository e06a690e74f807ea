import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import type { ValueChoice } from "../values.server";

/** Parts of the feed, as links: they work without script. */
export function FilterLinks({ filter, valueId, values }: { filter: string; valueId?: string; values: ValueChoice[] }) {
  const { t } = useTranslation();
  const links = [
    { to: paths.wins(), label: t("wins:filter.all"), isCurrent: filter === "all" },
    ...values.map(({ id, name }) => ({ to: paths.wins({ filter: "value", value: id }), label: name, isCurrent: valueId === id })),
    { to: paths.wins({ filter: "department" }), label: t("wins:filter.department"), isCurrent: filter === "department" },
    { to: paths.wins({ filter: "across" }), label: t("wins:filter.across"), isCurrent: filter === "across" },
    { to: paths.wins({ filter: "thanks" }), label: t("wins:filter.thanks"), isCurrent: filter === "thanks" },
  ];
  return (
    <nav aria-label={t("wins:filter.label")} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {links.map(({ to, label, isCurrent }) => (
          <li key={to}>
            <Link
              to={to}
              aria-current={isCurrent ? "page" : undefined}
              className={`inline-flex min-h-11 items-center rounded-full border px-3.5 text-xs font-semibold no-underline md:min-h-8 ${isCurrent ? "border-accent bg-accent-soft text-accent-text" : "border-transparent bg-sunken text-ink-2 hover:text-ink"}`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
