import { now } from "~/kernel/clock";
import { empty, join, sql, type Sql } from "~/kernel/sql";
import { hasRole, hasRoleFor, hasRoleForAll, capacities, roleScope, roleScopes, type Actor, type DepartmentPath, type Role } from "./actor";

/** What a decision about a post needs to know of it. */
export interface PostFacts {
  authorId: string;
  /** The departments that may share it, each with everything above it. */
  audience: readonly DepartmentPath[];
  /** Where its author worked, when they have left: others take over what is for nobody yet. */
  leftFrom?: DepartmentPath | null;
  /** It was approved: what a guest drafted is the company's from then on. */
  isOut?: boolean;
}

/** The same, for an approval. */
export interface PostApprovalFacts extends PostFacts {
  /** Everybody who created or edited it. */
  editorIds: readonly string[];
  /** The wait is over its deadline: administrators deputise. */
  isOverdue: boolean;
}

export function canWritePosts(actor: Actor): boolean {
  return hasRole(actor, "publisher") || hasRole(actor, "drafter");
}

/**
 * Publishers whose part of the tree holds all of the audience; before there is one, its author, and
 * after the author left, their department's publishers. Who only drafts: their own, for their departments.
 */
export function canEditPost(actor: Actor, { authorId, audience, leftFrom, isOut }: PostFacts): boolean {
  if (actor.isGuest && isOut) return false;
  if (hasRoleForAll(actor, "publisher", audience)) return true;
  if (authorId === actor.id && hasRoleForAll(actor, "drafter", audience)) return true;
  if (audience.length > 0) return false;
  return (authorId === actor.id && canWritePosts(actor)) || (!!leftFrom && hasRoleFor(actor, "publisher", leftFrom));
}

/** Taking a post off offer is a publisher's act. */
export function canEndPost(actor: Actor, { audience }: PostFacts): boolean {
  return hasRoleForAll(actor, "publisher", audience);
}

/** Condition on `p` (post): the row filter of `canEditPost`. */
export function editablePosts(actor: Actor): Sql {
  if (!canWritePosts(actor)) return sql`FALSE`;
  const drafts = wholeAudience(actor, "drafter");
  const mine = sql`(p.author_id = ${actor.id}::uuid AND (${forNobody} OR ${drafts}))`;
  if (actor.isGuest) return sql`(p.state IN ('draft', 'in_review') AND ${mine})`;
  return sql`(${wholeAudience(actor, "publisher")} OR ${mine} OR (${forNobody} AND ${byLeaverUnder(roleScope(actor, "publisher"))}))`;
}

const forNobody = sql`NOT EXISTS (SELECT 1 FROM post_audience a WHERE a.post_id = p.id)`;

/** Its author has left one of the scope's departments. */
function byLeaverUnder(scope: string[] | null): Sql {
  if (scope === null) return sql`TRUE`;
  return sql`EXISTS (
    SELECT 1 FROM person w JOIN department_closure c ON c.descendant_id = w.department_id
    WHERE w.id = p.author_id AND w.deactivated_at IS NOT NULL AND c.ancestor_id = ANY(${scope}::uuid[]))`;
}

/** Why this person may not approve it, or null when they may. */
export type PostApprovalHindrance = "role" | "scope" | "edited";

export function postApprovalHindrance(actor: Actor, facts: PostApprovalFacts): PostApprovalHindrance | null {
  const found = capacities(actor).map((as) => hindranceIn(as, facts));
  // What stands in the way of whoever came the farthest.
  return found.includes(null) ? null : HINDRANCES.findLast((each) => found.includes(each))!;
}

const HINDRANCES = ["role", "scope", "edited"] as const satisfies readonly PostApprovalHindrance[];

/** Who stands in for somebody approves what neither of them wrote. */
function hindranceIn(as: Actor, facts: PostApprovalFacts): PostApprovalHindrance | null {
  const deputises = facts.isOverdue && hasRole(as, "administrator");
  if (!hasRole(as, "approver") && !deputises) return "role";
  if (!canReviewPost(as, facts)) return "scope";
  const both = as.standsInFor ? [as, as.standsInFor] : [as];
  return both.some(({ id }) => facts.authorId === id || facts.editorIds.includes(id)) ? "edited" : null;
}

/** An approver for all of the audience who neither created nor edited it. */
export function canApprovePost(actor: Actor, facts: PostApprovalFacts): boolean {
  return postApprovalHindrance(actor, facts) === null;
}

/** Whoever approves for all of the audience sees what waits, also what they may not decide about. */
export function canReviewPost(actor: Actor, facts: Pick<PostApprovalFacts, "audience" | "isOverdue">): boolean {
  return (
    hasRoleForAll(actor, "approver", facts.audience) ||
    (facts.isOverdue && hasRoleForAll(actor, "administrator", facts.audience))
  );
}

