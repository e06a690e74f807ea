import { askedQuery, askedWords, pieceOf, scoreOf } from "~/kernel/full-text";
import { sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { editablePosts, offeredPosts } from "~/policy/library";

const RANKED = 100;
const text = sql`p.summary || ' ' || p.facts || ' ' || p.link_title || ' ' || p.link_description`;
const vector = sql`search_vector(p.language, p.title, ${text})`;

/** Posts offered to this person. */
export function foundPosts(actor: Actor, most: number): Sql {
  return found(sql`'post'`, sql`NULL::text`, sql`p.approved_at`, offeredPosts(actor), most);
}

/** Posts that this publisher may edit, in any state. */
export function foundPostDrafts(actor: Actor, most: number): Sql {
  return found(sql`'postDraft'`, sql`p.state::text`, sql`p.updated_at`, editablePosts(actor), most);
}

/** What is spelled alike only where nothing else that may be seen was found. */
function found(kind: Sql, about: Sql, at: Sql, filter: Sql, most: number): Sql {
  const columns = sql`${kind} AS kind, p.id, p.title, ${pieceOf(sql`concat_ws(' · ', nullif(p.summary, ''), nullif(p.facts, ''), nullif(p.link_title, ''))`)} AS piece,
    ${about} AS about, NULL::text AS version, ${at} AS at`;
  return sql`
    WITH exact AS MATERIALIZED (SELECT p.* FROM post p WHERE ${vector} @@ ${askedQuery} AND ${filter} ORDER BY p.updated_at DESC LIMIT ${RANKED}::int)
    SELECT * FROM (
      SELECT ${columns}, ${scoreOf(vector, at)} AS score, false AS "isSimilar" FROM exact p
      UNION ALL
      SELECT ${columns}, 0::float8, true FROM post p
      WHERE NOT EXISTS (SELECT 1 FROM exact) AND p.id IN (SELECT s.id FROM similar_posts(${askedWords}) AS s) AND ${filter}
    ) AS f ORDER BY f.score DESC, f.at DESC, f.id LIMIT ${most}::int`;
}
