import { sql, type Sql } from "~/kernel/sql";
import { hasRoleEverywhere, type Actor, type Role } from "./actor";

/** Roles that can be limited to a part of the tree; the others hold for the whole company. */
export const LIMITABLE_ROLES: readonly Role[] = ["drafter", "publisher", "approver", "leader"];
/** Roles that are granted; everybody is an employee. */
export const GRANTED_ROLES = ["drafter", "publisher", "approver", "leader", "moderator", "administrator"] as const satisfies readonly Role[];
export type GrantedRole = (typeof GRANTED_ROLES)[number];

/** Somebody, as decisions about them see it. */
export interface PersonSubject {
  id: string;
  isActive: boolean;
}

/** May look through the list of people. */
export function canSeeDirectory(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}

/** May see somebody's record. Everybody sees their own. */
export function canSeePerson(actor: Actor, person: { id: string }): boolean {
  return canSeeDirectory(actor) || actor.id === person.id;
}

/** The rows of `person p` that `canSeePerson` allows. */
export function visiblePeople(actor: Actor): Sql {
  return canSeeDirectory(actor) ? sql`TRUE` : sql`p.id = ${actor.id}::uuid`;
}

export function canAddPeople(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}

/** May hand in files of people: whoever adds people, changes them and lets them out. */
export function canImportPeople(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}

/** May change a record: name, mail, department. */
export function canChangePerson(actor: Actor, person: PersonSubject): boolean {
  return hasRoleEverywhere(actor, "administrator") && person.isActive;
}

/** May grant and revoke roles, also their own: the audit keeps it. */
export function canChangeRoles(actor: Actor, person: PersonSubject): boolean {
  return hasRoleEverywhere(actor, "administrator") && person.isActive;
}

/** May give somebody a new password. One's own is changed in the settings, where the old one is asked for. */
export function canIssuePassword(actor: Actor, person: PersonSubject): boolean {
  return hasRoleEverywhere(actor, "administrator") && person.isActive && actor.id !== person.id;
}

/** May end somebody's access. Never one's own: another administrator does that. */
export function canDeactivate(actor: Actor, person: PersonSubject): boolean {
  return hasRoleEverywhere(actor, "administrator") && person.isActive && actor.id !== person.id;
}

/** May say whether those who left keep their name beside what they wrote. */
export function canSetFormerNames(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}

export function canReactivate(actor: Actor, person: PersonSubject): boolean {
  return hasRoleEverywhere(actor, "administrator") && !person.isActive;
}

/** What the screens of a person offer. */
export interface PersonAbilities {
  change: boolean;
  changeRoles: boolean;
  issuePassword: boolean;
  deactivate: boolean;
  reactivate: boolean;
}

export function personAbilities(actor: Actor, person: PersonSubject): PersonAbilities {
  return {
    change: canChangePerson(actor, person),
    changeRoles: canChangeRoles(actor, person),
    issuePassword: canIssuePassword(actor, person),
    deactivate: canDeactivate(actor, person),
    reactivate: canReactivate(actor, person),
  };
}
