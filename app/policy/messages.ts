import { empty, join, sql, type Sql } from "~/kernel/sql";
import { hasRole, hasRoleFor, hasRoleForAll, capacities, roleScope, roleScopes, type Actor, type DepartmentPath, type Role } from "./actor";

/** What a decision about a message needs to know of it. */
export interface MessageFacts {
  authorId: string;
  /** The departments it is for, each with everything above it. */
  audience: readonly DepartmentPath[];
  /** Where its author worked, when they have left: others take over what is for nobody yet. */
  leftFrom?: DepartmentPath | null;
  /** It is published: what a guest drafted is the company's from then on. */
  isOut?: boolean;
}

/** The same, for an approval. */
export interface ApprovalFacts extends MessageFacts {
  authorDepartmentId: string;
  /** Everybody who created or edited it. */
  editorIds: readonly string[];
  /** The wait is over its deadline: administrators deputise. */
  isOverdue: boolean;
}

export function canWriteMessages(actor: Actor): boolean {
  return hasRole(actor, "publisher") || hasRole(actor, "drafter");
}

/**
 * Publishers whose part of the tree holds all of the audience; before there is one, its author, and
 * after the author left, their department's publishers. Who only drafts: their own, for their departments.
 */
export function canEditMessage(actor: Actor, facts: MessageFacts): boolean {
  const { authorId, audience, leftFrom, isOut } = facts;
  if (actor.isGuest && isOut) return false;
  if (canPublishMessage(actor, facts)) return true;
  if (authorId === actor.id && hasRoleForAll(actor, "drafter", audience)) return true;
  if (audience.length > 0) return false;
  return (authorId === actor.id && canWriteMessages(actor)) || (!!leftFrom && hasRoleFor(actor, "publisher", leftFrom));
}

/** Publishers alone, for all of the audience; its readers are answered by the same people. */
export function canPublishMessage(actor: Actor, { authorId, audience }: MessageFacts): boolean {
  if (hasRoleForAll(actor, "publisher", audience)) return true;
  return audience.length === 0 && authorId === actor.id && hasRole(actor, "publisher");
}
export const canAnswerRemarks = canPublishMessage;

/** Condition on `m` (message): the row filter of `canEditMessage`. */
export function editableMessages(actor: Actor): Sql {
  if (!canWriteMessages(actor)) return sql`FALSE`;
  const drafts = wholeAudience(actor, "drafter");
  const mine = sql`(m.author_id = ${actor.id}::uuid AND (${forNobody} OR ${drafts}))`;
  if (actor.isGuest) return sql`(m.state <> 'published' AND ${mine})`;
  return sql`(${wholeAudience(actor, "publisher")} OR ${mine} OR (${forNobody} AND ${byLeaverUnder(roleScope(actor, "publisher"))}))`;
}

/** Condition on `m` (message): the row filter of `canPublishMessage`. */
export function publishableMessages(actor: Actor): Sql {
  if (!hasRole(actor, "publisher")) return sql`FALSE`;
  return sql`(${wholeAudience(actor, "publisher")} OR (m.author_id = ${actor.id}::uuid AND ${forNobody}))`;
}

const forNobody = sql`NOT EXISTS (SELECT 1 FROM message_audience a WHERE a.message_id = m.id)`;

/** Its author has left one of the scope's departments. */
function byLeaverUnder(scope: string[] | null): Sql {
  if (scope === null) return sql`TRUE`;
  return sql`EXISTS (
    SELECT 1 FROM person p JOIN department_closure c ON c.descendant_id = p.department_id
    WHERE p.id = m.author_id AND p.deactivated_at IS NOT NULL AND c.ancestor_id = ANY(${scope}::uuid[]))`;
}

/** Why this person may not approve it, or null when they may. */
export type ApprovalHindrance = "role" | "scope" | "edited" | "sameDepartment";

export function approvalHindrance(actor: Actor, facts: ApprovalFacts): ApprovalHindrance | null {
  const found = capacities(actor).map((as) => hindranceIn(as, facts));
  // What stands in the way of whoever came the farthest.
  return found.includes(null) ? null : HINDRANCES.findLast((each) => found.includes(each))!;
}

const HINDRANCES = ["role", "scope", "edited", "sameDepartment"] as const satisfies readonly ApprovalHindrance[];

/** Who stands in for somebody approves what neither of them wrote, in a department that is neither's. */
function hindranceIn(as: Actor, facts: ApprovalFacts): ApprovalHindrance | null {
  const deputises = facts.isOverdue && hasRole(as, "administrator");
  if (!hasRole(as, "approver") && !deputises) return "role";
  if (!hasRoleForAll(as, "approver", facts.audience) && !(deputises && hasRoleForAll(as, "administrator", facts.audience))) return "scope";
  const both = as.standsInFor ? [as, as.standsInFor] : [as];
  if (both.some(({ id }) => facts.authorId === id || facts.editorIds.includes(id))) return "edited";
  return both.some(({ departmentId }) => facts.authorDepartmentId === departmentId) ? "sameDepartment" : null;
}

