import { z } from "zod";
import { now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { Invalid, invalidForm, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canKeepGuests } from "~/policy/guests";
import { getCompany } from "../company.server";
import { peopleEvents } from "../events";
import { prepareInvitations } from "../joining/inviting.server";
import { guestTerms } from "./guest-fields";
import { endOf, lastDayBefore, putInForce } from "./terms.server";

/** What the form was filled in from: when somebody saved since, nothing is overwritten. */
export const guestChange = guestTerms.extend({ version: z.iso.datetime("errors:field.invalid").transform((text) => new Date(text)) });

/**
 * Sets another end, other departments, or both; also for a guest whose time is over, who then comes in as
 * before. Whoever was let out meanwhile is invited anew.
 * @throws NotFound; Invalid at the field, or at the whole form for an older version
 */
export async function changeGuest(actor: Actor, id: string, { version, until, department }: z.infer<typeof guestChange>): Promise<void> {
  if (!canKeepGuests(actor)) throw new NotFound("guest");
  const { timeZone } = await getCompany();
  const guestUntil = endOf({ until }, timeZone);
  const invite = await prepareInvitations(new Date(guestUntil.getTime() - 1));
  await transaction(async (tx) => {
    const before = await lockGuest(tx, id);
    if (before.updatedAt.getTime() !== version.getTime()) {
      if (await isSame(tx, id, before, { guestUntil, department })) return;
      throw invalidForm("admin-guests:error.changedMeanwhile");
    }
    await putInForce(tx, id, department, guestUntil);
    await tx.person.update({
      where: { id },
      data: { guestUntil, guestEndedAt: null, deactivatedAt: null, updatedAt: new Date(Math.max(now().getTime(), version.getTime() + 1)) },
    });
    await recordEvent(tx, {
      type: peopleEvents.guestChanged, actorId: actor.id, subjectKind: "person", subjectId: id, payload: { until },
      audit: { details: { until: { from: lastDayBefore(before.guestUntil, timeZone), to: until }, department } }, live: { topic: "person", people: [id] },
    });
    if (before.deactivatedAt) await invite(tx, actor, { person: [id], department: undefined });
  });
}

/** Another link for somebody who did not come in yet. @throws NotFound; Invalid when they have, or their time is over */
export async function inviteGuest(actor: Actor, id: string): Promise<void> {
  if (!canKeepGuests(actor)) throw new NotFound("guest");
  const guest = await transaction((tx) => lockGuest(tx, id));
  if (guest.guestUntil <= now() || guest.deactivatedAt) throw new Invalid({ "": "admin-guests:error.over" });
  const invite = await prepareInvitations(new Date(guest.guestUntil.getTime() - 1));
  await transaction((tx) => invite(tx, actor, { person: [id], department: undefined }));
}

interface LockedGuest {
  guestUntil: Date;
  updatedAt: Date;
  deactivatedAt: Date | null;
}

async function lockGuest(tx: Tx, id: string): Promise<LockedGuest> {
  const rows = await tx.$queryRaw<LockedGuest[]>(sql`
    SELECT guest_until AS "guestUntil", updated_at AS "updatedAt", deactivated_at AS "deactivatedAt" FROM person WHERE id = ${id}::uuid AND is_guest FOR UPDATE`);
  if (!rows[0]) throw new NotFound("guest");
  return rows[0];
}

/** The same save sent twice is no conflict. */
async function isSame(tx: Tx, personId: string, before: LockedGuest, wanted: { guestUntil: Date; department: readonly string[] }): Promise<boolean> {
  const grants = await tx.roleGrant.findMany({ where: { personId }, select: { departmentId: true } });
  const scope = new Set(grants.map(({ departmentId }) => departmentId));
  const isScope = scope.has(null) || (scope.size === wanted.department.length && wanted.department.every((id) => scope.has(id)));
  return !before.deactivatedAt && before.guestUntil.getTime() === wanted.guestUntil.getTime() && isScope;
}
