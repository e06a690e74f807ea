import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Avatar } from "~/ui/avatar";
import { Chip } from "~/ui/card";

interface Entry {
  id: string;
  givenName: string;
  familyName: string;
  email: string | null;
  personnelNumber: string | null;
  jobTitle: string | null;
  departmentName: string;
  locationName: string | null;
  photo: string | null;
  roles: string[];
}

/** People, one a line: on a phone what stands beside the name moves under it. */
export function PeopleTable({ people }: { people: readonly Entry[] }) {
  const { t } = useTranslation();
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {people.map(({ id, givenName, familyName, email, personnelNumber, jobTitle, departmentName, locationName, photo, roles }) => (
        <li key={id}>
          <Link to={paths.person(id)} className="grid items-center gap-x-4 gap-y-0.5 px-4 py-2.5 text-s hover:bg-sunken md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,4fr)]">
            <span className="flex min-w-0 items-center gap-3">
              <Avatar {...{ givenName, familyName, photo }} />
              <span className="min-w-0">
                <span className="font-semibold">
                  {familyName} {givenName}
                </span>
                <span className="block text-xs text-ink-2">{jobTitle}</span>
              </span>
            </span>
            <span className="min-w-0 pl-[46px] md:pl-0">
              {departmentName}
              {locationName && <span className="block text-xs text-ink-2">{locationName}</span>}
            </span>
            <span className="min-w-0 pl-[46px] text-xs text-ink-2 md:pl-0">
              <span className="block [overflow-wrap:anywhere]">{email ?? t("admin-people:noMail", { number: personnelNumber ?? "–" })}</span>
              {roles.length > 0 && (
                <span className="mt-1 flex flex-wrap gap-1.5">
                  {roles.map((role) => (
                    <Chip key={role}>{t(`admin-people:role.${role}.name`)}</Chip>
                  ))}
                </span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
