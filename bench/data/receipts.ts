import type { ClientBase } from "pg";
import { withoutIndexes } from "./without-indexes";

/** Of the newest messages a person sees … */
const NEWEST = 110;
/** … they opened so many in a hundred: 50 receipts a person. */
const OPENED = 45;

/** Who opened and who confirmed what, among what each department's people see. */
export async function generateReceipts(db: ClientBase): Promise<void> {
  await db.query(
    `CREATE TEMP TABLE seen_by_department AS
     SELECT d.id AS department_id, seen.message_id, seen.published_at
     FROM department d CROSS JOIN LATERAL (
       SELECT DISTINCT a.message_id, a.published_at
       FROM department_closure c JOIN message_audience a ON a.department_id = c.ancestor_id
       WHERE c.descendant_id = d.id ORDER BY a.published_at DESC LIMIT ${NEWEST}) AS seen`,
  );
  await withoutIndexes(db, ["read_receipt"], () =>
    db.query(
      `INSERT INTO read_receipt (person_id, message_id, read_at)
       SELECT p.id, s.message_id, s.published_at + interval '1 hour'
       FROM person p JOIN seen_by_department s ON s.department_id = p.department_id
       WHERE bench.pick(uuid_hash(p.id), uuid_hash(s.message_id), 100) < ${OPENED}`,
    ),
  );
  await db.query(
    `INSERT INTO acknowledgement (person_id, message_id, variant_id, language, content_hash, acknowledged_at)
     SELECT r.person_id, m.id, v.id, 'it', m.content_hash, r.read_at
     FROM message m JOIN variant v ON v.message_id = m.id AND v.department_id IS NULL
     JOIN read_receipt r ON r.message_id = m.id
     WHERE m.asks_confirmation AND bench.pick(uuid_hash(r.person_id), 31, 10) < 8`,
  );
}
