import { nextDay, startOfDay, toLocalDay } from "~/kernel/zoned-time";

/** From which day to which day a post may be shared, as its publisher types it ("2026-12-31"). */
export interface ValidDays {
  validFrom: string | null;
  validUntil: string | null;
}

/** The same as moments: from the first of its days to the first moment after its last. */
export interface Validity {
  validFrom: Date | null;
  validUntil: Date | null;
}

/** The last moment of a validity that ends at `validUntil`: on the day that people are told. */
export function lastMomentOf(validUntil: Date | string): Date {
  return new Date(new Date(validUntil).getTime() - 1);
}

/** The days in a zone. */
export function validDays({ validFrom, validUntil }: Validity, timeZone: string): ValidDays {
  return {
    validFrom: validFrom && toLocalDay(validFrom, timeZone),
    validUntil: validUntil && toLocalDay(lastMomentOf(validUntil), timeZone),
  };
}

/**
 * The moments for days typed in a zone. A day that was not touched keeps its moment: a colleague in
 * another zone who saves the post does not change it.
 */
export function validMoments(typed: ValidDays, stored: Validity, timeZone: string): Validity {
  const shown = validDays(stored, timeZone);
  const from = typed.validFrom ? startOfDay(typed.validFrom, timeZone) : null;
  const until = typed.validUntil ? startOfDay(nextDay(typed.validUntil), timeZone) : null;
  return {
    validFrom: typed.validFrom === shown.validFrom ? stored.validFrom : from,
    validUntil: typed.validUntil === shown.validUntil ? stored.validUntil : until,
  };
}
