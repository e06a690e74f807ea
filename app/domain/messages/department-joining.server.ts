import type { Tx } from "~/kernel/db.server";
import type { DomainEvent } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import { settle } from "./changing.server";
import { lockRecord } from "./message-record.server";

/**
 * A department was joined into another one: messages still to come that are for it, or have a version for it, go
 * along or lose it, as was chosen. That changes their content: approvals are void and times are taken back, as by
 * any edit. What is out stays as it is. Rules go along, so that nothing goes out unseen that was seen before.
 */
export async function readdressMessages(tx: Tx, { subjectId: from, actorId, payload }: DomainEvent): Promise<void> {
  if (!from || !actorId) return;
  const into = String(payload?.intoId);
  await tx.$executeRaw(sql`UPDATE approval_rule SET department_id = ${into}::uuid WHERE department_id = ${from}::uuid`);
  const toCome = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT m.id FROM message m WHERE m.state <> 'published' AND (
      EXISTS (SELECT 1 FROM message_audience a WHERE a.message_id = m.id AND a.department_id = ${from}::uuid)
      OR EXISTS (SELECT 1 FROM variant v WHERE v.message_id = m.id AND v.department_id = ${from}::uuid)) ORDER BY m.id`);
  // One after the other, each with all that follows from an edit; drafts for one department are few.
  for (const { id } of toCome) {
    const before = await lockRecord(tx, id);
    if (payload?.contents === "along") await goAlong(tx, id, from, into);
    await tx.$executeRaw(sql`DELETE FROM message_audience WHERE message_id = ${id}::uuid AND department_id = ${from}::uuid`);
    await tx.$executeRaw(sql`DELETE FROM variant WHERE message_id = ${id}::uuid AND department_id = ${from}::uuid`);
    await settle(tx, { id: actorId }, before);
  }
}

/** Who is meant twice is meant once, and a version that is there for the other department stays. */
async function goAlong(tx: Tx, id: string, from: string, into: string): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO message_audience (message_id, department_id)
    SELECT ${id}::uuid, ${into}::uuid
    WHERE EXISTS (SELECT 1 FROM message_audience a WHERE a.message_id = ${id}::uuid AND a.department_id = ${from}::uuid)
      AND NOT EXISTS (SELECT 1 FROM message_audience a JOIN department_closure c ON c.ancestor_id = a.department_id
        WHERE a.message_id = ${id}::uuid AND c.descendant_id = ${into}::uuid)
    ON CONFLICT DO NOTHING`);
  await tx.$executeRaw(sql`
    DELETE FROM message_audience a WHERE a.message_id = ${id}::uuid AND EXISTS (
      SELECT 1 FROM message_audience o JOIN department_closure c ON c.ancestor_id = o.department_id
      WHERE o.message_id = a.message_id AND c.descendant_id = a.department_id AND c.depth > 0)`);
  await tx.$executeRaw(sql`
    UPDATE variant SET department_id = ${into}::uuid WHERE message_id = ${id}::uuid AND department_id = ${from}::uuid
      AND NOT EXISTS (SELECT 1 FROM variant o WHERE o.message_id = ${id}::uuid AND o.department_id = ${into}::uuid)`);
}
