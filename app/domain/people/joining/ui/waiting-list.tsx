import { Form, Link } from "@remix-run/react";
import { MailPlus, Printer } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Button, SubmitButton } from "~/ui/button";
import { Chip } from "~/ui/card";
import { Moment, useNumber } from "~/ui/moment";
import type { JoiningCounts } from "../progress.server";

/** How far everybody is, in numbers. */
export function JoiningFigures({ counts: { joined, invited, notInvited } }: { counts: JoiningCounts }) {
  const { t } = useTranslation();
  const number = useNumber();
  const figures = [
    [t("admin-joining:figure.joined"), joined],
    [t("admin-joining:figure.invited"), invited],
    [t("admin-joining:figure.notInvited"), notInvited],
  ] as const;
  return (
    <dl className="mb-4 grid grid-cols-3 divide-x divide-line rounded-card border border-line bg-surface shadow-card">
      {figures.map(([label, value]) => (
        <div key={label} className="flex flex-col-reverse justify-end px-4 py-3">
          <dt className="text-xs text-ink-2">{label}</dt>
          <dd className="text-xl font-semibold tabular-nums">{number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Waiting {
  id: string;
  givenName: string;
  familyName: string;
  departmentName: string;
  hasMail: boolean;
  personnelNumber: string | null;
  way: "mail" | "card" | null;
  invitedAt: string | Date | null;
  hasExpired: boolean;
}

/** Those who can't sign in yet, each with what waits for them and the next way in. */
export function WaitingList({ people, timeZone }: { people: readonly Waiting[]; timeZone: string }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {people.map((person) => (
        <li key={person.id} className="grid items-center gap-x-4 gap-y-2 px-4 py-2.5 text-s md:grid-cols-[minmax(0,5fr)_minmax(0,5fr)_auto]">
          <span className="min-w-0">
            <Link to={paths.person(person.id)} className="font-semibold hover:underline">
              {person.familyName} {person.givenName}
            </Link>
            <span className="block text-xs text-ink-2">
              {person.departmentName}
              {person.personnelNumber && ` · ${person.personnelNumber}`}
            </span>
          </span>
          <span className="min-w-0">
            <JoinState {...person} timeZone={timeZone} />
          </span>
          <span className="flex flex-wrap gap-2">
            <WaysIn id={person.id} hasMail={person.hasMail} hasNumber={person.personnelNumber !== null} name={`${person.givenName} ${person.familyName}`} again={person.way === "mail"} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What somebody who can't sign in yet can be given: a link by mail, a card. */
export function WaysIn({ id, hasMail, hasNumber, name, again = false }: { id: string; hasMail: boolean; hasNumber: boolean; name?: string; again?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {hasMail && (
        <Form method="post" action={paths.joining()}>
          <SubmitButton look="secondary" icon={MailPlus} name="person" value={id} aria-label={name && t("admin-joining:inviteOne", { name })}>
            {again ? t("admin-joining:again") : t("admin-joining:invite")}
          </SubmitButton>
        </Form>
      )}
      {hasNumber && (
        <Form method="post" action={paths.joinCards()} reloadDocument>
          <Button type="submit" icon={Printer} name="person" value={id} aria-label={name && t("admin-joining:printOne", { name })}>
            {t("admin-joining:printCard")}
          </Button>
        </Form>
      )}
    </>
  );
}

/** Not invited, invited on a day, or invited too long ago. */
export function JoinState({ way, invitedAt, hasExpired, timeZone }: Pick<Waiting, "way" | "invitedAt" | "hasExpired"> & { timeZone: string }) {
  const { t } = useTranslation();
  if (!way || !invitedAt) return <Chip>{t("admin-joining:state.notInvited")}</Chip>;
  return (
    <>
      <Chip tone={hasExpired ? "danger" : "message"}>
        {way === "mail" ? t("admin-joining:state.invitedOn") : t("admin-joining:state.printedOn")}&nbsp;
        <Moment at={invitedAt} timeZone={timeZone} shape="day" />
      </Chip>
      {hasExpired && <span className="ml-2 text-xs text-ink-2">{t("admin-joining:state.expired")}</span>}
    </>
  );
}
