import { shownFamilyName, shownGivenName } from "~/domain/people/shown-names.server";
import { query, type Tx } from "~/kernel/db.server";
import { sql, type Sql } from "~/kernel/sql";
import type { PostApprovalFacts } from "~/policy/library";
import type { PersonName, PostApproval, PostRecord } from "./post";

/** A person `x` as screens name them. */
const personName = sql`json_build_object('id', x.id, 'givenName', ${shownGivenName("x")}, 'familyName', ${shownFamilyName("x")})`;
const nameOf = (id: Sql) => sql`(SELECT ${personName} FROM person x WHERE x.id = ${id})`;

/** The picture of `p` as screens need it. */
export const pictureOf = sql`(
  SELECT json_build_object('id', i.id, 'width', i.width, 'height', i.height, 'placeholder', i.placeholder, 'widths', i.widths)
  FROM picture i WHERE i.id = p.picture_id)`;

/** Newest first; older ones are in the audit. */
const MOST_APPROVALS = 20;

const postRecord = (condition: Sql) => sql`
  SELECT p.id::text, p.state::text, p.is_starter AS "isStarter", p.revision, p.content_hash AS "contentHash", p.title, p.summary, p.why, p.language,
         p.link_url AS "linkUrl", p.link_title AS "linkTitle", p.link_description AS "linkDescription", p.link_host AS "linkHost",
         p.picture_id::text AS "pictureId", p.picture_alt AS "pictureAlt", p.facts, p.hashtags, p.disclosure,
         p.valid_from AS "validFrom", p.valid_until AS "validUntil", p.approved_at AS "approvedAt", p.updated_at AS "updatedAt",
         ${nameOf(sql`p.author_id`)} AS author,
         (SELECT json_agg(c.ancestor_id ORDER BY c.depth) FROM person w JOIN department_closure c ON c.descendant_id = w.department_id
          WHERE w.id = p.author_id AND w.deactivated_at IS NOT NULL) AS "authorLeftFrom", ${pictureOf} AS picture,
         (SELECT json_agg(json_build_object('id', d.id, 'name', d.name, 'path', (
             SELECT json_agg(c.ancestor_id ORDER BY c.depth) FROM department_closure c WHERE c.descendant_id = d.id)) ORDER BY d.name, d.id)
          FROM post_audience a JOIN department d ON d.id = a.department_id WHERE a.post_id = p.id) AS departments,
         (SELECT json_agg(json_build_object('id', c.id, 'network', c.network, 'language', c.language, 'text', c.text) ORDER BY c.position)
          FROM caption c WHERE c.post_id = p.id) AS captions,
         (SELECT json_agg(json_build_object('person', ${nameOf(sql`e.person_id`)}, 'editedAt', e.edited_at) ORDER BY e.edited_at DESC)
          FROM post_editor e WHERE e.post_id = p.id) AS edits,
         (SELECT json_agg(json_build_object('id', w.id, 'contentHash', w.content_hash, 'decision', w.decision, 'note', w.note,
             'requestedBy', ${nameOf(sql`w.requested_by_id`)}, 'requestedAt', w.requested_at, 'dueAt', w.due_at,
             'decidedBy', ${nameOf(sql`w.decided_by_id`)}, 'decidedAt', w.decided_at,
             'voidedBy', ${nameOf(sql`w.voided_by_id`)}, 'voidedAt', w.voided_at, 'voidedParts', w.voided_parts) ORDER BY w.requested_at DESC, w.id)
          FROM (SELECT * FROM post_approval w WHERE w.post_id = p.id ORDER BY w.requested_at DESC, w.id LIMIT ${MOST_APPROVALS}::int) w) AS approvals
  FROM post p WHERE ${condition}`;

type Moments<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };

interface Row extends Omit<PostRecord, "editors" | "approvals" | "audience" | "audiencePaths" | "audienceNames" | "captions"> {
  departments: { id: string; name: string; path: string[] }[] | null;
  captions: PostRecord["captions"] | null;
  edits: { person: PersonName; editedAt: string }[] | null;
  approvals: Moments<PostApproval>[] | null;
}

/** The post, or null. One statement; who may see it is the caller's question. */
export async function findPostRecord(id: string): Promise<PostRecord | null> {
  const rows = await query<Row>(postRecord(sql`p.id = ${id}::uuid`));
  return rows[0] ? asRecord(rows[0]) : null;
}

/** The post, or null, locked until the transaction ends: edits and decisions come one after the other. */
export async function lockPostRecord(tx: Tx, id: string): Promise<PostRecord | null> {
  await tx.$queryRaw(sql`SELECT 1 FROM post WHERE id = ${id}::uuid FOR UPDATE`);
  const rows = await tx.$queryRaw<Row[]>(postRecord(sql`p.id = ${id}::uuid`));
  return rows[0] ? asRecord(rows[0]) : null;
}

function asRecord({ departments, edits, approvals, captions, ...row }: Row): PostRecord {
  const moment = (text: string | null) => text && new Date(text);
  return {
    ...row,
    captions: captions ?? [],
    audience: (departments ?? []).map(({ id }) => id),
    audienceNames: (departments ?? []).map(({ name }) => name),
    audiencePaths: (departments ?? []).map(({ path }) => path),
    editors: (edits ?? []).map(({ person, editedAt }) => ({ ...person, editedAt: new Date(editedAt) })),
    approvals: (approvals ?? []).map((approval) => ({
      ...approval,
      requestedAt: new Date(approval.requestedAt),
      dueAt: new Date(approval.dueAt),
      decidedAt: moment(approval.decidedAt) as Date | null,
      voidedAt: moment(approval.voidedAt) as Date | null,
    })),
  };
}

/** The wait that is open, if any. */
export function waitingApproval(post: Pick<PostRecord, "approvals">): PostApproval | null {
  return post.approvals.find(({ decision }) => decision === "waiting") ?? null;
}

/** What decisions about the post depend on. */
export function approvalFacts(post: PostRecord, at: Date): PostApprovalFacts {
  const waiting = waitingApproval(post);
  return {
    authorId: post.author.id,
    audience: post.audiencePaths,
    leftFrom: post.authorLeftFrom,
    isOut: post.state === "approved" || post.state === "ended",
    editorIds: post.editors.map(({ id }) => id),
    isOverdue: waiting !== null && waiting.dueAt <= at,
  };
}
