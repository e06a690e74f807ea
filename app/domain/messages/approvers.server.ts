import { actorColumns, actorSources, deputiesNow, type ActorRow } from "~/domain/people/actors.server";
import { query, type Tx } from "~/kernel/db.server";
import { queueMailToMany } from "~/kernel/mail/outbox.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canApproveMessage } from "~/policy/messages";
import { approvalRequested } from "../../../emails/approval-requested";
import { renderInLanguages } from "~/domain/people/mail-frame.server";
import { titleOf, type MessageRecord } from "./message-record";
import { approvalFactsOf } from "./message-record.server";

/** Everybody who may approve this message as it stands. One statement; the policy decides. */
export async function listApprovers(record: MessageRecord): Promise<Actor[]> {
  const rows = await query<ActorRow>(sql`
    SELECT ${actorColumns()} FROM person p ${actorSources}
    WHERE p.deactivated_at IS NULL
      AND (p.id IN (SELECT person_id FROM role_grant WHERE role IN ('approver', 'administrator')) OR p.id IN (${deputiesNow()}))
    ORDER BY p.family_name, p.given_name, p.id`);
  const facts = approvalFactsOf(record);
  return rows.map((row) => ({ ...row, roles: row.roles ?? [] })).filter((person) => canApproveMessage(person, facts));
}

/**
 * Renders the request now, to be queued with the change that asks for it.
 * @param batch one mail a person and batch
 */
export async function prepareRequestMails(record: MessageRecord, approvers: readonly Actor[], batch: string): Promise<(tx: Tx) => Promise<void>> {
  const contents = await renderInLanguages(
    approvers.map(({ language }) => language),
    (frame) =>
      approvalRequested(frame, {
        kind: "message",
        id: record.id,
        title: titleOf(record),
        why: record.why[frame.language] ?? record.why[record.company.language] ?? "",
        author: record.author.name,
      }),
  );
  const ids = approvers.map(({ id }) => id);
  return async (tx) => {
    await queueMailToMany(tx, {
      batch,
      contents,
      recipients: (content) => sql`
        SELECT p.id AS person_id, p.email::text AS address, content.content_id,
               jsonb_build_object('givenName', p.given_name) AS params
        FROM person p JOIN ${content} ON content.language = p.language
        WHERE p.id = ANY(${ids}::uuid[])`,
    });
  };
}
