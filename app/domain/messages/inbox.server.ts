import { after, DAY, now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { excerptOf } from "~/kernel/markdown.server";
import { empty, sql, type Sql } from "~/kernel/sql";
import { isUuid } from "~/kernel/fields";
import type { Actor } from "~/policy/actor";
import { visibleMessages } from "~/policy/messages";
import { departmentMeant, joinOwnVersion, whyIn } from "./own-version.server";

/** A message as its reader's list shows it: their version, in their language. */
export interface InboxMessage {
  id: string;
  publishedAt: Date;
  title: string;
  /** The beginning of the text, without marks. */
  excerpt: string;
  /** There is more than the excerpt. */
  hasMore: boolean;
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

/** One that waits to be read. */
export interface WaitingMessage extends InboxMessage {
  /** Of the newest, which are shown whole; empty for the others. */
  why: string;
}

/** A message is new for so long, and asks for its confirmation on the home page for so long. */
const NEW_FOR = 30 * DAY;
const CONFIRM_FOR = 90 * DAY;
const PAGE_SIZE = 20;
/** Characters on a card, and on a line of a list. */
const EXCERPT_LENGTH = 360;
const LINE_LENGTH = 240;
/** Enough of the text to find the excerpt in; the rest stays in the database. */
const EXCERPT_SOURCE = 1_500;

type Row = Omit<InboxMessage, "excerpt" | "hasMore"> & { body: string; isCut: boolean };

/** Newest first, by the order of the index. */
const newestFirst = (limit: number) => sql`ORDER BY a.published_at DESC, a.message_id DESC LIMIT ${limit}::int`;

/**
 * What waits for this reader: not opened and at most 30 days old, or asking for a confirmation that
 * was not given within 90. Newest first, at most 20; `total` counts up to 100.
 * @param whole so many of the newest come with their why and a longer excerpt
 */
export async function listToRead(actor: Actor, whole = 5): Promise<{ messages: WaitingMessage[]; total: number }> {
  const why = sql`(SELECT ${whyIn(sql`${actor.language}::text`)} FROM message m WHERE m.id = seen.message_id)`;
  const rows = await query<Row & { why: string; total: number }>(sql`
    WITH waiting AS MATERIALIZED (${waitingFor(actor)}),
    seen AS MATERIALIZED (
      SELECT *, row_number() OVER (ORDER BY published_at DESC, message_id DESC) AS place
      FROM waiting ORDER BY published_at DESC, message_id DESC LIMIT ${PAGE_SIZE}::int),
    ${besides(actor)}
    SELECT ${columns(actor)}, CASE WHEN seen.place <= ${whole}::int THEN ${why} ELSE '' END AS why, (SELECT count(*) FROM waiting)::int AS total
    FROM seen ${details(actor)}
    ORDER BY seen.published_at DESC, seen.message_id DESC`);
  const messages = rows.map(({ total: _, why, ...row }, nth) => ({ ...asMessage(row, nth < whole ? EXCERPT_LENGTH : LINE_LENGTH), why }));
  return { messages, total: rows[0]?.total ?? 0 };
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
  // A message counts once, by however many departments and for whatever reason it is here.
  return sql`
    SELECT message_id, published_at, asks_confirmation, min(nth) AS nth FROM (
      SELECT * FROM ${visibleMessages(actor, unread)}
      UNION ALL
      SELECT * FROM ${visibleMessages(actor, unconfirmed)}) AS found
    GROUP BY message_id, published_at, asks_confirmation
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
    WITH seen AS MATERIALIZED (
      SELECT message_id, published_at, asks_confirmation, min(nth) AS nth FROM ${visibleMessages(actor, page)}
      GROUP BY message_id, published_at, asks_confirmation
      ORDER BY published_at DESC, message_id DESC LIMIT ${PAGE_SIZE + 1}::int),
    ${besides(actor)}
    SELECT ${columns(actor)}
    FROM seen ${details(actor)}
    ORDER BY seen.published_at DESC, seen.message_id DESC`);
  const messages = rows.slice(0, PAGE_SIZE).map((row) => asMessage(row, LINE_LENGTH));
  return { messages, next: rows.length > PAGE_SIZE ? writeCursor(messages.at(-1)!) : null };
}

/**
 * What the page's messages have in common, each read in one go and not once a message: the names of the
 * reader's departments (the whole company has none here), and what the reader opened and confirmed.
 */
function besides(actor: Actor): Sql {
  const mine = sql`person_id = ${actor.id}::uuid AND message_id = ANY(ARRAY(SELECT message_id FROM seen))`;
  return sql`
    place AS MATERIALIZED (SELECT id, name FROM department WHERE id = ANY(${actor.ancestorIds}::uuid[]) AND parent_id IS NOT NULL),
    opened AS MATERIALIZED (SELECT message_id FROM read_receipt WHERE ${mine}),
    confirmed AS MATERIALIZED (SELECT message_id, acknowledged_at FROM acknowledgement WHERE ${mine})`;
}

function columns(actor: Actor): Sql {
  return sql`seen.message_id AS id, seen.published_at AS "publishedAt", seen.asks_confirmation AS "asksConfirmation",
    t.language, t.title, left(t.body, ${EXCERPT_SOURCE}::int) AS body, length(t.body) > ${EXCERPT_SOURCE}::int AS "isCut",
    t.language <> ${actor.language}::text AS "isFallback", place.name AS "forDepartment", confirmed.acknowledged_at AS "acknowledgedAt",
    confirmed.message_id IS NOT NULL OR seen.message_id IN (SELECT message_id FROM opened) AS "isRead"`;
}

/** Nothing here reads the message itself: the audience's rows and the version's text say all that a list shows. */
function details(actor: Actor): Sql {
  return sql`
    ${joinOwnVersion(actor, sql`seen.message_id`)}
    LEFT JOIN place ON place.id = ${departmentMeant(actor)}
    LEFT JOIN confirmed ON confirmed.message_id = seen.message_id`;
}

function asMessage({ body, isCut, ...row }: Row, length: number): InboxMessage {
  const { text, isWhole } = excerptOf(body, length);
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
