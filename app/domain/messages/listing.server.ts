import { shownName, shownProfile } from "~/domain/people/shown-names.server";
import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { empty, sql } from "~/kernel/sql";
import { nameOfAbsent, type Actor } from "~/policy/actor";
import { approvableMessages, approvesInsteadOf, canWriteMessages, editableMessages } from "~/policy/messages";
import { joinTextIn, textIn } from "./own-version.server";

export const FILTERS = ["draft", "in_review", "scheduled", "published"] as const;
export type Filter = (typeof FILTERS)[number];

/** A message in its publishers' list. */
export interface ListedMessage {
  id: string;
  kind: "notice" | "message";
  state: Filter;
  /** Empty while it has none. */
  title: string;
  author: string;
  hasAuthorLeft: boolean;
  audience: string[];
  /** Versions beyond the core. */
  versions: number;
  /** Its content stands approved. */
  isApproved: boolean;
  /** Came with a new company, and nobody changed it yet. */
  isStarter: boolean;
  updatedAt: Date;
  publishAt: Date | null;
  publishedAt: Date | null;
}

const PAGE_SIZE = 30;

/** The messages of one state that this publisher may edit, last touched first. @throws NotFound */
export async function listMessages(actor: Actor, state: Filter, cursor?: string): Promise<{ messages: ListedMessage[]; next: string | null }> {
  if (!canWriteMessages(actor)) throw new NotFound("messages");
  const older = isUuid(cursor) ? sql`AND (m.updated_at, m.id) < (SELECT updated_at, id FROM message WHERE id = ${cursor}::uuid)` : empty;
  const rows = await query<ListedMessage>(sql`
    SELECT m.id, m.kind, m.state, coalesce(t.title, '') AS title, ${shownName("p", sql`${actor.language}::text`)} AS author, p.deactivated_at IS NOT NULL AS "hasAuthorLeft",
      ARRAY(SELECT d.name FROM message_audience a JOIN department d ON d.id = a.department_id WHERE a.message_id = m.id ORDER BY d.name LIMIT 4) AS audience,
      (SELECT count(*)::int FROM variant o WHERE o.message_id = m.id AND o.department_id IS NOT NULL) AS versions,
      EXISTS (SELECT 1 FROM message_approval w WHERE w.message_id = m.id AND w.decision = 'approved' AND w.content_hash = m.content_hash) AS "isApproved", m.is_starter AS "isStarter",
      m.updated_at AS "updatedAt", m.publish_at AS "publishAt", m.published_at AS "publishedAt"
    FROM message m JOIN person p ON p.id = m.author_id
    LEFT JOIN variant v ON v.message_id = m.id AND v.department_id IS NULL
    LEFT JOIN LATERAL (${textIn(sql`${actor.language}::text`)}) AS t ON true
    WHERE m.state = ${state}::message_state AND ${editableMessages(actor)} ${older}
    ORDER BY m.updated_at DESC, m.id DESC LIMIT ${PAGE_SIZE + 1}::int`);
  return { messages: rows.slice(0, PAGE_SIZE), next: rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1]!.id : null };
}

/** How many messages this publisher may edit, by state. */
export async function countMessages(actor: Actor): Promise<Record<Filter, number>> {
  const rows = await query<{ state: Filter; count: number }>(sql`
    SELECT m.state, count(*)::int AS count FROM message m WHERE ${editableMessages(actor)} GROUP BY m.state`);
  return Object.fromEntries(FILTERS.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0])) as Record<Filter, number>;
}

/** A message that waits for this person's approval. */
export interface WaitingMessage {
  id: string;
  title: string;
  author: string;
  /** The author's id while their profile opens. */
  authorProfile: string | null;
  authorDepartment: string;
  audience: string[];
  requestedAt: Date;
  dueAt: Date;
  isOverdue: boolean;
  /** Who is away and could decide; null where this person may in their own right. */
  insteadOf: string | null;
}

const waiting = (actor: Actor, at: Date) => sql`
  FROM message_approval w JOIN message m ON m.id = w.message_id
  WHERE w.decision = 'waiting' AND ${approvableMessages(actor, at)}`;

/** What waits for this person's approval, the most urgent first; at most 100. */
export async function listWaitingMessages(actor: Actor): Promise<WaitingMessage[]> {
  const at = now();
  const rows = await query<WaitingMessage>(sql`
    SELECT found.id, found.instead_of AS "insteadOf", found.requested_at AS "requestedAt", found.due_at AS "dueAt", found.due_at <= ${at}::timestamptz AS "isOverdue",
      t.title, ${shownName("p", sql`${actor.language}::text`)} AS author, ${shownProfile()} AS "authorProfile", pd.name AS "authorDepartment",
      ARRAY(SELECT d.name FROM message_audience a JOIN department d ON d.id = a.department_id WHERE a.message_id = found.id ORDER BY d.name LIMIT 4) AS audience
    FROM (SELECT m.id, m.author_id, w.requested_at, w.due_at, ${approvesInsteadOf(actor, at)} AS instead_of ${waiting(actor, at)} ORDER BY w.due_at LIMIT 100) AS found
    JOIN person p ON p.id = found.author_id JOIN department pd ON pd.id = p.department_id
    JOIN variant v ON v.message_id = found.id AND v.department_id IS NULL
    ${joinTextIn(sql`${actor.language}::text`)}
    ORDER BY found.due_at`);
  return rows.map((row) => ({ ...row, insteadOf: nameOfAbsent(actor, row.insteadOf) }));
}
