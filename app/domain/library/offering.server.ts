import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { empty, sql, type Sql } from "~/kernel/sql";
import type { PictureSource } from "~/ui/picture";
import type { Actor } from "~/policy/actor";
import { offeredByDepartment, offeredPosts } from "~/policy/library";
import type { Caption } from "./post";
import { pictureOf } from "./post-record.server";

/** A post as somebody who may share it finds it in a list. */
export interface OfferedPost {
  id: string;
  title: string;
  summary: string;
  /** Of title, summary and the linked page. */
  language: string;
  approvedAt: Date;
  /** The first moment at which it is valid no more. */
  validUntil: Date | null;
  linkHost: string;
  picture: PictureSource | null;
  pictureAlt: string;
}

const PAGE_SIZE = 20;

const columns = sql`p.id, p.title, p.summary, p.language, p.approved_at AS "approvedAt", p.valid_until AS "validUntil",
  p.link_host AS "linkHost", p.picture_alt AS "pictureAlt", ${pictureOf} AS picture`;

/**
 * The posts offered to this person, the newest approval first, a page at a time. Reads a page's worth
 * of the index for each department above the person and merges them. One statement.
 * @param cursor as the page before named it; anything else starts anew
 */
export async function listOffered(actor: Actor, cursor?: string | null): Promise<{ posts: OfferedPost[]; next: string | null }> {
  const last = readCursor(cursor);
  const page = sql`
    ${last ? sql`AND (a.approved_at, a.post_id) < (${last.approvedAt}::timestamptz, ${last.id}::uuid)` : empty}
    ORDER BY a.approved_at DESC, a.post_id DESC LIMIT ${PAGE_SIZE + 1}::int`;
  const rows = await query<OfferedPost>(sql`
    SELECT ${columns}
    FROM (
      SELECT DISTINCT approved_at, post_id FROM ${offeredByDepartment(actor, page)}
      ORDER BY approved_at DESC, post_id DESC LIMIT ${PAGE_SIZE + 1}::int) AS seen
    JOIN post p ON p.id = seen.post_id
    ORDER BY seen.approved_at DESC, seen.post_id DESC`);
  const posts = rows.slice(0, PAGE_SIZE);
  const end = posts.at(-1);
  return { posts, next: rows.length > PAGE_SIZE && end ? `${end.approvedAt.getTime()}_${end.id}` : null };
}

/** Everything of a post that is offered, with what must stay true in anybody's words. */
export interface OfferedPostDetails extends OfferedPost {
  why: string;
  linkUrl: string;
  linkTitle: string;
  linkDescription: string;
  facts: string[];
  hashtags: string[];
  disclosure: string;
  captions: Caption[];
}

interface DetailsRow extends Omit<OfferedPostDetails, "facts" | "hashtags" | "captions"> {
  facts: string;
  hashtags: string;
  captions: Caption[] | null;
}

/** One statement. @throws NotFound when it is not offered to this person */
export async function getOfferedPost(actor: Actor, id: string): Promise<OfferedPostDetails> {
  if (!isUuid(id)) throw new NotFound("post");
  const rows = await query<DetailsRow>(sql`
    SELECT ${columns}, p.why, p.link_url AS "linkUrl", p.link_title AS "linkTitle",
           p.link_description AS "linkDescription", p.facts, p.hashtags, p.disclosure, ${captionsOf(empty)} AS captions
    FROM post p WHERE p.id = ${id}::uuid AND ${offeredPosts(actor)}`);
  const post = rows[0];
  if (!post) throw new NotFound("post");
  return { ...post, facts: post.facts.split("\n").filter(Boolean), hashtags: post.hashtags.split(" ").filter(Boolean), captions: post.captions ?? [] };
}

/** The texts suggested for a network, its own and those for all, in their order. @throws NotFound */
export async function getCaptions(actor: Actor, id: string, network: string): Promise<Caption[]> {
  if (!isUuid(id)) throw new NotFound("post");
  const rows = await query<{ captions: Caption[] | null }>(sql`
    SELECT ${captionsOf(sql`AND (c.network IS NULL OR c.network = ${network}::text)`)} AS captions
    FROM post p WHERE p.id = ${id}::uuid AND ${offeredPosts(actor)}`);
  if (!rows[0]) throw new NotFound("post");
  return rows[0].captions ?? [];
}

const captionsOf = (narrowed: Sql) => sql`(
  SELECT json_agg(json_build_object('id', c.id, 'network', c.network, 'language', c.language, 'text', c.text) ORDER BY c.position)
  FROM caption c WHERE c.post_id = p.id ${narrowed})`;

function readCursor(cursor: string | null | undefined): { approvedAt: Date; id: string } | null {
  const [time = "", id] = (cursor ?? "").split("_");
  return /^\d{1,14}$/.test(time) && isUuid(id) ? { approvedAt: new Date(Number(time)), id } : null;
}
