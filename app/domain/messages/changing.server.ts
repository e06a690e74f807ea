import { now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { Conflict, Invalid, invalidForm, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { removeJob } from "~/kernel/queue.server";
import { refuseStale } from "~/kernel/revision";
import type { Actor } from "~/policy/actor";
import { canEditMessage } from "~/policy/messages";
import { MESSAGE, messageEvents } from "./events";
import { factsOf, hashOf, lockRecord, readRecord } from "./message-record.server";
import type { MessageRecord } from "./message-record";
import { publicationJobKey } from "./publication-job";

export interface Changed {
  revision: number;
  /** What the change undid: an approval, or a time that was set. Null when nothing was. */
  undid: "approval" | "schedule" | null;
}

/**
 * The one way to change a message that is not out yet. Under a lock on its row: only by those who may,
 * only from the revision they saw, and with every consequence: whoever changed it can't approve it, an
 * approval of the old content is void, and a time that was set is taken back.
 * @throws NotFound, Conflict (saved by somebody else meanwhile), Invalid (it is published)
 */
export async function changeMessage(
  actor: Actor,
  id: string,
  revision: number,
  change: (tx: Tx, record: MessageRecord) => Promise<void>,
): Promise<Changed> {
  return transaction(async (tx) => {
    const before = await lockRecord(tx, id);
    if (!canEditMessage(actor, factsOf(before))) throw new NotFound("message");
    if (before.state === "published") throw invalidForm("studio-messages:errors.published");
    const isStale = before.revision !== revision;
    try {
      await change(tx, before);
    } catch (error) {
      // What is wrong with it now may only be so because of what was saved meanwhile.
      if (isStale && error instanceof Invalid) throw new Conflict("message");
      throw error;
    }
    if (isStale) refuseStale("message", { isStale, changes: hashOf(await readRecord(tx, id)) !== before.contentHash });
    return settle(tx, actor, before);
  });
}

/** What follows from a change of content; nothing when the content is what it was. */
export async function settle(tx: Tx, actor: Pick<Actor, "id">, before: MessageRecord): Promise<Changed> {
  const after = await readRecord(tx, before.id);
  const contentHash = hashOf(after);
  if (contentHash === before.contentHash) return { revision: before.revision, undid: null };

  const { count: voided } = await tx.messageApproval.updateMany({
    where: { messageId: before.id, decision: { in: ["waiting", "approved"] } },
    data: { decision: "void" },
  });
  if (before.state === "scheduled") await removeJob(tx, publicationJobKey(before.id));
  const revision = before.revision + 1;
  await tx.message.update({
    where: { id: before.id },
    data: { contentHash, revision, state: "draft", publishAt: null, isStarter: false, updatedAt: now() },
  });
  await tx.messageEditor.upsert({
    where: { messageId_personId: { messageId: before.id, personId: actor.id } },
    create: { messageId: before.id, personId: actor.id, editedAt: now() },
    update: { editedAt: now() },
  });
  await recordEvent(tx, { type: messageEvents.edited, actorId: actor.id, subjectKind: MESSAGE, subjectId: before.id, payload: { revision } });
  return { revision, undid: before.state === "scheduled" ? "schedule" : voided > 0 ? "approval" : null };
}
