import { Milestone as MilestoneIcon, PartyPopper } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Card, CardLabel } from "~/ui/card";
import { Moment } from "~/ui/moment";
import { Picture } from "~/ui/picture";
import type { WinView } from "../win";
import { Reactions } from "./reactions";
import { Faces, From, Thanked, useMilestone, WinLink } from "./win-sentence";

interface WinCardProps {
  win: WinView;
  /** The reader's zone. */
  timeZone: string;
  eager?: boolean;
}

/** A win or a milestone on the feed. */
export function WinCard({ win, timeZone, eager = false }: WinCardProps) {
  const { t } = useTranslation();
  const milestone = useMilestone();
  const headingId = `win-${win.id}`;
  const aside = <Moment at={win.happenedAt} timeZone={timeZone} shape="day" />;
  return (
    <Card className="overflow-hidden" aria-labelledby={headingId}>
      {win.picture && (
        <div className="-mx-5 -mt-5 mb-4">
          <Picture picture={win.picture} alt={win.pictureAlt} sizes="(min-width: 1040px) 42rem, 100vw" eager={eager} className="max-h-72 [&_img]:max-h-72 [&_img]:object-cover" />
        </div>
      )}
      {win.kind === "milestone" ? (
        <>
          <CardLabel tone="win" icon={MilestoneIcon} aside={aside}>{t("wins:card.milestone")}</CardLabel>
          <h2 id={headingId} className="text-xl"><WinLink id={win.id}>{milestone(win).title}</WinLink></h2>
          <p className="mt-1 text-s text-ink-2">{milestone(win).text}</p>
          <Reactions win={win} returnTo={paths.wins()} />
        </>
      ) : (
        <>
          <CardLabel tone="win" icon={PartyPopper} aside={aside}><span id={headingId}>{t(win.kind === "win" ? "wins:card.win" : "wins:card.thanks")}</span></CardLabel>
          <div className="flex gap-3">
            <Faces people={win.people} />
            <div className="min-w-0 flex-1">
              <p className="text-s text-ink-2"><Thanked win={win} /></p>
              <h2 className="mt-0.5 max-w-[70ch] text-base font-medium whitespace-pre-line"><WinLink id={win.id}>{win.text}</WinLink></h2>
              <From win={win} />
              <Reactions win={win} returnTo={paths.wins()} />
            </div>
          </div>
        </>
      )}
    </Card>
  );
}
