import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Avatar } from "~/ui/avatar";
import { Chip } from "~/ui/card";
import { Moment } from "~/ui/moment";

interface Former {
  id: string;
  givenName: string;
  familyName: string;
  isGuest: boolean;
  departmentName: string;
  deactivatedAt: string | Date;
}

/** Who has left, each leading to their record, where they can be let in again. */
export function FormerList({ people, timeZone }: { people: readonly Former[]; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {people.map(({ id, givenName, familyName, isGuest, departmentName, deactivatedAt }) => (
        <li key={id}>
          <Link to={paths.person(id)} className="flex items-center gap-3 px-4 py-2.5 text-s hover:bg-sunken">
            <Avatar givenName={givenName} familyName={familyName} />
            <span className="min-w-0 flex-1">
              <span className="font-semibold">
                {familyName} {givenName}
              </span>{" "}
              {isGuest && <Chip>{t("admin-people:shown.guest")}</Chip>}
              <span className="block text-xs text-ink-2">{departmentName}</span>
            </span>
            <span className="text-xs text-ink-2">
              <Moment at={deactivatedAt} timeZone={timeZone} shape="date" />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