/** Condition on `p` (post): the row filter of `canApprovePost`, for those that wait. */
export function reviewablePosts(actor: Actor, at: Date = now()): Sql {
  return sql`(${join(capacities(actor).map((as) => reviewableIn(as, at)), " OR ")})`;
}

/** Of the same rows: the id of whom this person would stand in for; null where they decide in their own right. */
export function reviewsInsteadOf(actor: Actor, at: Date = now()): Sql {
  const [own, ...others] = capacities(actor);
  const cases = others.map((as) => sql`WHEN ${reviewableIn(as, at)} THEN ${as.standsInFor!.id}::uuid`);
  return cases.length ? sql`CASE WHEN ${reviewableIn(own!, at)} THEN NULL ${join(cases, " ")} END` : sql`NULL::uuid`;
}

function reviewableIn(as: Actor, at: Date): Sql {
  const people = as.standsInFor ? [as.id, as.standsInFor.id] : [as.id];
  return sql`(p.author_id <> ALL(${people}::uuid[])
    AND NOT EXISTS (SELECT 1 FROM post_editor e WHERE e.post_id = p.id AND e.person_id = ANY(${people}::uuid[]))
    AND EXISTS (
      SELECT 1 FROM post_approval w WHERE w.post_id = p.id AND w.decision = 'waiting'
        AND (${wholeAudience(as, "approver")} OR (w.due_at <= ${at}::timestamptz AND ${wholeAudience(as, "administrator")}))))`;
}

/** The whole audience lies where this role holds, in one capacity. */
function wholeAudience(actor: Actor, role: Role): Sql {
  const scopes = roleScopes(actor, role);
  return scopes.length ? sql`(${join(scopes.map(wholeAudienceIn), " OR ")})` : sql`FALSE`;
}

/** Everywhere, or an audience all of which lies under the scope's departments. */
function wholeAudienceIn(scope: string[] | null): Sql {
  if (scope === null) return sql`TRUE`;
  return sql`(EXISTS (SELECT 1 FROM post_audience a WHERE a.post_id = p.id)
    AND NOT EXISTS (
      SELECT 1 FROM post_audience a WHERE a.post_id = p.id AND NOT EXISTS (
        SELECT 1 FROM department_closure c
        WHERE c.descendant_id = a.department_id AND c.ancestor_id = ANY(${scope}::uuid[]))))`;
}

/** A post as readers of the offer find it. */
export interface OfferFacts {
  audienceIds: readonly string[];
  /** Approved exactly as it is, and neither edited nor ended since. */
  isOnOffer: boolean;
  validFrom: Date | null;
  /** The first moment at which it is valid no more. */
  validUntil: Date | null;
}

/** May share it: on offer, valid now, and for their department or one above it. */
export function canSharePost(actor: Pick<Actor, "ancestorIds">, post: OfferFacts, at: Date = now()): boolean {
  const isValid = (post.validFrom === null || post.validFrom <= at) && (post.validUntil === null || post.validUntil > at);
  return post.isOnOffer && isValid && post.audienceIds.some((id) => actor.ancestorIds.includes(id));
}

/** Condition on `p` (post): the row filter of `canSharePost`. */
export function offeredPosts(actor: Pick<Actor, "ancestorIds">, at: Date = now()): Sql {
  return sql`EXISTS (
    SELECT 1 FROM post_audience a
    WHERE a.post_id = p.id AND a.department_id = ANY(${actor.ancestorIds}::uuid[]) AND ${isOffered(at)})`;
}

/**
 * The same posts as rows `offered(post_id, approved_at)`, one for each department of the audience that
 * leads to them: for lists, which take their page from the index on (department, approved, post).
 * @param narrowed continues the WHERE of `a` (post_audience) and `p` (post) for each department:
 *   conditions, an order and a limit
 */
export function offeredByDepartment(actor: Pick<Actor, "ancestorIds">, narrowed: Sql = empty, at: Date = now()): Sql {
  return sql`(SELECT through.post_id, through.approved_at
    FROM unnest(${actor.ancestorIds}::uuid[]) AS mine(department_id)
    CROSS JOIN LATERAL (
      SELECT a.post_id, a.approved_at FROM post_audience a JOIN post p ON p.id = a.post_id
      WHERE a.department_id = mine.department_id AND ${isOffered(at)} ${narrowed}) AS through) AS offered`;
}

/** Condition on `a` (post_audience) and `p` (its post). */
function isOffered(at: Date): Sql {
  return sql`a.approved_at IS NOT NULL
    AND (p.valid_from IS NULL OR p.valid_from <= ${at}::timestamptz)
    AND (p.valid_until IS NULL OR p.valid_until > ${at}::timestamptz)`;
}

/** What the screens of a post offer this person. */
export interface PostAbilities {
  edit: boolean;
  approve: boolean;
  /** May let others become approvers. */
  invite: boolean;
}

export function postAbilities(actor: Actor, facts: PostApprovalFacts): PostAbilities {
  return { edit: canEditPost(actor, facts), approve: canApprovePost(actor, facts), invite: hasRole(actor, "administrator") };
}
