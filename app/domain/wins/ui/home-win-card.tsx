import { Link } from "@remix-run/react";
import { PartyPopper } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Card, CardLabel } from "~/ui/card";
import { Moment, useNumber } from "~/ui/moment";
import type { HomeWin } from "../home-win.server";

/** The home page's one win, as small as the page's script can bear: the rest is on its own page. */
export function HomeWinCard({ win, timeZone }: { win: HomeWin; timeZone: string }) {
  const { t, i18n } = useTranslation();
  const number = useNumber();
  const nameOf = (person: { givenName: string; familyName: string }) => `${person.givenName} ${person.familyName}`;
  const thanked = [...win.teams.map(({ name }) => name), ...win.people.map((person) => `${nameOf(person)}${person.departmentName ? ` (${person.departmentName})` : ""}`)];
  const count = win.milestoneStep ?? 0;
  return (
    <Card>
      <CardLabel tone="win" icon={PartyPopper} aside={<Moment at={win.happenedAt} timeZone={timeZone} shape="day" />}>
        {t(win.isForMe ? "home:win.forMe" : "home:win.label")}
      </CardLabel>
      {thanked.length > 0 && !win.milestone && <p className="text-s text-ink-2">{new Intl.ListFormat(i18n.language).format(thanked)}</p>}
      <h2 className="max-w-[70ch] text-base">
        <Link to={paths.win(win.id)} className="no-underline hover:underline">
          {win.milestone ? t(`home:win.milestone.${win.milestone}`, { count, shown: number(count), name: win.text }) : win.text}
        </Link>
      </h2>
      {win.giver && <p className="text-s text-ink-2">{t(win.valueName ? "home:win.fromFor" : "home:win.from", { name: nameOf(win.giver), value: win.valueName })}</p>}
    </Card>
  );
}
