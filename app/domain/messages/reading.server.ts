import { shownName, shownProfile } from "~/domain/people/shown-names.server";
import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { renderMarkdown } from "~/kernel/markdown.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canReadVersion, publishableMessages, visibleMessages } from "~/policy/messages";
import { departmentMeant, joinOwnVersion, joinTextIn, whyIn } from "./own-version.server";

/** A message as its reader sees it. */
export interface ReaderMessage {
  id: string;
  publishedAt: Date;
  author: string;
  /** The author's id while their profile opens. */
  authorProfile: string | null;
  title: string;
  /** Safe HTML, made from the version's Markdown. */
  html: string;
  why: string;
  /** The department that the version is for; null for the whole company. */
  forDepartment: string | null;
  language: string;
  /** It is not in the reader's own language. */
  isFallback: boolean;
  asksConfirmation: boolean;
  acknowledgedAt: Date | null;
  /** The version that is the reader's own, whichever is shown. */
  ownVariantId: string;
  variantId: string;
  /** All versions, where the publisher opened them to everybody in the audience; else none. */
  versions: { id: string; departmentName: string | null }[];
  abilities: { canAnswer: boolean };
}

interface Row extends Omit<ReaderMessage, "html" | "variantId" | "abilities"> {
  body: string;
  isOpenToAll: boolean;
  isRead: boolean;
  canAnswer: boolean;
}

/**
 * The reader's own version, and notes that it was opened. Another version only where all are open.
 * @throws NotFound for messages that are not for this reader, and versions that are not
 */
export async function readMessage(actor: Actor, id: string, versionId?: string): Promise<ReaderMessage> {
  if (!isUuid(id) || (versionId && !isUuid(versionId))) throw new NotFound("message");
  const { body, isOpenToAll, isRead, canAnswer, ...row } = await getOwn(actor, id);
  const isOwn = !versionId || versionId === row.ownVariantId;
  if (!canReadVersion({ isOwn, isOpenToAll })) throw new NotFound("version");
  const abilities = { canAnswer };
  if (!isOwn) {
    const { body: otherBody, ...other } = await getOther(actor, id, versionId);
    return { ...row, ...other, variantId: versionId, abilities, html: renderMarkdown(otherBody) };
  }
  if (!isRead) await noteOpened(actor, id);
  return { ...row, variantId: row.ownVariantId, abilities, html: renderMarkdown(body) };
}

async function getOwn(actor: Actor, id: string): Promise<Row> {
  const me = sql`${actor.id}::uuid`;
  const language = sql`${actor.language}::text`;
  const rows = await query<Row>(sql`
    SELECT m.id, seen.published_at AS "publishedAt", ${shownName("p", language)} AS author, ${shownProfile()} AS "authorProfile",
      m.asks_confirmation AS "asksConfirmation", m.is_open_to_all AS "isOpenToAll", ${whyIn(language)} AS why,
      v.id AS "ownVariantId", t.language, t.title, t.body, t.language <> ${language} AS "isFallback",
      (SELECT d.name FROM department d WHERE d.id = ${departmentMeant(actor)} AND d.parent_id IS NOT NULL) AS "forDepartment", k.acknowledged_at AS "acknowledgedAt",
      EXISTS (SELECT 1 FROM read_receipt r WHERE r.person_id = ${me} AND r.message_id = m.id) AS "isRead",
      ${publishableMessages(actor)} AS "canAnswer",
      CASE WHEN m.is_open_to_all THEN
        (SELECT json_agg(json_build_object('id', o.id, 'departmentName', d.name) ORDER BY d.name NULLS FIRST)
         FROM variant o LEFT JOIN department d ON d.id = o.department_id WHERE o.message_id = m.id)
      ELSE '[]' END AS versions
    FROM ${visibleMessages(actor, sql`AND a.message_id = ${id}::uuid`)}
    JOIN message m ON m.id = seen.message_id
    JOIN person p ON p.id = m.author_id
    ${joinOwnVersion(actor)}
    LEFT JOIN acknowledgement k ON k.person_id = ${me} AND k.message_id = m.id
    ORDER BY seen.nth LIMIT 1`);
  if (!rows[0]) throw new NotFound("message");
  return rows[0];
}

async function getOther(actor: Actor, messageId: string, versionId: string) {
  const language = sql`${actor.language}::text`;
  const rows = await query<Pick<Row, "language" | "title" | "body" | "isFallback" | "forDepartment">>(sql`
    SELECT t.language, t.title, t.body, t.language <> ${language} AS "isFallback", d.name AS "forDepartment"
    FROM (SELECT v.id, v.department_id FROM variant v WHERE v.id = ${versionId}::uuid AND v.message_id = ${messageId}::uuid) AS v
    ${joinTextIn(language)}
    LEFT JOIN department d ON d.id = v.department_id`);
  if (!rows[0]) throw new NotFound("version");
  return rows[0];
}

/** Once for each person and message: a statement of its own, since pages wait for nothing else of it. */
async function noteOpened(actor: Actor, messageId: string): Promise<void> {
  await query(sql`
    INSERT INTO read_receipt (person_id, message_id, read_at)
    VALUES (${actor.id}::uuid, ${messageId}::uuid, ${now()}::timestamptz) ON CONFLICT DO NOTHING`);
}
