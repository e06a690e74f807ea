import { shownName, shownProfile } from "~/domain/people/shown-names.server";
import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import { hasRole, insteadOf, nameOfAbsent, type Actor } from "~/policy/actor";
import { canEditPost, canReviewPost, postApprovalHindrance, reviewablePosts, reviewsInsteadOf, canApprovePost, type PostApprovalHindrance } from "~/policy/library";
import { findApprovers } from "./approvers.server";
import type { PersonName, PostRecord } from "./post";
import { approvalFacts, findPostRecord, waitingApproval } from "./post-record.server";

export interface PostReview {
  post: PostRecord;
  /** Why this person may not decide, or null when they may. */
  hindrance: PostApprovalHindrance | null;
  /** It waits for a decision. */
  isWaiting: boolean;
  /** The wait is over its deadline. */
  isOverdue: boolean;
  /** In whose stead they would decide. */
  insteadOf: string | null;
  /** Who may decide. */
  approvers: PersonName[];
  mayEdit: boolean;
}

/**
 * A post exactly as it will be offered, for those who approve for its audience and those who may edit
 * it. Two statements. @throws NotFound
 */
export async function getPostReview(actor: Actor, id: string | undefined): Promise<PostReview> {
  const post = isUuid(id) ? await findPostRecord(id) : null;
  if (!post) throw new NotFound("post");
  const facts = approvalFacts(post, now());
  // An approver sees what was put before them; a draft that was not is its editors' own.
  const isPutBefore =
    (post.approvals.length > 0 && canReviewPost(actor, facts)) || post.approvals.some(({ decidedBy }) => decidedBy?.id === actor.id);
  if (!isPutBefore && !canEditPost(actor, facts)) throw new NotFound("post");
  const { people } = await findApprovers(post);
  return {
    post,
    hindrance: postApprovalHindrance(actor, facts),
    isWaiting: waitingApproval(post) !== null,
    isOverdue: facts.isOverdue,
    insteadOf: insteadOf(actor, (as) => canApprovePost(as, facts))?.name ?? null,
    approvers: (actor.isGuest ? [] : people).map(({ id: personId, givenName, familyName }) => ({ id: personId, givenName, familyName })),
    mayEdit: canEditPost(actor, facts),
  };
}

export interface WaitingPost {
  id: string;
  title: string;
  why: string;
  requestedBy: string;
  /** Their id while their profile opens. */
  requesterProfile: string | null;
  requestedAt: Date;
  dueAt: Date;
  /** Who is away and could decide; null where this person may in their own right. */
  insteadOf: string | null;
}

/** What waits for this person's decision, the most urgent first; at most 100. One statement. */
export async function listPostsToReview(actor: Actor): Promise<WaitingPost[]> {
  if (!hasRole(actor, "approver") && !hasRole(actor, "administrator")) return [];
  const rows = await query<WaitingPost>(sql`
    SELECT p.id, ${reviewsInsteadOf(actor)} AS "insteadOf", p.title, p.why, ${shownName("x", sql`${actor.language}::text`)} AS "requestedBy", ${shownProfile("x")} AS "requesterProfile", w.requested_at AS "requestedAt", w.due_at AS "dueAt"
    FROM post p JOIN post_approval w ON w.post_id = p.id AND w.decision = 'waiting' JOIN person x ON x.id = w.requested_by_id
    WHERE p.state = 'in_review' AND ${reviewablePosts(actor)} ORDER BY w.due_at, p.id LIMIT 100`);
  return rows.map((row) => ({ ...row, insteadOf: nameOfAbsent(actor, row.insteadOf) }));
}
