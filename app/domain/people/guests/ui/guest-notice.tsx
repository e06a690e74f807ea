import { Handshake } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/page";

interface GuestNoticeProps {
  terms: { guestUntil: string | Date; hostName: string | null; departments: string[] } | null;
  timeZone: string;
}

/** What a guest may do here, until when, and whom they ask. */
export function GuestNotice({ terms, timeZone }: GuestNoticeProps) {
  const { t } = useTranslation();
  if (!terms) return null;
  const { guestUntil, hostName, departments } = terms;
  return (
    <Notice tone="info" icon={Handshake}>
      <p>
        {departments.length > 0 ? t("admin-guests:own.for", { departments: departments.join(", ") }) : t("admin-guests:own.forAll")} {t("admin-guests:own.only")}
      </p>
      <p className="mt-1">
        {t("admin-guests:own.until")} <LastDay end={guestUntil} timeZone={timeZone} />. {hostName && t("admin-guests:own.host", { name: hostName })}
      </p>
    </Notice>
  );
}

/** The last day before an end, which is the first moment after it. */
export function LastDay({ end, timeZone }: { end: string | Date; timeZone: string }) {
  return <Moment at={new Date(new Date(end).getTime() - 1)} timeZone={timeZone} shape="date" />;
}
