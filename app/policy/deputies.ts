import { sql, type Sql } from "~/kernel/sql";
import { hasRoleEverywhere, type Actor, type Role } from "./actor";
import type { PersonSubject } from "./people";

/**
 * Roles that somebody may exercise in another's stead. Not the administrator's: whoever should have it is
 * made administrator, on record; and who only drafts keeps nobody waiting.
 */
export const DEPUTISED_ROLES = ["publisher", "approver", "leader", "moderator"] as const satisfies readonly Role[];

/** Whoever has such a role of their own; what one holds in another's stead is not passed on. */
export function canNameDeputy(actor: Actor): boolean {
  return actor.roles.some(({ role, insteadOf }) => !insteadOf && (DEPUTISED_ROLES as readonly Role[]).includes(role));
}

/** May open the page of absences: to name a deputy, or because they stand in for somebody now. */
export function canSeeAbsences(actor: Actor): boolean {
  return canNameDeputy(actor) || actor.roles.some(({ insteadOf }) => insteadOf);
}

/** Anybody else who works here. */
export function canBeDeputy(actor: Pick<Actor, "id">, person: PersonSubject): boolean {
  return person.isActive && !person.isGuest && person.id !== actor.id;
}

export interface AbsenceFacts {
  personId: string;
  deputyId: string;
}

/** Both see it, and administrators. */
export function canSeeAbsence(actor: Actor, { personId, deputyId }: AbsenceFacts): boolean {
  return personId === actor.id || deputyId === actor.id || hasRoleEverywhere(actor, "administrator");
}

/** The rows of `absence b` that `canSeeAbsence` allows. */
export function visibleAbsences(actor: Actor): Sql {
  return hasRoleEverywhere(actor, "administrator") ? sql`TRUE` : sql`(b.person_id = ${actor.id}::uuid OR b.deputy_id = ${actor.id}::uuid)`;
}

/** Either may end it early: who came back, and who can't do it. Administrators as well. */
export const canEndAbsence = canSeeAbsence;
