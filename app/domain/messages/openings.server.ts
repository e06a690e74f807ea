import { worksHere } from "~/domain/people/standing.server";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";

export interface Opening {
  personId: string;
  at: Date;
}

/**
 * Notes that many people opened a message, in one statement. Only of those it is for; who opened it
 * before keeps the first time.
 */
export async function noteOpenings(messageId: string, openings: readonly Opening[]): Promise<void> {
  const rows = JSON.stringify(openings.map(({ personId, at }) => ({ person_id: personId, read_at: at.toISOString() })));
  await query(sql`
    INSERT INTO read_receipt (person_id, message_id, read_at)
    SELECT p.id, ${messageId}::uuid, o.read_at
    FROM jsonb_to_recordset(${rows}::jsonb) AS o (person_id uuid, read_at timestamptz)
    JOIN person p ON p.id = o.person_id AND ${worksHere}
    WHERE EXISTS (
      SELECT 1 FROM message_audience a JOIN department_closure c ON c.ancestor_id = a.department_id
      WHERE a.message_id = ${messageId}::uuid AND c.descendant_id = p.department_id)
    ON CONFLICT DO NOTHING`);
}
