import { now } from "~/kernel/clock";
import { transaction } from "~/kernel/db.server";
import { Conflict, Forbidden, invalidForm, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { queueMail } from "~/kernel/mail/outbox.server";
import { renderMail } from "~/kernel/mail/render.server";
import { enqueue } from "~/kernel/queue.server";
import { sql } from "~/kernel/sql";
import { loadWorkingCalendar } from "~/domain/company/calendar.server";
import { addWorkingDays } from "~/domain/company/working-calendar";
import { findActor } from "~/domain/people/actors.server";
import { inStead, type Actor } from "~/policy/actor";
import { approvalHindrance, canApproveMessage, canEditMessage, editableMessages } from "~/policy/messages";
import { approvalDecided } from "../../../emails/approval-decided";
import { listApprovers, prepareRequestMails } from "./approvers.server";
import { contentBlockers } from "./blockers";
import { LIVE_TOPIC, MESSAGE, messageEvents } from "./events";
import { framesIn } from "~/domain/people/mail-frame.server";
import { approvalState, titleOf, type MessageRecord } from "./message-record";
import { approvalFactsOf, factsOf, getRecord, lockRecord } from "./message-record.server";
import { ESCALATE_APPROVAL } from "./publication-job";

/** After so many working days without an answer, administrators deputise for the approvers. */
const APPROVAL_WAIT = 2;

/**
 * Asks those who may approve to look at exactly this content.
 * @throws NotFound, Conflict (changed meanwhile), Invalid (something is missing, or nobody could approve it)
 */
export async function requestApproval(actor: Actor, id: string, revision: number): Promise<void> {
  const seen = await getRecord(id, editableMessages(actor));
  const approvers = await listApprovers(seen);
  if (approvers.length === 0) throw invalidForm("studio-messages:errors.noApprover");
  const approvalId = crypto.randomUUID();
  const dueAt = addWorkingDays(now(), APPROVAL_WAIT, await loadWorkingCalendar());
  const queueMails = await prepareRequestMails(seen, approvers, `approval:${approvalId}`);
  await transaction(async (tx) => {
    const record = await lockRecord(tx, id);
    if (!canEditMessage(actor, factsOf(record))) throw new NotFound("message");
    if (record.revision !== revision || record.contentHash !== seen.contentHash) throw new Conflict("message");
    const state = approvalState(record);
    if (state === "waiting" || state === "approved") return;
    if (record.state === "published") throw invalidForm("studio-messages:errors.published");
    if (contentBlockers(record).length > 0) throw invalidForm("studio-messages:errors.blocked");
    await tx.messageApproval.create({
      data: { id: approvalId, messageId: id, contentHash: record.contentHash, requestedById: actor.id, requestedAt: now(), dueAt },
    });
    await tx.message.update({ where: { id }, data: { state: "in_review", isStarter: false, updatedAt: now() } });
    await queueMails(tx);
    await enqueue(tx, ESCALATE_APPROVAL, { approvalId, messageId: id }, { runAt: dueAt, jobKey: `${ESCALATE_APPROVAL}:${approvalId}` });
    await recordEvent(tx, {
      type: messageEvents.approvalRequested, actorId: actor.id, subjectKind: MESSAGE, subjectId: id, payload: { approvalId },
      live: { topic: LIVE_TOPIC, people: approvers.map((approver) => approver.id) },
    });
  });
}

export interface Decision {
  decision: "approved" | "declined";
  /** Of the content that the approver looked at. */
  contentHash: string;
  note: string;
}

/**
 * Approves or declines exactly the content that was looked at. Of two who decide at once the first
 * counts; the second one is told.
 * @throws NotFound, Forbidden, Conflict (changed, or decided by another)
 */
export async function decideApproval(actor: Actor, id: string, { decision, contentHash, note }: Decision): Promise<void> {
  const mail = await prepareDecisionMail(actor, id, decision, note);
  await transaction(async (tx) => {
    const record = await lockRecord(tx, id);
    const { approval } = record;
    // The same answer sent twice is one answer.
    if (approval?.decision === decision && approval.decidedById === actor.id && approval.contentHash === contentHash) return;
    const hindrance = approvalHindrance(actor, approvalFactsOf(record));
    if (hindrance === "role" || hindrance === "scope") throw new NotFound("message");
    if (hindrance) throw new Forbidden(hindrance);
    if (approval?.decision !== "waiting" || record.contentHash !== contentHash || approval.contentHash !== contentHash)
      throw new Conflict("approval");
    await tx.messageApproval.update({ where: { id: approval.id }, data: { decision, decidedById: actor.id, decidedAt: now(), note } });
    await tx.message.update({ where: { id }, data: { state: "draft", updatedAt: now() } });
    if (mail?.requestedById === approval.requestedById) await queueMail(tx, mail.queued);
    await recordEvent(tx, {
      type: decision === "approved" ? messageEvents.approved : messageEvents.declined,
      actorId: actor.id, subjectKind: MESSAGE, subjectId: id, payload: { approvalId: approval.id },
      audit: { details: { contentHash, ...inStead(actor, (as) => canApproveMessage(as, approvalFactsOf(record))) } },
      live: { topic: LIVE_TOPIC, people: [approval.requestedById, ...record.editorIds] },
    });
  });
}

async function prepareDecisionMail(actor: Actor, id: string, decision: Decision["decision"], note: string) {
  const record = await getForReview(actor, id);
  const requestedById = record.approval?.requestedById;
  const asker = requestedById ? await findActor(requestedById) : null;
  if (!asker?.email) return null;
  const [frame] = await framesIn([asker.language]);
  const rendered = await renderMail(
    approvalDecided({ ...frame!, givenName: asker.givenName }, {
      kind: "message", id, title: titleOf(record), isApproved: decision === "approved",
      author: `${actor.givenName} ${actor.familyName}`, note,
    }),
  );
  return { requestedById: asker.id, queued: { ...rendered, to: { personId: asker.id, address: asker.email } } };
}

/** A message as an approver looks at it: those who approve for its audience, and those who may edit it. @throws NotFound */
export async function getForReview(actor: Actor, id: string): Promise<MessageRecord> {
  const record = await getRecord(id, sql`TRUE`);
  const hindrance = approvalHindrance(actor, approvalFactsOf(record));
  const isOutOfSight = hindrance === "role" || hindrance === "scope";
  if (isOutOfSight && !canEditMessage(actor, factsOf(record))) throw new NotFound("message");
  return record;
}
