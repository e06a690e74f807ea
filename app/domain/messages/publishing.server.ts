import { after, DAY, now, SECOND } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { Conflict, Invalid, invalidForm, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { enqueue, removeJob } from "~/kernel/queue.server";
import { inStead, type Actor } from "~/policy/actor";
import { canPublishMessage } from "~/policy/messages";
import { publicationBlockers } from "./blockers";
import { LIVE_TOPIC, MESSAGE, messageEvents } from "./events";
import type { MessageRecord } from "./message-record";
import { factsOf, lockRecord } from "./message-record.server";
import { mailJobKey, PUBLISH_MESSAGE, publicationJobKey, SEND_MESSAGE_MAIL } from "./publication-job";

/** How long a publication can be called back untouched; mail leaves when it has passed. */
export const RECALL_WINDOW = 30 * SECOND;
const FURTHEST = 366 * DAY;

/**
 * Publishes a message now: its readers see it as soon as this is committed, whatever their number.
 * @param revision the one the publisher saw @throws NotFound, Conflict (changed meanwhile), Invalid (something blocks it)
 */
export async function publishMessage(actor: Actor, id: string, revision: number): Promise<void> {
  await transaction(async (tx) => {
    const record = await lockForPublication(tx, actor, id);
    if (record.revision !== revision) throw new Conflict("message");
    if (record.state === "published") return;
    requireNoBlockers(record);
    await publish(tx, record, actor);
  });
}

/**
 * Publishes a message at a moment to come.
 * @throws NotFound, Conflict (changed meanwhile), Invalid (something blocks it, or the moment is past or over a year away)
 */
export async function scheduleMessage(actor: Actor, id: string, revision: number, at: Date): Promise<void> {
  await transaction(async (tx) => {
    const record = await lockForPublication(tx, actor, id);
    if (record.revision !== revision) throw new Conflict("message");
    if (record.state === "published") throw invalidForm("studio-messages:errors.published");
    if (at <= now()) throw new Invalid({ date: "studio-messages:errors.past" });
    if (at > after(FURTHEST)) throw new Invalid({ date: "studio-messages:errors.tooFar" });
    requireNoBlockers(record);
    await tx.message.update({ where: { id }, data: { state: "scheduled", publishAt: at, isStarter: false, updatedAt: now() } });
    const payload = { messageId: id, publishAt: at.toISOString() };
    await enqueue(tx, PUBLISH_MESSAGE, payload, { runAt: at, jobKey: publicationJobKey(id) });
    await recordEvent(tx, {
      type: messageEvents.scheduled, actorId: actor.id, subjectKind: MESSAGE, subjectId: id,
      payload: { publishAt: payload.publishAt, revision }, audit: { details: publishesInStead(actor, record) },
    });
  });
}

/** Takes the time back; the message is a draft again. Without effect when none was set. @throws NotFound */
export async function unscheduleMessage(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const record = await lockForPublication(tx, actor, id);
    if (record.state !== "scheduled") return;
    await removeJob(tx, publicationJobKey(id));
    await backToDraft(tx, id);
    await recordEvent(tx, { type: messageEvents.unscheduled, actorId: actor.id, subjectKind: MESSAGE, subjectId: id, audit: { details: publishesInStead(actor, record) } });
  });
}

/**
 * Publishes a scheduled message; the job calls it when its time has come. The time in the job decides,
 * not this machine's clock, which may be behind the queue's. Another time, or none: nothing to do.
 */
export async function publishScheduledMessage(id: string, publishAt: Date): Promise<void> {
  await transaction(async (tx) => {
    const record = await lockRecord(tx, id).catch(ignoreMissing);
    if (record?.state !== "scheduled" || record.publishAt?.getTime() !== publishAt.getTime()) return;
    if (publicationBlockers(record).length === 0) return publish(tx, record, null);
    // A rule came in between: it waits as a draft, which says what is missing.
    await backToDraft(tx, id);
    await recordEvent(tx, {
      type: messageEvents.held, actorId: null, subjectKind: MESSAGE, subjectId: id, audit: {},
      live: { topic: LIVE_TOPIC, people: record.editorIds },
    });
  });
}

/**
 * Calls a publication back within its 30 seconds: a draft again, as it was, with its approval; nobody
 * sees it and no mail leaves. The row's lock decides against the mails: one of the two comes first.
 * @throws NotFound, Invalid (its mails are on their way, or its time is over)
 */
export async function recallMessage(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const record = await lockForPublication(tx, actor, id);
    if (record.state !== "published") return;
    const isOver = record.publishedAt === null || now() >= after(RECALL_WINDOW, record.publishedAt);
    if (record.mailedAt || isOver) throw invalidForm("studio-messages:errors.recallOver");
    await removeJob(tx, mailJobKey(id));
    await tx.messageAudience.updateMany({ where: { messageId: id }, data: { publishedAt: null, asksConfirmation: false } });
    await backToDraft(tx, id);
    await recordEvent(tx, {
      type: messageEvents.recalled, actorId: actor.id, subjectKind: MESSAGE, subjectId: id, audit: { details: publishesInStead(actor, record) }, live: liveFor(record),
    });
  });
}

const publishesInStead = (actor: Actor, record: MessageRecord) => inStead(actor, (as) => canPublishMessage(as, factsOf(record)));

async function publish(tx: Tx, record: MessageRecord, actor: Actor | null): Promise<void> {
  const { id, asksConfirmation } = record;
  const publishedAt = now();
  // Whoever opened or confirmed it before it was called back did so with something that never came out.
  await tx.readReceipt.deleteMany({ where: { messageId: id } });
  await tx.acknowledgement.deleteMany({ where: { messageId: id } });
  await tx.message.update({ where: { id }, data: { state: "published", publishedAt, publishAt: null, mailedAt: null, isStarter: false, updatedAt: publishedAt } });
  await tx.messageAudience.updateMany({ where: { messageId: id }, data: { publishedAt, asksConfirmation } });
  await tx.messageApproval.updateMany({ where: { messageId: id, decision: "waiting" }, data: { decision: "void" } });
  await removeJob(tx, publicationJobKey(id));
  if (record.sendsMail) {
    const payload = { messageId: id, publishedAt: publishedAt.toISOString() };
    await enqueue(tx, SEND_MESSAGE_MAIL, payload, { runAt: after(RECALL_WINDOW, publishedAt), jobKey: mailJobKey(id) });
  }
  await recordEvent(tx, {
    type: messageEvents.published, actorId: actor?.id ?? null, subjectKind: MESSAGE, subjectId: id,
    payload: { revision: record.revision, departments: record.audience.map((department) => department.id) },
    audit: { details: { contentHash: record.contentHash, ...(actor && publishesInStead(actor, record)) } }, live: liveFor(record),
  });
}

async function lockForPublication(tx: Tx, actor: Actor, id: string): Promise<MessageRecord> {
  const record = await lockRecord(tx, id);
  if (!canPublishMessage(actor, factsOf(record))) throw new NotFound("message");
  return record;
}

function requireNoBlockers(record: MessageRecord): void {
  if (publicationBlockers(record).length > 0) throw invalidForm("studio-messages:errors.blocked");
}

function backToDraft(tx: Tx, id: string) {
  return tx.message.update({ where: { id }, data: { state: "draft", publishAt: null, publishedAt: null, updatedAt: now() } });
}

function liveFor(record: MessageRecord) {
  return { topic: LIVE_TOPIC, departments: record.audience.map(({ id }) => id) };
}

/** A message that was thrown away has nothing left to do. */
export function ignoreMissing(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
