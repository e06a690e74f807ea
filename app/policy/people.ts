import { now } from "~/kernel/clock";
import { sql, type Sql } from "~/kernel/sql";
import { hasRole, hasRoleEverywhere, hasRoleFor, roleScope, type Actor, type DepartmentPath, type Role } from "./actor";

/** Roles that can be limited to a part of the tree; the others hold for the whole company. */
export const LIMITABLE_ROLES: readonly Role[] = ["drafter", "publisher", "approver", "leader"];
/** Roles that are granted; everybody is an employee. */
export const GRANTED_ROLES = ["drafter", "publisher", "approver", "leader", "moderator", "administrator"] as const satisfies readonly Role[];
export type GrantedRole = (typeof GRANTED_ROLES)[number];

/** Somebody, as decisions about them see it. */
export interface PersonSubject {
  id: string;
  isActive: boolean;
  /** Guests are kept on their own page: no record to change, no role to give. */
  isGuest: boolean;
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
  return hasRoleEverywhere(actor, "administrator") && person.isActive && !person.isGuest;
}

/** May grant and revoke roles, also their own: the audit keeps it. */
export function canChangeRoles(actor: Actor, person: PersonSubject): boolean {
  return hasRoleEverywhere(actor, "administrator") && person.isActive && !person.isGuest;
}

/** May give somebody a new password. One's own is changed in the settings, where the old one is asked for. */
export function canIssuePassword(actor: Actor, person: PersonSubject): boolean {
  return hasRoleEverywhere(actor, "administrator") && person.isActive && !person.isGuest && actor.id !== person.id;
}

/** May invite people by mail and print their cards. */
export function canInvitePeople(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}

/** May set up kiosks and revoke them. */
export function canKeepKiosks(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}

/** May look for people without a mail address, to help them in. */
export function canHelpPeopleIn(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator") || hasRole(actor, "leader");
}

/** Somebody whose sign-in may be reset. */
export interface SignInSubject {
  id: string;
  isActive: boolean;
  hasMail: boolean;
  hasNumber: boolean;
  /** Any role beyond employee, of their own or of somebody they stand in for, now or soon. */
  hasRoles: boolean;
  departmentPath: DepartmentPath;
}

/**
 * May end what somebody signs in with and give them a new code. Leaders only in their part of the
 * tree, for people who can't ask for a link by mail, and never for those who may do more than others:
 * the code would be a way to their rights.
 */
export function canResetSignIn(actor: Actor, person: SignInSubject): boolean {
  if (!person.isActive || !person.hasNumber || person.id === actor.id) return false;
  if (hasRoleEverywhere(actor, "administrator")) return true;
  return !person.hasMail && !person.hasRoles && hasRoleFor(actor, "leader", person.departmentPath);
}

/** The rows of `person p` that `canResetSignIn` allows. */
export function resettablePeople(actor: Actor): Sql {
  const anybody = sql`p.deactivated_at IS NULL AND NOT p.is_guest AND p.personnel_number IS NOT NULL AND p.id <> ${actor.id}::uuid`;
  if (hasRoleEverywhere(actor, "administrator")) return anybody;
  if (!hasRole(actor, "leader")) return sql`FALSE`;
  const plain = sql`${anybody} AND p.email IS NULL AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM absence b WHERE b.deputy_id = p.id AND b.ends_at > ${now()}::timestamptz)`;
  const scope = roleScope(actor, "leader");
  return scope === null
    ? plain
    : sql`${plain} AND EXISTS (SELECT 1 FROM department_closure s WHERE s.descendant_id = p.department_id AND s.ancestor_id = ANY(${scope}::uuid[]))`;
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
  return hasRoleEverywhere(actor, "administrator") && !person.isActive && !person.isGuest;
}

/** What the screens of a person offer. */
export interface PersonAbilities {
  change: boolean;
  changeRoles: boolean;
  issuePassword: boolean;
  invite: boolean;
  resetSignIn: boolean;
  deactivate: boolean;
  reactivate: boolean;
}

export function personAbilities(actor: Actor, person: PersonSubject & { hasNumber: boolean }): PersonAbilities {
  return {
    change: canChangePerson(actor, person),
    changeRoles: canChangeRoles(actor, person),
    issuePassword: canIssuePassword(actor, person),
    invite: canInvitePeople(actor) && person.isActive && !person.isGuest,
    // Whom leaders may help as well is theirs to find; a record is seen by administrators and its own person.
    resetSignIn: canIssuePassword(actor, person) && person.hasNumber,
    deactivate: canDeactivate(actor, person),
    reactivate: canReactivate(actor, person),
  };
}
