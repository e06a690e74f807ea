import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { useNumber } from "~/ui/moment";

interface Node {
  id: string;
  name: string;
  depth: number;
  people: number;
  peopleBelow: number;
}

/** The tree as a table: who reads it aloud hears name, people directly in it, and people in all of it. */
export function DepartmentTree({ departments }: { departments: readonly Node[] }) {
  const { t } = useTranslation();
  const number = useNumber();
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface shadow-card">
      <table className="w-full text-s">
        <caption className="sr-only">{t("admin-departments:caption")}</caption>
        <thead>
          <tr className="border-b border-line text-left text-xs text-ink-2">
            <th scope="col" className="px-4 py-2.5 font-medium">{t("admin-departments:department")}</th>
            <th scope="col" className="px-3 py-2.5 text-right font-medium">{t("admin-departments:direct")}</th>
            <th scope="col" className="py-2.5 pr-4 pl-3 text-right font-medium">{t("admin-departments:total")}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {departments.map(({ id, name, depth, people, peopleBelow }) => (
            <tr key={id} className="hover:bg-sunken">
              <th scope="row" className="p-0 text-left font-normal">
                {/* Beyond six levels the indent stops, so that names stay readable on a phone. */}
                <Link to={paths.department(id)} className="flex min-h-11 items-center py-1.5 pr-2" style={{ paddingLeft: 16 + Math.min(depth, 6) * 20 }}>
                  <span className={depth === 0 ? "font-semibold" : depth === 1 ? "font-medium" : ""}>{name}</span>
                </Link>
              </th>
              <td className="px-3 text-right text-ink-2">{number(people)}</td>
              <td className="pr-4 pl-3 text-right font-medium">{number(peopleBelow)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
