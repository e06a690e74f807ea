import { useTranslation } from "~/locales/texts";
import { Moment } from "~/ui/moment";
import type { PersonName, PostApproval } from "../post";

interface Happening {
  key: string;
  at: Date;
  text: string;
  note?: string;
}

export const fullName = ({ givenName, familyName }: PersonName) => `${givenName} ${familyName}`;

/** Who asked, who decided, and which edit made it void; the newest first. @param timeZone the reader's */
export function ApprovalHistory({ approvals, timeZone }: { approvals: readonly PostApproval[]; timeZone: string }) {
  const { t, i18n } = useTranslation();
  if (approvals.length === 0) return null;
  const list = new Intl.ListFormat(i18n.language);
  const happenings = approvals.flatMap((approval): Happening[] => {
    const { id, requestedBy, requestedAt, decidedBy, decidedAt, voidedBy, voidedAt, voidedParts, note } = approval;
    const decision = approval.decision === "declined" ? "declined" : "approved";
    const voided = decidedBy ? "voidApproved" : "voidWaiting";
    const parts = list.format(voidedParts.map((part) => t(`studio-library:part.${part}`)));
    return [
      voidedBy && voidedAt && { key: `${id}-void`, at: voidedAt, text: t(`studio-library:history.${voided}`, { name: fullName(voidedBy), approver: decidedBy && fullName(decidedBy), parts }) },
      decidedBy && decidedAt && { key: `${id}-decision`, at: decidedAt, text: t(`studio-library:history.${decision}`, { name: fullName(decidedBy) }), note },
      { key: id, at: requestedAt, text: t("studio-library:history.waiting", { name: fullName(requestedBy) }) },
    ].filter((happening): happening is Happening => Boolean(happening));
  });
  return (
    <section>
      <h3 className="mt-4 mb-2 text-s">{t("studio-library:approval.history")}</h3>
      <ol className="space-y-2.5 border-l-2 border-line pl-3.5">
        {happenings.map(({ key, at, text, note }) => (
          <li key={key} className="text-s">
            {text}
            {note && <q className="mt-0.5 block whitespace-pre-line text-ink-2">{note}</q>}
            <span className="block text-xs text-ink-3">
              <Moment at={at} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
