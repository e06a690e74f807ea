import { useTranslation } from "~/locales/texts";
import { useNumber } from "~/ui/moment";
import type { CoverageRow } from "../coverage.server";
import { coverageText } from "../coverage-text";

/** Groups in the order of the tree and of their names, never by their figures: it is no ranking. */
export function CoverageTable({ rows, caption }: { rows: CoverageRow[]; caption: string }) {
  const { t } = useTranslation();
  const number = useNumber();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="w-full text-s">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-left text-ink-2">
            <th scope="col" className="py-2 pr-3 font-medium">{t("studio-wins:coverage.group")}</th>
            <th scope="col" className="py-2 pr-3 text-right font-medium">{t("studio-wins:coverage.people")}</th>
            <th scope="col" className="py-2 pr-3 text-right font-medium">{t("studio-wins:coverage.received")}</th>
            <th scope="col" className="py-2 text-right font-medium">{t("studio-wins:coverage.given")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b border-line">
              <th scope="row" className="py-2 pr-3 text-left font-normal"><span aria-hidden className="text-ink-3">{"· ".repeat(row.family === "department" ? Math.min(row.depth, 5) : 0)}</span>{row.name}</th>
              <td className="py-2 pr-3 text-right">{number(row.people)}</td>
              <td className="py-2 pr-3 text-right">{coverageText(t, row.received, row.isBand)}</td>
              <td className="py-2 text-right">{coverageText(t, row.given, row.isBand)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
