import { shownName } from "~/domain/people/shown-names.server";
import { contentHash } from "~/kernel/hash.server";
import { query, type Tx } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { sql, type Sql } from "~/kernel/sql";
import type { ApprovalFacts, MessageFacts } from "~/policy/messages";
import { now } from "~/kernel/clock";
import type { ApprovalRecord, MessageRecord } from "./message-record";

const path = (departmentId: Sql) => sql`ARRAY(
  SELECT ancestor_id::text FROM department_closure WHERE descendant_id = ${departmentId} ORDER BY depth)`;

/** The rules that touch the audience of `m`: they overlap up or down the tree, or are for everything. */
const rulesInForce = sql`
  SELECT coalesce(json_agg(json_build_object('id', g.id, 'reason', g.reason, 'departmentName', rd.name) ORDER BY rd.name NULLS FIRST), '[]')
  FROM approval_rule g LEFT JOIN department rd ON rd.id = g.department_id
  WHERE (m.kind = 'message' OR g.covers_notices) AND (g.department_id IS NULL OR EXISTS (
    SELECT 1 FROM message_audience a JOIN department_closure c
      ON (c.descendant_id = a.department_id AND c.ancestor_id = g.department_id)
      OR (c.descendant_id = g.department_id AND c.ancestor_id = a.department_id)
    WHERE a.message_id = m.id))`;

const latestApproval = sql`
  SELECT json_build_object('id', w.id, 'contentHash', w.content_hash, 'decision', w.decision,
    'requestedById', w.requested_by_id, 'requestedAt', w.requested_at, 'dueAt', w.due_at, 'decidedById', w.decided_by_id,
    'decidedByName', ${shownName("wp")}, 'decidedAt', w.decided_at, 'note', w.note)
  FROM message_approval w LEFT JOIN person wp ON wp.id = w.decided_by_id
  WHERE w.message_id = m.id ORDER BY w.requested_at DESC, w.decision = 'waiting' DESC, w.id LIMIT 1`;

const recordOf = (which: Sql) => sql`
  SELECT m.id, m.kind, m.state, m.why, m.asks_confirmation AS "asksConfirmation", m.sends_mail AS "sendsMail",
    m.is_open_to_all AS "isOpenToAll", m.is_starter AS "isStarter", m.revision, m.content_hash AS "contentHash", m.publish_at AS "publishAt",
    m.published_at AS "publishedAt", m.mailed_at AS "mailedAt", m.created_at AS "createdAt", m.updated_at AS "updatedAt",
    json_build_object('id', p.id, 'name', ${shownName()}, 'departmentId', p.department_id, 'departmentName', pd.name,
      'leftFrom', CASE WHEN p.deactivated_at IS NOT NULL THEN ${path(sql`p.department_id`)} END) AS author,
    ARRAY(SELECT person_id::text FROM message_editor WHERE message_id = m.id) AS "editorIds",
    (SELECT coalesce(json_agg(json_build_object('id', d.id, 'name', d.name, 'isCompany', d.parent_id IS NULL,
        'path', ${path(sql`d.id`)}) ORDER BY d.name), '[]')
      FROM message_audience a JOIN department d ON d.id = a.department_id WHERE a.message_id = m.id) AS audience,
    (SELECT coalesce(json_agg(json_build_object('id', v.id, 'departmentId', v.department_id, 'departmentName', d.name, 'texts',
        (SELECT coalesce(json_agg(json_build_object('language', t.language, 'title', t.title, 'body', t.body) ORDER BY t.language), '[]')
          FROM variant_text t WHERE t.variant_id = v.id)) ORDER BY d.name NULLS FIRST), '[]')
      FROM variant v LEFT JOIN department d ON d.id = v.department_id WHERE v.message_id = m.id) AS variants,
    (${latestApproval}) AS approval, (${rulesInForce}) AS rules,
    (SELECT json_build_object('language', language, 'languages', languages) FROM company) AS company
  FROM message m JOIN person p ON p.id = m.author_id JOIN department pd ON pd.id = p.department_id
  WHERE ${which}`;

type Row = Omit<MessageRecord, "approval"> & { approval: Record<keyof ApprovalRecord, string> | null };

function asRecord(row: Row): MessageRecord {
  const { approval } = row;
  const date = (text: string | null) => (text ? new Date(text) : null);
  return {
    ...row,
    approval: approval && {
      ...(approval as unknown as ApprovalRecord),
      requestedAt: new Date(approval.requestedAt),
      dueAt: new Date(approval.dueAt),
      decidedAt: date(approval.decidedAt),
    },
  };
}

/** The message with everything, by a condition on `m` that says who may see it. One statement. @throws NotFound */
export async function getRecord(id: string, visible: Sql): Promise<MessageRecord> {
  const rows = await query<Row>(recordOf(sql`m.id = ${id}::uuid AND ${visible}`));
  if (!rows[0]) throw new NotFound("message");
  return asRecord(rows[0]);
}

/** The same within a transaction, behind a lock on the message's row. @throws NotFound */
export async function lockRecord(tx: Tx, id: string): Promise<MessageRecord> {
  // Apart from the reading: a statement that waited for the lock would read the rest as it was before.
  const locked = await tx.$queryRaw<object[]>(sql`SELECT 1 FROM message WHERE id = ${id}::uuid FOR UPDATE`);
  if (!locked.length) throw new NotFound("message");
  return readRecord(tx, id);
}

/** The message as this transaction sees it. */
export async function readRecord(tx: Tx, id: string): Promise<MessageRecord> {
  const rows = await tx.$queryRaw<Row[]>(recordOf(sql`m.id = ${id}::uuid`));
  if (!rows[0]) throw new NotFound("message");
  return asRecord(rows[0]);
}

export function factsOf(record: MessageRecord): MessageFacts {
  return { authorId: record.author.id, audience: record.audience.map((department) => department.path), leftFrom: record.author.leftFrom, isOut: record.state === "published" };
}

export function approvalFactsOf(record: MessageRecord): ApprovalFacts {
  const { approval } = record;
  return {
    ...factsOf(record),
    authorDepartmentId: record.author.departmentId,
    editorIds: record.editorIds,
    isOverdue: approval?.decision === "waiting" && approval.dueAt <= now(),
  };
}

/** SHA-256 over everything that a reader or an approver sees, whatever order it is stored in. */
export function hashOf(record: MessageRecord): string {
  const byKey = <T>(items: T[], key: (item: T) => string) => [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return contentHash({
    kind: record.kind,
    why: record.why,
    asksConfirmation: record.asksConfirmation,
    sendsMail: record.sendsMail,
    isOpenToAll: record.isOpenToAll,
    audience: record.audience.map(({ id }) => id).sort(),
    versions: byKey(record.variants, ({ departmentId }) => departmentId ?? "").map(({ departmentId, texts }) => ({
      department: departmentId,
      texts: byKey(texts, ({ language }) => language).map(({ language, title, body }) => ({ language, title, body })),
    })),
  });
}
