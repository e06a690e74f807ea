import { askedQuery, askedWords, pieceOf, scoreOf } from "~/kernel/full-text";
import { sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { editableMessages, openVersions, visibleMessages } from "~/policy/messages";
import { joinOwnVersion, joinTextIn } from "./own-version.server";

/** Newest first, so many are put in order by how well they fit. */
const RANKED = 100;
const vector = sql`search_vector(t.language, t.title, t.body)`;
const matching = sql`SELECT t.variant_id, t.language FROM variant_text t WHERE ${vector} @@ ${askedQuery}`;
const resembling = sql`SELECT s.variant_id, s.language FROM similar_variant_texts(${askedWords}) AS s`;

/**
 * Messages that this reader sees, by the version they read, or by another one where all are open. What is
 * spelled alike is looked for only where they found nothing else: whether others could find something
 * must not show.
 */
export function foundMessages(actor: Actor, most: number): Sql {
  return sql`
    WITH exact AS MATERIALIZED (${readable(actor, matching)})
    SELECT 'message' AS kind, f.id, f.title, ${pieceOf(sql`f.body`)} AS piece, NULL::text AS about, f.version, f.at, f.score, f."isSimilar"
    FROM (
      (SELECT t.*, ${scoreOf(vector, sql`t.at`)} AS score, false AS "isSimilar" FROM (SELECT * FROM exact ORDER BY at DESC LIMIT ${RANKED}::int) AS t)
      UNION ALL
      SELECT t.*, 0::float8 AS score, true AS "isSimilar" FROM (${readable(actor, resembling)}) AS t WHERE NOT EXISTS (SELECT 1 FROM exact)
    ) AS f
    ORDER BY f.score DESC, f.at DESC, f.id LIMIT ${most}::int`;
}

/** Of the texts (variant_id, language), those that this reader may read, one for each message. */
function readable(actor: Actor, texts: Sql): Sql {
  const narrowed = sql`AND a.message_id IN (SELECT x.message_id FROM variant x WHERE x.id IN (SELECT variant_id FROM hit))`;
  const seen = sql`(SELECT DISTINCT message_id, published_at FROM ${visibleMessages(actor, narrowed)}) AS seen JOIN message m ON m.id = seen.message_id`;
  return sql`
    SELECT DISTINCT ON (r.id) r.* FROM (
      WITH hit AS MATERIALIZED (${texts})
      SELECT m.id, t.language, t.title, t.body, NULL::text AS version, seen.published_at AS at
      FROM ${seen} ${joinOwnVersion(actor)} WHERE (v.id, t.language) IN (SELECT variant_id, language FROM hit)
      UNION ALL
      SELECT m.id, t.language, t.title, t.body, v.id::text, seen.published_at
      FROM ${seen} JOIN variant v ON v.message_id = m.id AND ${openVersions} ${joinTextIn(sql`${actor.language}::text`)}
      WHERE (v.id, t.language) IN (SELECT variant_id, language FROM hit)
    ) AS r ORDER BY r.id, r.version NULLS FIRST`;
}

/** Messages that this publisher may edit, in any state and by any of their versions. */
export function foundMessageDrafts(actor: Actor, most: number): Sql {
  const texts = (condition: Sql) => sql`
    SELECT DISTINCT ON (m.id) m.id, m.state::text AS state, m.updated_at AS at, t.language, t.title, t.body
    FROM variant_text t JOIN variant v ON v.id = t.variant_id JOIN message m ON m.id = v.message_id
    WHERE ${condition} AND ${editableMessages(actor)} ORDER BY m.id, v.department_id NULLS FIRST`;
  return sql`
    WITH exact AS MATERIALIZED (${texts(sql`${vector} @@ ${askedQuery}`)})
    SELECT 'draft' AS kind, f.id, f.title, ${pieceOf(sql`f.body`)} AS piece, f.state AS about, NULL::text AS version, f.at, f.score, f."isSimilar"
    FROM (
      (SELECT t.*, ${scoreOf(vector, sql`t.at`)} AS score, false AS "isSimilar" FROM (SELECT * FROM exact ORDER BY at DESC LIMIT ${RANKED}::int) AS t)
      UNION ALL
      SELECT t.*, 0::float8, true FROM (${texts(sql`(t.variant_id, t.language) IN (${resembling})`)}) AS t WHERE NOT EXISTS (SELECT 1 FROM exact)
    ) AS f
    ORDER BY f.score DESC, f.at DESC, f.id LIMIT ${most}::int`;
}
