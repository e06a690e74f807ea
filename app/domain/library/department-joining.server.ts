import { now } from "~/kernel/clock";
import type { Tx } from "~/kernel/db.server";
import { recordEvent, type DomainEvent } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import { hashPost } from "./content-hash.server";
import { libraryEvents } from "./events";
import { lockPostRecord } from "./post-record.server";

/**
 * A department was joined into another one: posts that are for it go along or lose it, as was chosen. Who may share
 * is part of what was approved: such a post is off offer until it is approved anew. Ended posts stay as they are.
 */
export async function readdressPosts(tx: Tx, { subjectId: from, actorId, payload }: DomainEvent): Promise<void> {
  if (!from || !actorId) return;
  const into = payload?.contents === "along" ? String(payload.intoId) : null;
  const posts = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT p.id FROM post p JOIN post_audience a ON a.post_id = p.id WHERE a.department_id = ${from}::uuid AND p.state <> 'ended' ORDER BY p.id`);
  // One after the other, each with all that follows from an edit; posts for one department are few.
  for (const { id } of posts) await readdress(tx, actorId, id, from, into);
}

async function readdress(tx: Tx, actorId: string, postId: string, from: string, into: string | null): Promise<void> {
  const before = await lockPostRecord(tx, postId);
  if (!before) return;
  const audience = [...new Set(before.audience.flatMap((id) => (id !== from ? [id] : into ? [into] : [])))];
  const revision = before.revision + 1;
  await tx.postAudience.deleteMany({ where: { postId } });
  await tx.postAudience.createMany({ data: audience.map((departmentId) => ({ postId, departmentId })) });
  await tx.post.update({ where: { id: postId }, data: { contentHash: hashPost({ ...before, audience }), revision, state: "draft", approvedAt: null, updatedAt: now() } });
  const editor = { postId, personId: actorId };
  await tx.postEditor.upsert({ where: { postId_personId: editor }, create: { ...editor, editedAt: now() }, update: { editedAt: now() } });
  const { count } = await tx.postApproval.updateMany({
    where: { postId, OR: [{ decision: "waiting" }, { decision: "approved", contentHash: before.contentHash }] },
    data: { decision: "void", voidedById: actorId, voidedAt: now(), voidedParts: ["audience"] },
  });
  const about = { actorId, subjectKind: "post", subjectId: postId } as const;
  await recordEvent(tx, { ...about, type: libraryEvents.edited, payload: { parts: ["audience"], revision }, live: { topic: "library" } });
  if (count > 0) await recordEvent(tx, { ...about, type: libraryEvents.approvalVoided, payload: { parts: ["audience"], wasApproved: before.state === "approved" }, audit: { details: { parts: ["audience"] } } });
}
