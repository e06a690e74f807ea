import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Avatar } from "~/ui/avatar";
import { Chip } from "~/ui/card";
import { LastDay } from "./guest-notice";

export interface ListedGuest {
  id: string;
  givenName: string;
  familyName: string;
  agency: string;
  guestUntil: string | Date;
  isOver: boolean;
  hasJoined: boolean;
  departments: { name: string }[];
}

/** Guests, each with whom they draft for and until when. */
export function GuestList({ guests, timeZone }: { guests: readonly ListedGuest[]; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {guests.map((guest) => (
        <li key={guest.id}>
          <Link to={paths.guest(guest.id)} className="grid items-center gap-x-4 gap-y-1 px-4 py-2.5 text-s hover:bg-sunken md:grid-cols-[minmax(0,5fr)_minmax(0,5fr)_auto]">
            <span className="flex min-w-0 items-center gap-3">
              <Avatar givenName={guest.givenName} familyName={guest.familyName} />
              <span className="min-w-0">
                <span className="font-semibold">
                  {guest.familyName} {guest.givenName}
                </span>
                <span className="block text-xs text-ink-2">{guest.agency}</span>
              </span>
            </span>
            <span className="min-w-0 pl-[46px] md:pl-0">{guest.isOver ? "" : departmentNames(guest, t("admin-guests:field.whole"))}</span>
            <span className="pl-[46px] text-xs text-ink-2 md:pl-0">
              <GuestState guest={guest} timeZone={timeZone} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Over, not here yet, or until when. */
export function GuestState({ guest: { isOver, hasJoined, guestUntil }, timeZone }: { guest: Pick<ListedGuest, "isOver" | "hasJoined" | "guestUntil">; timeZone: string }) {
  const { t } = useTranslation();
  if (isOver) return <Chip>{t("admin-guests:state.over")}</Chip>;
  return (
    <>
      {!hasJoined && <Chip tone="message">{t("admin-guests:state.invited")}</Chip>} {t("admin-guests:state.until")} <LastDay end={guestUntil} timeZone={timeZone} />
    </>
  );
}

function departmentNames({ departments }: Pick<ListedGuest, "departments">, whole: string): string {
  return departments.length > 0 ? departments.map(({ name }) => name).join(", ") : whole;
}
