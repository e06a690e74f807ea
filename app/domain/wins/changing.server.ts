import { z } from "zod";
import { now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { Conflict, Forbidden, Invalid } from "~/kernel/errors";
import { notifyLive, recordEvent } from "~/kernel/events.server";
import { text } from "~/kernel/fields";
import { forgetPicture, removePictureFiles, type StoredPicture } from "~/kernel/pictures/storing.server";
import { inStead, type Actor } from "~/policy/actor";
import { canChangeWin, canRemoveWin } from "~/policy/wins";
import { LIVE_TOPIC, THANKED_TOPIC, WIN, winEvents } from "./events";
import { LONGEST_REASON, UNDO_WINDOW } from "./limits";
import type { WinChange } from "./thanking-form";
import { requireValue } from "./values.server";
import { lockWin, type WinRecord } from "./win-facts.server";

export const removalForm = z.object({ reason: text(LONGEST_REASON) });

/** Whether it can still be undone without a trace. @returns seconds left */
export function undoSeconds(win: { happenedAt: Date }): number {
  return Math.max(0, Math.ceil((win.happenedAt.getTime() + UNDO_WINDOW - now().getTime()) / 1000));
}

/** Changes the words or the value; what it said before stays in its history. @throws NotFound, Forbidden, Conflict; Invalid at `value` */
export async function changeWin(actor: Actor, id: string, { revision, text: words, value }: WinChange): Promise<void> {
  const valueId = value ?? null;
  await transaction(async (tx) => {
    const before = await lockWin(tx, actor, id);
    if (!canChangeWin(actor, before)) throw new Forbidden("win");
    if (before.revision !== revision) throw new Conflict("win");
    if (before.text === words && before.valueId === valueId) return;
    if (before.kind === "win" && !valueId && before.valueId) throw new Invalid({ value: "errors:field.required" });
    if (valueId && valueId !== before.valueId) await requireValue(valueId);
    await tx.winEdit.create({ data: { winId: id, text: before.text, valueId: before.valueId, editedAt: now() } });
    await tx.win.update({ where: { id }, data: { text: words, valueId, kind: valueId ? "win" : before.kind, revision: revision + 1, editedAt: now() } });
    await recordEvent(tx, { type: winEvents.edited, actorId: actor.id, subjectKind: WIN, subjectId: id, payload: { revision: revision + 1 } });
  });
}

/**
 * Its giver takes it back: within 30 seconds as if it had never been, later with a trace for themselves
 * and moderators. @throws NotFound, Forbidden
 */
export async function takeWinBack(actor: Actor, id: string): Promise<void> {
  let picture: StoredPicture | null = null;
  await transaction(async (tx) => {
    picture = null;
    const win = await lockWin(tx, actor, id);
    if (!canChangeWin(actor, win)) throw new Forbidden("win");
    if (undoSeconds(win) > 0) {
      await tx.win.delete({ where: { id } });
      if (win.pictureId) picture = await forgetPicture(tx, win.pictureId);
      await tell(tx, actor, win, winEvents.undone);
    } else {
      await tx.win.update({ where: { id }, data: { removedAt: now(), removedById: actor.id } });
      await tell(tx, actor, win, winEvents.takenBack);
    }
  });
  if (picture) await removePictureFiles(picture).catch(() => undefined);
}

/** A moderator removes it; its giver and those it thanked see why. @throws NotFound, Forbidden */
export async function removeWin(actor: Actor, id: string, { reason }: z.infer<typeof removalForm>): Promise<void> {
  await transaction(async (tx) => {
    const win = await lockWin(tx, actor, id);
    if (win.isRemoved) return;
    if (!canRemoveWin(actor, win)) throw new Forbidden("win");
    await tx.win.update({ where: { id }, data: { removedAt: now(), removedById: actor.id, removalReason: reason } });
    await recordEvent(tx, {
      type: winEvents.removed, actorId: actor.id, subjectKind: WIN, subjectId: id, audit: { details: { reason, text: win.text, ...inStead(actor, (as) => canRemoveWin(as, win)) } }, live: { topic: LIVE_TOPIC },
    });
  });
}

async function tell(tx: Tx, actor: Actor, win: WinRecord, type: string): Promise<void> {
  await recordEvent(tx, { type, actorId: actor.id, subjectKind: WIN, subjectId: win.id, live: { topic: LIVE_TOPIC } });
  if (win.thankedIds.length) await notifyLive(tx, { topic: THANKED_TOPIC, people: [...win.thankedIds] });
}
