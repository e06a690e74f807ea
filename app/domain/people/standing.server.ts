import { now } from "~/kernel/clock";
import { sql, type Sql } from "~/kernel/sql";

/** Of `person p`: works here. Every headcount, audience and list of colleagues is of these; guests are in none. */
export const worksHere: Sql = sql`(p.deactivated_at IS NULL AND NOT p.is_guest)`;

/** Of `person p`: may come in now. A guest only until the end that was set for them. */
export function mayComeIn(): Sql {
  return sql`(p.deactivated_at IS NULL AND (p.guest_until IS NULL OR p.guest_until > ${now()}::timestamptz))`;
}
