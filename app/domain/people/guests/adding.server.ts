import { now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { Conflict, Forbidden } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canKeepGuests } from "~/policy/guests";
import { getCompany } from "../company.server";
import { peopleEvents } from "../events";
import { prepareInvitations } from "../joining/inviting.server";
import { refusingTaken, requireLanguage } from "../joining.server";
import type { NewGuest } from "./guest-fields";
import { endOf, putInForce } from "./terms.server";

/**
 * Adds somebody from outside who drafts until a day that is set, and invites them by mail. They count
 * nowhere; whoever adds them answers for them. Sent twice it is one guest.
 * @returns their id. @throws Forbidden; Invalid at the field
 */
export async function addGuest(actor: Actor, { id, until, department, ...details }: NewGuest): Promise<string> {
  if (!canKeepGuests(actor)) throw new Forbidden("guests");
  await requireLanguage(details.language);
  const guestUntil = endOf({ until }, (await getCompany()).timeZone);
  const invite = await prepareInvitations(new Date(guestUntil.getTime() - 1));
  return refusingTaken(() =>
    transaction(async (tx) => {
      if (await isThere(tx, actor, id)) return id;
      await tx.person.create({
        data: { ...details, id, departmentId: actor.departmentId, hostId: actor.id, isGuest: true, guestUntil, createdAt: now(), updatedAt: now() },
      });
      await putInForce(tx, id, department, guestUntil);
      await recordEvent(tx, {
        type: peopleEvents.guestAdded, actorId: actor.id, subjectKind: "person", subjectId: id,
        payload: { until }, audit: { details: { ...details, until, department } },
      });
      await invite(tx, actor, { person: [id], department: undefined });
      return id;
    }),
  );
}

/** The form was sent before. @throws Conflict when the id is somebody else's */
async function isThere(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext(${id}::text))`);
  const there = await tx.person.findUnique({ where: { id }, select: { isGuest: true, hostId: true } });
  if (there && (!there.isGuest || there.hostId !== actor.id)) throw new Conflict("guest");
  return there !== null;
}
