import type { OwnDataPart } from "~/domain/people/own-data.server";
import { sql } from "~/kernel/sql";

/** The title of a message's core version in the company's language, as its writers see it. */
const title = sql`(SELECT t.title FROM variant v JOIN variant_text t ON t.variant_id = v.id
  WHERE v.message_id = m.id AND v.department_id IS NULL ORDER BY t.language = (SELECT language FROM company) DESC, t.language LIMIT 1)`;

/** What this module holds of a person: what they read, confirmed, said, wrote and decided. */
export const ownMessageData: readonly OwnDataPart[] = [
  {
    name: "messagesOpened", covers: ["read_receipt.person_id"],
    rows: (person) => sql`SELECT message_id AS message, read_at AS "openedAt" FROM read_receipt WHERE person_id = ${person} ORDER BY read_at`,
  },
  {
    name: "acknowledgements", covers: ["acknowledgement.person_id"],
    rows: (person) => sql`
      SELECT a.message_id AS message, t.title, a.language, a.content_hash AS "contentHash", a.acknowledged_at AS "acknowledgedAt"
      FROM acknowledgement a LEFT JOIN variant_text t ON t.variant_id = a.variant_id AND t.language = a.language WHERE a.person_id = ${person} ORDER BY a.acknowledged_at`,
  },
  {
    name: "remarks", covers: ["message_remark.person_id"],
    rows: (person) => sql`SELECT message_id AS message, kind, body, answers_id IS NOT NULL AS "isAnswer", written_at AS "writtenAt" FROM message_remark WHERE person_id = ${person} ORDER BY written_at`,
  },
  {
    name: "messagesYouWrote", covers: ["message.author_id", "message_editor.person_id"],
    rows: (person) => sql`
      SELECT m.id, ${title} AS title, m.state, m.author_id = ${person} AS "isAuthor", e.edited_at AS "editedAt", m.created_at AS "createdAt", m.published_at AS "publishedAt"
      FROM message m LEFT JOIN message_editor e ON e.message_id = m.id AND e.person_id = ${person}
      WHERE m.author_id = ${person} OR e.person_id IS NOT NULL ORDER BY m.created_at`,
  },
  {
    name: "messageApprovals", covers: ["message_approval.requested_by_id", "message_approval.decided_by_id"],
    rows: (person) => sql`
      SELECT message_id AS message, requested_by_id IS NOT DISTINCT FROM ${person} AS "askedByYou", requested_at AS "requestedAt", decision,
        decided_by_id IS NOT DISTINCT FROM ${person} AS "decidedByYou", decided_at AS "decidedAt", CASE WHEN decided_by_id = ${person} THEN note END AS "yourNote"
      FROM message_approval WHERE requested_by_id = ${person} OR decided_by_id = ${person} ORDER BY requested_at`,
  },
];
