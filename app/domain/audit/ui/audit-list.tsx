import { useTranslation } from "~/locales/texts";
import { Moment } from "~/ui/moment";
import { PersonName } from "~/ui/person-name";
import { sentencePieces } from "../sentence";

/** An entry as it reaches the browser. */
interface ShownEntry {
  id: string;
  at: string | Date;
  action: string;
  actor: string | null;
  actorProfile: string | null;
  kind: string;
  subject: string | null;
  subjectProfile: string | null;
  subjectId: string | null;
  details: object | null;
  seq: number | null;
}

/** Who did what to whom, the latest first. */
export function AuditList({ items, timeZone }: { items: ShownEntry[]; timeZone: string }) {
  const { t, i18n } = useTranslation();
  return (
    <ol className="divide-y divide-line rounded-card border border-line bg-surface shadow-card">
      {items.map(({ id, at, details, seq, ...entry }) => (
        <li key={id} className="px-4 py-3">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {sentencePieces(i18n, entry).map((piece, nth) =>
                typeof piece === "string" ? piece : <PersonName key={nth} profile={piece.name === "who" ? entry.actorProfile : entry.subjectProfile}>{piece.text}</PersonName>,
              )}
            </span>
            <span className="text-xs text-ink-3">
              <Moment at={at} timeZone={timeZone} />
            </span>
          </p>
          <p className="text-xs text-ink-3 [overflow-wrap:anywhere]">
            <code>{entry.action}</code>
            {!entry.subject && entry.subjectId && <> <code>{entry.subjectId}</code></>}
          </p>
          {details && Object.keys(details).length > 0 && (
            <details className="mt-1 text-s">
              <summary className="min-h-6 cursor-pointer text-ink-2">{t("admin-audit:details")}</summary>
              <pre className="mt-1 overflow-x-auto rounded-field bg-sunken p-3 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">{JSON.stringify(details, null, 2)}</pre>
            </details>
          )}
          {!details && <p className="text-xs text-ink-3">{t("admin-audit:erased")}</p>}
          {seq === null && <p className="text-xs text-ink-3">{t("admin-audit:unsealed")}</p>}
        </li>
      ))}
    </ol>
  );
}
