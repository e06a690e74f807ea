import { sql, type Sql } from "~/kernel/sql";
import { capacities, hasRoleEverywhere, roleScope, type Actor } from "./actor";

/** What a decision about a win needs to know of it. */
export interface WinFacts {
  kind: "win" | "thanks" | "milestone";
  /** Null for milestones. */
  giverId: string | null;
  /** Who was thanked, by name. */
  thankedIds: readonly string[];
  isRemoved: boolean;
  /** Whoever removed it: its giver, or a moderator. */
  removedById: string | null;
}

/** Wins are for everybody who works here. */
export function canSeeWins(actor: Actor): boolean {
  return !actor.isGuest;
}

/**
 * The whole company sees a win. One that a moderator removed is seen, with the reason, by its giver and
 * those it thanked; one that its giver took back by the giver alone. Moderators see both.
 */
export function canSeeWin(actor: Actor, win: WinFacts): boolean {
  if (!canSeeWins(actor)) return false;
  if (!win.isRemoved || canModerateWins(actor) || win.giverId === actor.id) return true;
  return win.thankedIds.includes(actor.id) && win.removedById !== win.giverId;
}

/** Condition on `w` (win): the row filter of `canSeeWin`. */
export function visibleWins(actor: Actor): Sql {
  if (!canSeeWins(actor)) return sql`FALSE`;
  if (canModerateWins(actor)) return sql`TRUE`;
  return sql`(w.removed_at IS NULL OR w.giver_id = ${actor.id}::uuid
    OR (w.removed_by_id IS DISTINCT FROM w.giver_id
      AND EXISTS (SELECT 1 FROM win_person t WHERE t.win_id = w.id AND t.person_id = ${actor.id}::uuid)))`;
}

export function canGiveThanks(actor: Actor): boolean {
  return canSeeWins(actor);
}

/** Nobody thanks themselves, and leavers would not hear of it. */
export function canBeThanked(actor: Actor, person: { id: string; isActive: boolean }): boolean {
  return person.isActive && person.id !== actor.id;
}

/** Its giver changes it and takes it back; a removed one stays as it is. */
export function canChangeWin(actor: Actor, win: WinFacts): boolean {
  return win.kind !== "milestone" && win.giverId === actor.id && !win.isRemoved && canSeeWins(actor);
}

/** Removes what breaks the company's rules, with a reason. Nobody judges their own, nor whose stead they stand in: they take it back. */
export function canRemoveWin(actor: Actor, win: WinFacts): boolean {
  if (win.isRemoved || win.giverId === actor.id) return false;
  return capacities(actor).some((as) => canModerateWins(as) && win.giverId !== as.standsInFor?.id);
}

export function canModerateWins(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "moderator");
}

/** Reactions and comments are for what stands. */
export function canAnswerWin(actor: Actor, win: WinFacts): boolean {
  return !win.isRemoved && canSeeWin(actor, win);
}

/** Its writer takes a comment back; a moderator removes it. */
export function canRemoveComment(actor: Actor, comment: { personId: string }): boolean {
  return comment.personId === actor.id || canModerateWins(actor);
}

/** Values, milestones and chat channels belong to those who administer the company. */
export function canArrangeWins(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}

/**
 * Whose coverage a person may look at: null is the whole company, for publishers of the whole company and
 * administrators; leaders see the departments of theirs; an empty list is nobody's.
 */
export function coverageScope(actor: Actor): string[] | null {
  if (hasRoleEverywhere(actor, "administrator") || hasRoleEverywhere(actor, "publisher")) return null;
  return roleScope(actor, "leader");
}

export function canSeeCoverage(actor: Actor): boolean {
  const scope = coverageScope(actor);
  return scope === null || scope.length > 0;
}