/** In another department than the author's, never who created or edited it, for all of the audience. */
export function canApproveMessage(actor: Actor, facts: ApprovalFacts): boolean {
  return approvalHindrance(actor, facts) === null;
}

/**
 * Condition on `m` (message) and `w` (its waiting approval): the row filter of `canApproveMessage`.
 * @param at the moment by which a wait is overdue
 */
export function approvableMessages(actor: Actor, at: Date): Sql {
  return sql`(${join(capacities(actor).map((as) => approvableIn(as, at)), " OR ")})`;
}

/** Of the same rows: the id of whom this person would stand in for; null where they decide in their own right. */
export function approvesInsteadOf(actor: Actor, at: Date): Sql {
  const [own, ...others] = capacities(actor);
  const cases = others.map((as) => sql`WHEN ${approvableIn(as, at)} THEN ${as.standsInFor!.id}::uuid`);
  return cases.length ? sql`CASE WHEN ${approvableIn(own!, at)} THEN NULL ${join(cases, " ")} END` : sql`NULL::uuid`;
}

function approvableIn(as: Actor, at: Date): Sql {
  const approves = wholeAudience(as, "approver");
  const deputises = hasRole(as, "administrator") ? sql`(w.due_at <= ${at}::timestamptz AND ${wholeAudience(as, "administrator")})` : sql`FALSE`;
  const both = as.standsInFor ? [as, as.standsInFor] : [as];
  const [people, departments] = [both.map(({ id }) => id), both.map(({ departmentId }) => departmentId)];
  return sql`((${approves} OR ${deputises})
    AND m.author_id <> ALL(${people}::uuid[])
    AND NOT EXISTS (SELECT 1 FROM message_editor e WHERE e.message_id = m.id AND e.person_id = ANY(${people}::uuid[]))
    AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = m.author_id AND p.department_id = ANY(${departments}::uuid[])))`;
}

/** The whole audience lies where this role holds, in one capacity. */
function wholeAudience(actor: Actor, role: Role): Sql {
  const scopes = roleScopes(actor, role);
  return scopes.length ? sql`(${join(scopes.map(ownScope), " OR ")})` : sql`FALSE`;
}

/** Everywhere, or an audience all of which lies under the scope's departments. */
function ownScope(scope: string[] | null): Sql {
  if (scope === null) return sql`TRUE`;
  return sql`(EXISTS (SELECT 1 FROM message_audience a WHERE a.message_id = m.id)
    AND NOT EXISTS (
      SELECT 1 FROM message_audience a WHERE a.message_id = m.id AND NOT EXISTS (
        SELECT 1 FROM department_closure c
        WHERE c.descendant_id = a.department_id AND c.ancestor_id = ANY(${scope}::uuid[]))))`;
}

/** Opened to everybody in its audience by its publisher, or one's own: other versions stay hidden. */
export function canReadVersion(version: { isOwn: boolean; isOpenToAll: boolean }): boolean {
  return version.isOwn || version.isOpenToAll;
}

/** Condition on `m` (message): the row filter of `canReadVersion` for versions that are not the reader's own. */
export const openVersions: Sql = sql`m.is_open_to_all`;

/**
 * What a reader sees: the published messages for their department or one above it, as rows
 * `seen(message_id, published_at, asks_confirmation, nth)`, one for each department of the audience that
 * leads to them, which is the `nth` of the reader's departments, the nearest first. This is the only
 * place that says who reads what.
 * @param narrowed continues the WHERE of `a` (message_audience) for each department: conditions, an
 *   order and a limit, which the index on (department, published, message) serves from its start
 */
export function visibleMessages(actor: Pick<Actor, "ancestorIds">, narrowed: Sql = empty): Sql {
  return sql`(SELECT through.message_id, through.published_at, through.asks_confirmation, mine.nth::int AS nth
    FROM unnest(${actor.ancestorIds}::uuid[]) WITH ORDINALITY AS mine(department_id, nth)
    CROSS JOIN LATERAL (
      SELECT a.message_id, a.published_at, a.asks_confirmation FROM message_audience a
      WHERE a.department_id = mine.department_id AND a.published_at IS NOT NULL ${narrowed}) AS through) AS seen`;
}

/** Those who administer the company say what needs a second pair of eyes. */
export function canSetApprovalRules(actor: Actor): boolean {
  return hasRole(actor, "administrator");
}
