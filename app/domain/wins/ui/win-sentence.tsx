import { Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Avatar } from "~/ui/avatar";
import { useNumber } from "~/ui/moment";
import { PersonName } from "~/ui/person-name";
import type { WinView } from "../win";

/** More names than these become a number on a card. */
const NAMED = 4;

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) => `${givenName} ${familyName}`;

/** "Elena Conti (IT) and Marco Bianchi (Logistics)": whom a win thanks. */
export function Thanked({ win, whole = false }: { win: Pick<WinView, "people" | "teams">; whole?: boolean }) {
  const { t, i18n } = useTranslation();
  const people = whole || win.people.length <= NAMED + 1 ? win.people : win.people.slice(0, NAMED);
  const parts: ReactNode[] = [
    ...win.teams.map((team) => <strong key={team.id}>{t("wins:card.team", { team: team.name })}</strong>),
    ...people.map((person) => (
      <Fragment key={person.id}>
        <PersonName profile={person.profile}>{nameOf(person)}</PersonName>
        {person.departmentName && <> ({person.departmentName})</>}
      </Fragment>
    )),
    ...(people.length < win.people.length ? [<Fragment key="others">{t("wins:card.others", { count: win.people.length - people.length })}</Fragment>] : []),
  ];
  const format = new Intl.ListFormat(i18n.language, { type: "conjunction" }).formatToParts(parts.map((_, at) => String(at)));
  return <>{format.map(({ type, value }, at) => <Fragment key={at}>{type === "element" ? parts[Number(value)] : value}</Fragment>)}</>;
}

/** Faces of those thanked, beside their names. */
export function Faces({ people }: { people: WinView["people"] }) {
  if (people.length === 0) return null;
  return (
    <span aria-hidden className="flex shrink-0 -space-x-2.5 pt-0.5">
      {people.slice(0, 3).map(({ id, givenName, familyName, photo }) => (
        <span key={id} className="rounded-full border-2 border-surface">
          <Avatar {...{ givenName, familyName, photo }} size={32} />
        </span>
      ))}
    </span>
  );
}

/** What reached which number, in words. */
export function useMilestone(): (win: Pick<WinView, "milestone" | "milestoneStep" | "milestoneFrom" | "text">) => { title: string; text: string } {
  const { t } = useTranslation();
  const number = useNumber();
  return ({ milestone, milestoneStep, milestoneFrom, text }) => {
    const count = milestoneStep ?? 0;
    return {
      title: t(`wins:milestone.title.${milestone}`, { count, shown: number(count), name: text }),
      text: milestone === "visits" ? t("wins:milestone.through", { count: milestoneFrom ?? 0, shown: number(milestoneFrom ?? 0) }) : t("wins:milestone.text"),
    };
  };
}

/** "From Sara Greco, for We fix it together". */
export function From({ win }: { win: Pick<WinView, "giver" | "valueName"> }) {
  const { t } = useTranslation();
  if (!win.giver) return null;
  return (
    <p className="text-s text-ink-2">
      {t("wins:card.from")} <PersonName profile={win.giver.profile}>{nameOf(win.giver)}</PersonName>
      {win.valueName && (
        <>
          {t("wins:card.for")} <strong className="text-ink">{win.valueName}</strong>
        </>
      )}
    </p>
  );
}

export function WinLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link to={paths.win(id)} className="inline-block min-h-6 text-ink no-underline hover:underline">
      {children}
    </Link>
  );
}
