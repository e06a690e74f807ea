import { z } from "zod";
import { after, DAY, now } from "~/kernel/clock";
import { isExclusionViolation, transaction, type Tx } from "~/kernel/db.server";
import { Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { id, line, optionalId } from "~/kernel/fields";
import { queueMail } from "~/kernel/mail/outbox.server";
import { renderMail } from "~/kernel/mail/render.server";
import { publicUrl } from "~/kernel/env.server";
import { nextDay, startOfDay, toLocalDay } from "~/kernel/zoned-time";
import { paths } from "~/paths";
import type { Actor } from "~/policy/actor";
import { canBeDeputy, canEndAbsence, canNameDeputy } from "~/policy/deputies";
import { formatMoment } from "~/ui/moment";
import { deputyNamed } from "../../../../emails/deputy-named";
import { getReader } from "../credentials.server";
import { peopleEvents } from "../events";
import { mailFrame } from "../mail-frame.server";

/** Nobody is away longer; whoever is gives the role to somebody. */
const LONGEST_DAYS = 200;

const day = line(10).pipe(z.iso.date("errors:field.invalid"));

/** The form chooses the id, so that sending it twice is one absence. The deputy is named in words, or chosen among several. */
export const newAbsence = z.object({ id, from: day, until: day, deputy: line(120), deputyId: optionalId });
export const endedAbsence = z.object({ absence: id });

/**
 * Somebody with a role says from which day to which they are away (on their own clock, both included), and
 * who may do meanwhile what they may. It begins and ends by itself; the deputy hears of it by mail.
 * @throws Forbidden; Invalid at the field
 */
export async function nameDeputy(actor: Actor, { id: absenceId, from, until, deputyId }: { id: string; from: string; until: string; deputyId: string }): Promise<void> {
  if (!canNameDeputy(actor)) throw new Forbidden("absence");
  const span = spanOf(actor, from, until);
  const deputy = await getReader(deputyId).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!deputy || !canBeDeputy(actor, deputy)) throw new Invalid({ deputy: "studio-absence:error.nobody" });
  const name = `${actor.givenName} ${actor.familyName}`;
  const said = (moment: Date) => formatMoment(moment, deputy.language, deputy.timeZone, "date");
  const mail = await renderMail(deputyNamed(mailFrame(deputy.company, deputy.language, deputy.givenName), {
    name, from: said(span.startsAt), until: said(after(-1, span.endsAt)), link: publicUrl() + paths.home(),
  }));
  try {
    await transaction(async (tx) => {
      if (await isThere(tx, actor, absenceId)) return;
      await tx.absence.create({ data: { id: absenceId, personId: actor.id, deputyId, ...span, createdAt: now() } });
      if (deputy.email) await queueMail(tx, { ...mail, to: { personId: deputyId, address: deputy.email } });
      await recordEvent(tx, {
        type: peopleEvents.deputyNamed, actorId: actor.id, subjectKind: "person", subjectId: actor.id,
        payload: { deputyId, from, until }, audit: { details: { deputyId, from, until } }, live: { topic: "person", people: [deputyId] },
      });
    });
  } catch (error) {
    if (isExclusionViolation(error)) throw new Invalid({ from: "studio-absence:error.overlaps" });
    throw error;
  }
}

/** Ends it now, or takes it back before it began. Ending twice is ending once. @throws NotFound */
export async function endAbsence(actor: Actor, absenceId: string): Promise<void> {
  await transaction(async (tx) => {
    const absence = await tx.absence.findUnique({ where: { id: absenceId } });
    if (!absence || !canEndAbsence(actor, absence)) throw new NotFound("absence");
    if (absence.endsAt <= now()) return;
    if (absence.startsAt < now()) await tx.absence.update({ where: { id: absenceId }, data: { endsAt: now() } });
    else await tx.absence.delete({ where: { id: absenceId } });
    await recordEvent(tx, {
      type: peopleEvents.absenceEnded, actorId: actor.id, subjectKind: "person", subjectId: absence.personId, payload: { deputyId: absence.deputyId },
      audit: { details: { deputyId: absence.deputyId } }, live: { topic: "person", people: [absence.personId, absence.deputyId] },
    });
  });
}

function spanOf({ timeZone }: Actor, from: string, until: string): { startsAt: Date; endsAt: Date } {
  if (from < toLocalDay(now(), timeZone)) throw new Invalid({ from: "studio-absence:error.past" });
  if (until < from) throw new Invalid({ until: "studio-absence:error.order" });
  const [startsAt, endsAt] = [startOfDay(from, timeZone), startOfDay(nextDay(until), timeZone)];
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_DAYS * DAY) throw new Invalid({ until: "studio-absence:error.tooLong" });
  return { startsAt, endsAt };
}

async function isThere(tx: Tx, actor: Actor, absenceId: string): Promise<boolean> {
  const there = await tx.absence.findUnique({ where: { id: absenceId }, select: { personId: true } });
  if (there && there.personId !== actor.id) throw new NotFound("absence");
  return there !== null;
}
