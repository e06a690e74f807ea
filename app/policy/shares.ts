import { sql, type Sql } from "~/kernel/sql";
import type { Actor } from "./actor";

/** A share is seen by the person whose act it was, and by nobody else. */
export function canSeeShare(actor: Actor, share: { personId: string }): boolean {
  return share.personId === actor.id;
}

/** The row filter to `canSeeShare`; alias `s` is share. */
export function visibleShares(actor: Actor): Sql {
  return sql`s.person_id = ${actor.id}::uuid`;
}
