import { shownName } from "~/domain/people/shown-names.server";
import { askedQuery, pieceOf, scoreOf, spokenVector } from "~/kernel/full-text";
import { sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canWriteMessages, editableMessages, visibleMessages } from "~/policy/messages";
import { joinOwnVersion, joinTextIn } from "./own-version.server";

/**
 * Messages by what was asked, said and answered under them: what this reader sees under their own version,
 * and whoever may edit the message under all of them. The newest of each message.
 */
export function foundRemarks(actor: Actor, most: number): Sql {
  const language = sql`${actor.language}::text`;
  const narrowed = sql`AND a.message_id IN (SELECT message_id FROM hit)`;
  const columns = (version: Sql) => sql`m.id, t.title, hit.body, hit.person_id, hit.at, ${version} AS version`;
  const parts = [sql`
      SELECT ${columns(sql`NULL::text`)}
      FROM (SELECT DISTINCT message_id FROM ${visibleMessages(actor, narrowed)}) AS seen JOIN message m ON m.id = seen.message_id
      ${joinOwnVersion(actor)} JOIN hit ON hit.message_id = m.id AND (hit.variant_id = v.id OR hit.asked_by = ${actor.id}::uuid)`];
  if (canWriteMessages(actor))
    parts.push(sql`
      SELECT ${columns(sql`'studio'`)}
      FROM hit JOIN message m ON m.id = hit.message_id AND m.state = 'published' AND ${editableMessages(actor)}
      JOIN variant v ON v.message_id = m.id AND v.department_id IS NULL ${joinTextIn(language)}`);
  return sql`
    WITH hit AS MATERIALIZED (
      SELECT q.message_id, q.body, q.person_id, q.written_at AS at, top.variant_id, top.person_id AS asked_by
      FROM message_remark q JOIN message_remark top ON top.id = coalesce(q.answers_id, q.id) WHERE ${spokenVector(sql`q.body`)} @@ ${askedQuery})
    SELECT 'remark' AS kind, f.id, f.title, ${pieceOf(sql`f.body`)} AS piece, ${shownName("p", language)} AS about, f.version, f.at,
      ${scoreOf(spokenVector(sql`f.body`), sql`f.at`)} AS score, false AS "isSimilar"
    FROM (
      SELECT * FROM (SELECT DISTINCT ON (r.id) r.* FROM (${parts[1] ? sql`${parts[0]!} UNION ALL ${parts[1]}` : parts[0]!}) AS r ORDER BY r.id, r.version NULLS FIRST, r.at DESC) AS n
      ORDER BY n.at DESC LIMIT ${most}::int) AS f
    JOIN person p ON p.id = f.person_id`;
}
