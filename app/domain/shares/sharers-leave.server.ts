import { now } from "~/kernel/clock";
import { sql } from "~/kernel/sql";
import type { LeavingStep } from "~/domain/people/leaving-steps.server";

/**
 * Wordings that a leaver would only have used later are free again. One that was handed over stays taken
 * until its seven days are over: it may be out there, and nobody else is to repeat it.
 */
export const sharersLeave: readonly LeavingStep[] = [
  {
    name: "wordings",
    covers: ["wording_reservation.person_id"],
    count: (people) => sql`SELECT count(*) FROM wording_reservation WHERE person_id = ANY(${people}) AND starts_at > ${now()}::timestamptz`,
    async end(tx, { personIds }) {
      await tx.wordingReservation.deleteMany({ where: { personId: { in: [...personIds] }, startsAt: { gt: now() } } });
    },
  },
];
