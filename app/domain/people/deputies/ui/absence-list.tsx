import { Form } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Moment } from "~/ui/moment";

interface Shown {
  id: string;
  isOwn: boolean;
  name: string;
  startsAt: string | Date;
  endsAt: string | Date;
  hasBegun: boolean;
}

/** Who stands in for me, and for whom I stand in: until when, and the way to end it early. */
export function AbsenceList({ absences, timeZone }: { absences: readonly Shown[]; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-card">
      {absences.map(({ id, isOwn, name, startsAt, endsAt, hasBegun }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
          <p className="min-w-0">
            <span className="font-semibold">{isOwn ? t("studio-absence:standsInForYou", { name }) : t("studio-absence:youStandIn", { name })}</span>
            <span className="block text-s text-ink-2">
              <Moment at={startsAt} timeZone={timeZone} shape="date" /> – <Moment at={new Date(new Date(endsAt).getTime() - 1)} timeZone={timeZone} shape="date" />
            </span>
          </p>
          <Form method="post" action={paths.absences()}>
            <SubmitButton look="secondary" name="absence" value={id} aria-label={t("studio-absence:endWith", { name })}>
              {hasBegun ? t("studio-absence:end") : t("studio-absence:takeBack")}
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  );
}
