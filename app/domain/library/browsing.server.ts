import { shownName } from "~/domain/people/shown-names.server";
import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { empty, sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canEditPost, canWritePosts, editablePosts, postAbilities, type PostAbilities } from "~/policy/library";
import type { PictureSource } from "~/ui/picture";
import { findApprovers } from "./approvers.server";
import { listAdvice, listBlockers, type Advice, type Blocker } from "./blockers";
import type { PersonName, PostRecord, PostState } from "./post";
import { approvalFacts, findPostRecord, pictureOf } from "./post-record.server";

/** The states that the library of the studio is looked through by. */
export const libraryFilters = ["all", "draft", "in_review", "approved", "ended"] as const;
export type LibraryFilter = (typeof libraryFilters)[number];

export function readFilter(value: string | null): LibraryFilter {
  return libraryFilters.find((filter) => filter === value) ?? "all";
}

/** A post as its publishers' list shows it. */
export interface LibraryPost {
  id: string;
  title: string;
  state: PostState;
  /** Approved, and its last day is over. */
  isOver: boolean;
  /** Came with a new company, and nobody changed it yet. */
  isStarter: boolean;
  updatedAt: Date;
  validUntil: Date | null;
  author: string;
  audience: string[] | null;
  captions: number;
  picture: PictureSource | null;
}

const PAGE_SIZE = 20;

/** The posts that this publisher may edit, the last changed first, a page at a time. One statement. @throws NotFound */
export async function listPosts(actor: Actor, filter: LibraryFilter, cursor?: string | null): Promise<{ posts: LibraryPost[]; next: string | null }> {
  if (!canWritePosts(actor)) throw new NotFound("library");
  const last = readCursor(cursor);
  const rows = await query<LibraryPost>(sql`
    SELECT p.id, p.title, p.state, p.state = 'approved' AND coalesce(p.valid_until <= ${now()}::timestamptz, false) AS "isOver", p.is_starter AS "isStarter",
           p.updated_at AS "updatedAt", p.valid_until AS "validUntil", ${shownName("x", sql`${actor.language}::text`)} AS author,
           (SELECT json_agg(d.name ORDER BY d.name) FROM post_audience a JOIN department d ON d.id = a.department_id WHERE a.post_id = p.id) AS audience,
           (SELECT count(*)::int FROM caption c WHERE c.post_id = p.id) AS captions, ${pictureOf} AS picture
    FROM post p JOIN person x ON x.id = p.author_id
    WHERE ${editablePosts(actor)} ${inState(filter)}
      ${last ? sql`AND (p.updated_at, p.id) < (${last.updatedAt}::timestamptz, ${last.id}::uuid)` : empty}
    ORDER BY p.updated_at DESC, p.id DESC LIMIT ${PAGE_SIZE + 1}::int`);
  const posts = rows.slice(0, PAGE_SIZE);
  const end = posts.at(-1);
  return { posts, next: rows.length > PAGE_SIZE && end ? `${end.updatedAt.getTime()}_${end.id}` : null };
}

function inState(filter: LibraryFilter): Sql {
  return filter === "all" ? empty : sql`AND p.state = ${filter}::post_state`;
}

/** A draft as its editor needs it. */
export interface PostDraft {
  post: PostRecord;
  blockers: Blocker[];
  advice: Advice[];
  /** Who may decide about it. */
  approvers: PersonName[];
  abilities: PostAbilities;
}

/** Two statements. @param languages the company's. @throws NotFound, also for those who may not edit it */
export async function getPostDraft(actor: Actor, id: string | undefined, languages: readonly string[]): Promise<PostDraft> {
  const post = isUuid(id) ? await findPostRecord(id) : null;
  if (!post || !canEditPost(actor, approvalFacts(post, now()))) throw new NotFound("post");
  const approvers = await findApprovers(post);
  return {
    post,
    blockers: listBlockers(post, approvers, now()),
    advice: listAdvice(post, languages),
    // Who decides is shown to colleagues, not to guests.
    approvers: (actor.isGuest ? [] : approvers.people).map(({ id: personId, givenName, familyName }) => ({ id: personId, givenName, familyName })),
    abilities: postAbilities(actor, approvalFacts(post, now())),
  };
}

function readCursor(cursor: string | null | undefined): { updatedAt: Date; id: string } | null {
  const [time = "", id] = (cursor ?? "").split("_");
  return /^\d{1,14}$/.test(time) && isUuid(id) ? { updatedAt: new Date(Number(time)), id } : null;
}
