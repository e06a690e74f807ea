import { useTranslation } from "~/locales/texts";

/** The numbers behind a chart, folded away until asked for. */
export function FiguresTable({ caption, columns, rows }: { caption: string; columns: string[]; rows: string[][] }) {
  const { t } = useTranslation();
  return (
    <details className="mt-3 text-s">
      <summary className="link inline-flex min-h-11 items-center md:min-h-8">{t("studio-insights:table.show")}</summary>
      <table className="mt-2 w-full table-fixed border-collapse text-left text-xs sm:text-s">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong align-bottom">
            {columns.map((column) => (
              <th key={column} scope="col" className="py-1.5 pr-3 font-semibold">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={row} className="border-b border-line align-top">
              <th scope="row" className="py-1.5 pr-3 font-medium">
                {name}
              </th>
              {cells.map((cell, column) => (
                <td key={column} className="py-1.5 pr-3">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
