import type { ClientBase } from "pg";
import { oneOf } from "./functions";
import type { Sizes } from "./sizes";
import { withoutIndexes } from "./without-indexes";

const ACTIONS = ["person.signedIn", "message.published", "message.edited", "person.changed", "post.approved", "share.handedOver", "role.granted"];

/** What people did, the newest last, sealed up to the end. What is sealed is not a real chain: only its size is measured. */
export async function generateAudit(db: ClientBase, { auditEntries, people }: Sizes, at: Date): Promise<void> {
  await withoutIndexes(db, ["audit_entry"], () =>
    db.query(
      `INSERT INTO audit_entry (occurred_at, actor_id, action, subject_kind, subject_id, details, salt, details_hash, seq, hash)
       SELECT $1::timestamptz - ($2::bigint - i) * interval '40 seconds', bench.id('person', bench.pick(i, 70, $3)), ${oneOf(ACTIONS, "i", 71)},
         'person', bench.id('person', bench.pick(i, 72, $3))::text, jsonb_build_object('number', i), '\\x00'::bytea, '\\x00'::bytea, i, '\\x00'::bytea
       FROM generate_series(1, $2::bigint) i`,
      [at, auditEntries, people],
    ),
  );
}
