import { now } from "~/kernel/clock";
import { transaction } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { isUuid } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { visibleMessages } from "~/policy/messages";
import { MESSAGE, messageEvents } from "./events";
import { joinOwnVersion } from "./own-version.server";

/**
 * "I have read it": stores which version, in which language and exactly which content. Twice is once.
 * @throws NotFound for messages that are not for this reader
 */
export async function acknowledgeMessage(actor: Actor, id: string): Promise<void> {
  if (!isUuid(id)) throw new NotFound("message");
  const me = sql`${actor.id}::uuid`;
  const at = sql`${now()}::timestamptz`;
  await transaction(async (tx) => {
    const [found] = await tx.$queryRaw<{ isNew: boolean }[]>(sql`
      WITH own AS (
        SELECT m.id, v.id AS variant_id, t.language, m.content_hash
        FROM ${visibleMessages(actor, sql`AND a.message_id = ${id}::uuid`)}
        JOIN message m ON m.id = seen.message_id
        ${joinOwnVersion(actor)} LIMIT 1),
      given AS (
        INSERT INTO acknowledgement (person_id, message_id, variant_id, language, content_hash, acknowledged_at)
        SELECT ${me}, id, variant_id, language, content_hash, ${at} FROM own ON CONFLICT DO NOTHING RETURNING 1),
      opened AS (
        INSERT INTO read_receipt (person_id, message_id, read_at) SELECT ${me}, id, ${at} FROM own ON CONFLICT DO NOTHING)
      SELECT EXISTS (SELECT 1 FROM given) AS "isNew" FROM own`);
    if (!found) throw new NotFound("message");
    if (found.isNew) await recordEvent(tx, { type: messageEvents.acknowledged, actorId: actor.id, subjectKind: MESSAGE, subjectId: id });
  });
}
