import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Chip } from "~/ui/card";
import { Moment } from "~/ui/moment";
import { KINDS, type Counts, type ImportState } from "../importing/import";

interface Listed {
  id: string;
  state: ImportState;
  fileName: string;
  createdAt: string | Date;
  createdBy: string;
  counts: Counts;
}

/** What was imported before, each with its numbers. */
export function ImportList({ imports, timeZone }: { imports: readonly Listed[]; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {imports.map(({ id, state, fileName, createdAt, createdBy, counts }) => (
        <li key={id}>
          <Link to={paths.import(id)} className="block px-4 py-3 text-s hover:bg-sunken">
            <span className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-semibold [overflow-wrap:anywhere]">{fileName}</span>
              <Chip tone={state === "done" ? "share" : state === "abandoned" ? "plain" : "message"}>{t(`admin-import:state.${state}`)}</Chip>
            </span>
            <span className="block text-xs text-ink-2">
              <Moment at={createdAt} timeZone={timeZone} /> · {createdBy}
            </span>
            {state === "done" && (
              <span className="mt-1 block text-xs text-ink-2">
                {KINDS.filter((kind) => counts[kind]).map((kind) => t(`admin-import:count.${kind}`, { count: counts[kind] })).join(" · ")}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
