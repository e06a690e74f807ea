import { sql, type Sql } from "~/kernel/sql";
import { hasRoleEverywhere, type Actor } from "./actor";

/** May read and export what is on record about privileged acts. */
export function canReadAudit(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}

/** The rows of `audit_entry e` that `canReadAudit` allows. */
export function readableAudit(actor: Actor): Sql {
  return canReadAudit(actor) ? sql`TRUE` : sql`FALSE`;
}

/** The rows of `audit_entry e` by which somebody looked at this person's record: they see these themselves. */
export function looksAt(actor: Pick<Actor, "id">): Sql {
  return sql`e.subject_kind = 'person' AND e.subject_id = ${actor.id}::text AND e.action = 'person.viewed'`;
}
