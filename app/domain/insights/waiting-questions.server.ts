import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canWriteMessages, editableMessages } from "~/policy/messages";

export interface WaitingQuestion {
  id: string;
  messageId: string;
  body: string;
  writtenAt: Date;
}

const SHOWN = 5;
const LONGEST = 140;

/** Questions under messages that wait for this person's answer, the oldest first, and how many there are. No statement for who may answer none. */
export async function listWaitingQuestions(actor: Actor): Promise<{ questions: WaitingQuestion[]; total: number }> {
  if (!canWriteMessages(actor)) return { questions: [], total: 0 };
  const rows = await query<WaitingQuestion & { total: number }>(sql`
    SELECT q.id, q.message_id AS "messageId", q.written_at AS "writtenAt", (count(*) OVER ())::int AS total,
      CASE WHEN length(q.body) > ${LONGEST}::int THEN left(q.body, ${LONGEST - 1}::int) || '…' ELSE q.body END AS body
    FROM message_remark q JOIN message m ON m.id = q.message_id
    WHERE q.kind = 'question' AND q.answers_id IS NULL AND m.state = 'published' AND ${editableMessages(actor)}
      AND NOT EXISTS (SELECT 1 FROM message_remark x WHERE x.answers_id = q.id)
    ORDER BY q.written_at, q.id LIMIT ${SHOWN}::int`);
  return { questions: rows.map(({ total: _, ...question }) => question), total: rows[0]?.total ?? 0 };
}
