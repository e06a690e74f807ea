import { randomUUID } from "node:crypto";
import { now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { Conflict, Forbidden, Invalid, invalidForm, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { enqueue } from "~/kernel/queue.server";
import { inStead, type Actor } from "~/policy/actor";
import { loadWorkingCalendar } from "~/domain/company/calendar.server";
import { addWorkingDays } from "~/domain/company/working-calendar";
import { canApprovePost, canEditPost, canEndPost, canReviewPost } from "~/policy/library";
import { prepareRequests, queueDecision, renderDecision } from "./approval-mails.server";
import { findApprovers } from "./approvers.server";
import { listBlockers } from "./blockers";
import { hashPost } from "./content-hash.server";
import { ESCALATE_POST_APPROVAL, libraryEvents } from "./events";
import type { PostRecord } from "./post";
import { approvalFacts, findPostRecord, lockPostRecord, waitingApproval } from "./post-record.server";

/** A wait has a deadline, in working days; after it administrators may decide instead. */
const APPROVAL_TAKES = 2;

const aboutPost = (actor: Actor, id: string) => ({ actorId: actor.id, subjectKind: "post", subjectId: id }) as const;

/**
 * Asks for a second pair of eyes on exactly this revision; everybody who may decide gets a mail. Asking
 * twice is asking once.
 * @throws NotFound; Conflict when it was edited since; Invalid while something stands in the way
 */
export async function requestPostApproval(actor: Actor, id: string, revision: number): Promise<void> {
  const shown = await findPostRecord(id);
  if (!shown || !mayEdit(actor, shown)) throw new NotFound("post");
  const approvers = await findApprovers(shown);
  const approvalId = randomUUID();
  const dueAt = addWorkingDays(now(), APPROVAL_TAKES, await loadWorkingCalendar());
  const queueMails = await prepareRequests(actor, shown, approvers.people, `post-approval:${approvalId}`);
  await transaction(async (tx) => {
    const post = await lockPostRecord(tx, id);
    if (!post || !mayEdit(actor, post)) throw new NotFound("post");
    if (post.revision !== revision || post.contentHash !== shown.contentHash) throw new Conflict("post");
    if (post.state === "in_review" || post.state === "approved") return;
    if (listBlockers(post, approvers, now()).length > 0) throw invalidForm("studio-library:error.blocked");
    await tx.postApproval.create({
      data: { id: approvalId, postId: id, contentHash: post.contentHash, requestedById: actor.id, requestedAt: now(), dueAt },
    });
    await tx.post.update({ where: { id }, data: { state: "in_review", isStarter: false, updatedAt: now() } });
    await queueMails(tx);
    await enqueue(tx, ESCALATE_POST_APPROVAL, { approvalId, postId: id }, { runAt: dueAt, jobKey: `${ESCALATE_POST_APPROVAL}:${approvalId}` });
    await recordEvent(tx, {
      ...aboutPost(actor, id), type: libraryEvents.approvalRequested, payload: { approvalId, contentHash: post.contentHash }, live: { topic: "library" },
    });
  });
}

export interface Decision {
  /** The content that was on the approver's screen. */
  contentHash: string;
  note: string;
}

/**
 * Approves exactly the content that was on the screen: from this moment on it is offered.
 * @throws NotFound; Forbidden for who may see but not decide; Conflict when it is another content by now
 */
export async function approvePost(actor: Actor, id: string, decision: Decision): Promise<void> {
  await decide(actor, id, { ...decision, isApproved: true });
}

/** Sends it back with what to change. @throws as approvePost; Invalid without a note */
export async function declinePost(actor: Actor, id: string, decision: Decision): Promise<void> {
  if (decision.note === "") throw new Invalid({ note: "studio-library:error.noteNeeded" });
  await decide(actor, id, { ...decision, isApproved: false });
}

async function decide(actor: Actor, id: string, decision: Decision & { isApproved: boolean }): Promise<void> {
  const shown = await findPostRecord(id);
  const requestedBy = shown && waitingApproval(shown)?.requestedBy;
  const mail = shown && requestedBy && (await renderDecision(actor, shown, requestedBy.id, decision));
  await transaction(async (tx) => {
    const post = await lockPostRecord(tx, id);
    if (!post) throw new NotFound("post");
    if (isDecidedAlready(actor, post, decision)) return;
    const facts = approvalFacts(post, now());
    if (!canApprovePost(actor, facts)) throw canReviewPost(actor, facts) || canEditPost(actor, facts) ? new Forbidden("approval") : new NotFound("post");
    const waiting = waitingApproval(post);
    // The stored hash is computed anew: what is approved is what is there, whatever was written beside it.
    const hashes = [waiting?.contentHash, post.contentHash, hashPost(post)];
    if (!waiting || hashes.some((hash) => hash !== decision.contentHash)) throw new Conflict("post");
    await tx.postApproval.update({
      where: { id: waiting.id },
      data: { decision: decision.isApproved ? "approved" : "declined", decidedById: actor.id, decidedAt: now(), note: decision.note },
    });
    await putOnOffer(tx, id, decision.isApproved ? now() : null, decision.isApproved ? "approved" : "draft");
    await recordEvent(tx, {
      ...aboutPost(actor, id), type: decision.isApproved ? libraryEvents.approved : libraryEvents.declined,
      payload: { approvalId: waiting.id, requestedById: waiting.requestedBy.id },
      audit: { details: { contentHash: decision.contentHash, note: decision.note, ...inStead(actor, (as) => canApprovePost(as, facts)) } }, live: { topic: "library" },
    });
    if (mail && mail.personId === waiting.requestedBy.id) await queueDecision(tx, waiting.id, mail);
  });
}

/** The same decision sent twice has one effect and the same answer. */
function isDecidedAlready(actor: Actor, post: PostRecord, { contentHash, isApproved }: Decision & { isApproved: boolean }): boolean {
  const last = post.approvals[0];
  const wanted = isApproved ? "approved" : "declined";
  return last?.decision === wanted && last.decidedBy?.id === actor.id && last.contentHash === contentHash && post.contentHash === contentHash;
}

/** Takes an approved post off offer for good; links that were shared keep working. Ending twice is ending once. @throws NotFound, Conflict */
export async function endPost(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const post = await lockPostRecord(tx, id);
    if (!post || !canEndPost(actor, approvalFacts(post, now()))) throw new NotFound("post");
    if (post.state === "ended") return;
    if (post.state !== "approved") throw new Conflict("post");
    await putOnOffer(tx, id, null, "ended");
    await recordEvent(tx, {
      ...aboutPost(actor, id), type: libraryEvents.ended, payload: { contentHash: post.contentHash }, audit: { details: inStead(actor, (as) => canEndPost(as, approvalFacts(post, now()))) }, live: { topic: "library" },
    });
  });
}

/** Readers find posts by their audience's rows: these and the post say the same, in one transaction. */
async function putOnOffer(tx: Tx, id: string, approvedAt: Date | null, state: "approved" | "draft" | "ended"): Promise<void> {
  await tx.post.update({ where: { id }, data: { state, approvedAt, updatedAt: now() } });
  await tx.postAudience.updateMany({ where: { postId: id }, data: { approvedAt } });
}

function mayEdit(actor: Actor, post: PostRecord): boolean {
  return canEditPost(actor, approvalFacts(post, now()));
}
