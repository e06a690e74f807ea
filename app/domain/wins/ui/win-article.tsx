import { Form } from "@remix-run/react";
import { Milestone as MilestoneIcon, PartyPopper, Pencil, ShieldX, Timer, Trash2, Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Card, CardLabel } from "~/ui/card";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/page";
import { Picture } from "~/ui/picture";
import type { WinPage } from "../reading.server";
import { Reactions } from "./reactions";
import { Faces, From, Thanked, useMilestone } from "./win-sentence";

/** One win whole, with what its giver and moderators can do. */
export function WinArticle({ win, timeZone }: { win: WinPage; timeZone: string }) {
  const { t } = useTranslation();
  const milestone = useMilestone();
  return (
    <>
      {win.undoSeconds > 0 && <UndoNotice winId={win.id} seconds={win.undoSeconds} />}
      {win.removal && (
        <Notice icon={ShieldX} tone="info">
          {win.removal.reason ? t("wins:removed.reason", { reason: win.removal.reason }) : t("wins:removed.takenBack")}
        </Notice>
      )}
      <Card className="overflow-hidden">
        {win.picture && <Picture picture={win.picture} alt={win.pictureAlt} sizes="(min-width: 760px) 46rem, 100vw" eager className="-mx-5 -mt-5 mb-4" />}
        <CardLabel tone="win" icon={win.kind === "milestone" ? MilestoneIcon : PartyPopper} aside={<Moment at={win.happenedAt} timeZone={timeZone} />}>
          {t(`wins:card.${win.kind}`)}
        </CardLabel>
        {win.kind === "milestone" ? (
          <>
            <h2 className="text-xl">{milestone(win).title}</h2>
            <p className="mt-1 text-s text-ink-2">{milestone(win).text}</p>
          </>
        ) : (
          <div className="flex gap-3">
            <Faces people={win.people} />
            <div className="min-w-0 flex-1 space-y-1">
              <p className="text-ink-2"><Thanked win={win} whole /></p>
              <p className="max-w-[70ch] text-l whitespace-pre-line">{win.text}</p>
              <From win={win} />
              {win.editedAt && <p className="text-xs text-ink-3">{t("wins:edited")} <Moment at={win.editedAt} timeZone={timeZone} /></p>}
            </div>
          </div>
        )}
        <Reactions win={win} returnTo={paths.win(win.id)} mayAnswer={win.abilities.answer} />
        {win.history.length > 0 && (
          <details className="mt-3">
            <summary className="inline-flex min-h-11 items-center text-s font-semibold text-accent-text">{t("wins:history")}</summary>
            <ul className="mt-1 space-y-2 text-s text-ink-2">
              {win.history.map(({ text, editedAt }) => <li key={String(editedAt)} className="whitespace-pre-line"><Moment at={editedAt} timeZone={timeZone} />: {text}</li>)}
            </ul>
          </details>
        )}
        {(win.abilities.change || win.abilities.remove) && (
          <p className="mt-4 flex flex-wrap gap-2.5 border-t border-line pt-4">
            {win.abilities.change && <LinkButton look="quiet" icon={Pencil} to={paths.winChange(win.id)}>{t("wins:change.button")}</LinkButton>}
            {win.abilities.remove && <LinkButton look="quiet" icon={Trash2} to={paths.winRemoval(win.id)}>{t("wins:removal.button")}</LinkButton>}
          </p>
        )}
      </Card>
    </>
  );
}

/** It is out and can be called back without a trace. Without script it is a plain button. */
function UndoNotice({ winId, seconds }: { winId: string; seconds: number }) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [seconds]);
  if (left === 0) return null;
  return (
    <Notice icon={Timer} tone="info" action={<Form method="post" action={paths.winChange(winId)}><SubmitButton name="takeBack" value="yes" look="secondary" icon={Undo2}>{t("wins:undo.button")}</SubmitButton></Form>}>
      {t("wins:undo.text")} <span aria-hidden className="tabular font-semibold">{t("wins:undo.left", { count: left })}</span>
    </Notice>
  );
}
