import { after, DAY, now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { excerptOf } from "~/kernel/markdown.server";
import { empty, sql, type Sql } from "~/kernel/sql";
import { isUuid } from "~/kernel/fields";
import type { Actor } from "~/policy/actor";
import { visibleMessages } from "~/policy/messages";
import { forDepartment, joinOwnVersion, whyIn } from "./own-version.server";

/** A message as its reader's list shows it: their version, in their language. */
export interface InboxMessage {
  id: string;
  kind: "notice" | "message";
  publishedAt: Date;
  title: string;
  /** The beginning of the text, without marks. */
  excerpt: string;
  /** There is more than the excerpt. */
  hasMore: boolean;
  why: string;
  /** The department that the version is for; null for the whole company. */
  forDepartment: string | null;
  language: string;
  /** It is not in the reader's own language. */
  isFallback: boolean;
  asksConfirmation: boolean;
  /** Opened by the reader, or confirmed. */
  isRead: boolean;
  acknowledgedAt: Date | null;
}

/** A message is new for so long, and asks for its confirmation on the home page for so long. */
const NEW_FOR = 30 * DAY;
const CONFIRM_FOR = 90 * DAY;
const PAGE_SIZE = 20;
const EXCERPT_LENGTH = 360;
/** Enough of the text to find the excerpt in; the rest stays in the database. */
const EXCERPT_SOURCE = 1_500;

type Row = Omit<InboxMessage, "excerpt" | "hasMore"> & { body: string; isCut: boolean };

/** Newest first, by the order of the index. */
const newestFirst = (limit: number) => sql`ORDER BY a.published_at DESC, a.message_id DESC LIMIT ${limit}::int`;

/**
 * What waits for this reader: not opened and at most 30 days old, or asking for a confirmation that
 * was not given within 90. Newest first, at most 20; `total` counts up to 100.
 */
export async function listToRead(actor: Actor): Promise<{ messages: InboxMessage[]; total: number }> {
  const rows = await query<Row & { total: number }>(sql`
    WITH waiting AS MATERIALIZED (${waitingFor(actor)})
    SELECT ${columns(actor)}, (SELECT count(*) FROM waiting)::int AS total
    FROM (SELECT * FROM waiting ORDER BY published_at DESC, message_id DESC LIMIT ${PAGE_SIZE}::int) AS seen
    ${details(actor)}
    ORDER BY seen.published_at DESC, seen.message_id DESC`);
  return { messages: rows.map(({ total: _, ...row }) => asMessage(row)), total: rows[0]?.total ?? 0 };
}

/** How many messages wait for this reader; 100 stands for "100 or more". */
export async function countToRead(actor: Actor): Promise<number> {
  const rows = await query<{ total: number }>(sql`SELECT count(*)::int AS total FROM (${waitingFor(actor)}) AS waiting`);
  return rows[0]!.total;
}

/** A reader's own receipts are hashed once (NOT IN without correlation), instead of being looked up message by message. */
function waitingFor(actor: Actor): Sql {
  const me = sql`${actor.id}::uuid`;
  const unread = sql`
    AND a.published_at > ${after(-NEW_FOR)}::timestamptz
    AND a.message_id NOT IN (SELECT r.message_id FROM read_receipt r WHERE r.person_id = ${me})
    ${newestFirst(100)}`;
  const unconfirmed = sql`
    AND a.asks_confirmation AND a.published_at > ${after(-CONFIRM_FOR)}::timestamptz
    AND a.message_id NOT IN (SELECT k.message_id FROM acknowledgement k WHERE k.person_id = ${me})
    ${newestFirst(100)}`;
  // UNION: a message counts once, by however many departments and for whatever reason it is here.
  return sql`
    SELECT * FROM (
      SELECT message_id, published_at FROM ${visibleMessages(actor, unread)}
      UNION
      SELECT message_id, published_at FROM ${visibleMessages(actor, unconfirmed)}) AS found
    ORDER BY published_at DESC, message_id DESC LIMIT 100`;
}

/**
 * Everything that came out for this reader, newest first, a page at a time. Reads a page's worth of
 * the index for each department above the reader and merges them, so page 200 costs what page 1 does.
 * @param cursor as the page before named it; anything else starts anew
 */
export async function listEarlier(actor: Actor, cursor?: string | null): Promise<{ messages: InboxMessage[]; next: string | null }> {
  const last = readCursor(cursor);
  const page = sql`
    ${last ? sql`AND (a.published_at, a.message_id) < (${last.publishedAt}::timestamptz, ${last.id}::uuid)` : empty}
    ${newestFirst(PAGE_SIZE + 1)}`;
  const rows = await query<Row>(sql`
    SELECT ${columns(actor)}
    FROM (
      SELECT DISTINCT published_at, message_id FROM ${visibleMessages(actor, page)}
      ORDER BY published_at DESC, message_id DESC LIMIT ${PAGE_SIZE + 1}::int) AS seen
    ${details(actor)}
    ORDER BY seen.published_at DESC, seen.message_id DESC`);
  const messages = rows.slice(0, PAGE_SIZE).map(asMessage);
  return { messages, next: rows.length > PAGE_SIZE ? writeCursor(messages.at(-1)!) : null };
}

function columns(actor: Actor): Sql {
  const language = sql`${actor.language}::text`;
  return sql`m.id, m.kind, seen.published_at AS "publishedAt", m.asks_confirmation AS "asksConfirmation",
    ${whyIn(language)} AS why, t.language, t.title, left(t.body, ${EXCERPT_SOURCE}::int) AS body, length(t.body) > ${EXCERPT_SOURCE}::int AS "isCut", t.language <> ${language} AS "isFallback",
    ${forDepartment(actor)} AS "forDepartment", k.acknowledged_at AS "acknowledgedAt",
    r.read_at IS NOT NULL OR k.acknowledged_at IS NOT NULL AS "isRead"`;
}

function details(actor: Actor): Sql {
  const me = sql`${actor.id}::uuid`;
  return sql`
    JOIN message m ON m.id = seen.message_id
    ${joinOwnVersion(actor)}
    LEFT JOIN read_receipt r ON r.person_id = ${me} AND r.message_id = m.id
    LEFT JOIN acknowledgement k ON k.person_id = ${me} AND k.message_id = m.id`;
}

function asMessage({ body, isCut, ...row }: Row): InboxMessage {
  const { text, isWhole } = excerptOf(body, EXCERPT_LENGTH);
  return { ...row, excerpt: text, hasMore: isCut || !isWhole };
}

function writeCursor({ publishedAt, id }: InboxMessage): string {
  return `${publishedAt.getTime()}_${id}`;
}

function readCursor(cursor: string | null | undefined): { publishedAt: Date; id: string } | null {
  const [time = "", id] = (cursor ?? "").split("_");
  if (!/^\d{1,15}$/.test(time) || !isUuid(id)) return null;
  const publishedAt = new Date(Number(time));
  return publishedAt.getTime() <= now().getTime() + DAY ? { publishedAt, id } : null;
}
