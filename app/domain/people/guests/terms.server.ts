import { after, DAY, now } from "~/kernel/clock";
import type { Tx } from "~/kernel/db.server";
import { Invalid } from "~/kernel/errors";
import { enqueue } from "~/kernel/queue.server";
import { sql } from "~/kernel/sql";
import { nextDay, startOfDay, toLocalDay } from "~/kernel/zoned-time";
import { LONGEST_DAYS, type GuestTerms } from "./guest-fields";
import type { Guest } from "./reading.server";

export const END_GUESTS = "end-guests";

/** The first moment after the last day, on the company's clock. @throws Invalid at `until` for a day that is over, or too far off */
export function endOf({ until }: Pick<GuestTerms, "until">, timeZone: string): Date {
  if (until < toLocalDay(now(), timeZone)) throw new Invalid({ until: "admin-guests:error.past" });
  if (until > lastPossibleDay(timeZone)) throw new Invalid({ until: "admin-guests:error.tooLong" });
  return startOfDay(nextDay(until), timeZone);
}

function lastPossibleDay(timeZone: string): string {
  return toLocalDay(after(LONGEST_DAYS * DAY), timeZone);
}

/** Between which days a last day may be. */
export function possibleDays(timeZone: string): { first: string; last: string } {
  return { first: toLocalDay(now(), timeZone), last: lastPossibleDay(timeZone) };
}

/** What the form of a guest begins with. Whose time is over gets another day, chosen anew. */
export function describeTerms(guest: Guest, departments: readonly { id: string; parentId: string | null }[], timeZone: string) {
  const whole = departments.filter(({ parentId }) => parentId === null);
  const drafting = guest.deactivatedAt ? [] : guest.departments.length > 0 ? guest.departments : whole;
  const stored = { until: guest.isOver ? "" : lastDayBefore(guest.guestUntil, timeZone), departments: drafting.map(({ id }) => id) };
  return { stored, days: possibleDays(timeZone) };
}

/** The last day before an end, as `<input type=date>` writes it. */
export function lastDayBefore(end: Date, timeZone: string): string {
  return toLocalDay(after(-1, end), timeZone);
}

/**
 * Puts the terms in force in the caller's transaction: drafts for these departments and nothing else, and
 * a job for the very moment of the end. @throws Invalid at `department` for one that is not there
 */
export async function putInForce(tx: Tx, personId: string, department: readonly string[], guestUntil: Date): Promise<void> {
  const found = await tx.$queryRaw<{ id: string; isTop: boolean }[]>(sql`
    SELECT id, parent_id IS NULL AS "isTop" FROM department WHERE id = ANY(${department}::uuid[]) ORDER BY id FOR KEY SHARE`);
  if (found.length !== new Set(department).size) throw new Invalid({ department: "errors:field.invalid" });
  await tx.roleGrant.deleteMany({ where: { personId } });
  // Everything is under the top: who drafts for it drafts for the whole company.
  const scope = found.some(({ isTop }) => isTop) ? [null] : found.map(({ id }) => id);
  await tx.roleGrant.createMany({ data: scope.map((departmentId) => ({ personId, role: "drafter" as const, departmentId, grantedAt: now() })) });
  await enqueue(tx, END_GUESTS, {}, { runAt: guestUntil, jobKey: `${END_GUESTS}:${personId}` });
}
