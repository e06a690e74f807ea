import { shownName } from "~/domain/people/shown-names.server";
import { askedQuery, askedWords, pieceOf, scoreOf, spokenVector } from "~/kernel/full-text";
import { sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { visibleWins } from "~/policy/wins";
import { inLanguage, winText } from "./win-columns.server";

/** Newest first, so many are put in order by how well they fit. */
const RANKED = 100;
/** Years are called by their person's name, which the company may have hidden: people are found as people. */
const hasWords = sql`w.milestone IS DISTINCT FROM 'years'`;

/** Wins, thank-yous and milestones that this person sees, by what they say or what was said under them. */
export function foundWins(actor: Actor, most: number): Sql {
  const language = sql`${actor.language}::text`;
  const seen = visibleWins(actor);
  return sql`
    WITH said AS MATERIALIZED (
      SELECT w.id, w.happened_at, w.text AS words FROM win w
      WHERE ${spokenVector(sql`w.text`)} @@ ${askedQuery} AND ${hasWords} AND ${seen} ORDER BY w.happened_at DESC LIMIT ${RANKED}::int
    ), answered AS MATERIALIZED (
      SELECT c.win_id AS id, w.happened_at, c.body AS words FROM win_comment c JOIN win w ON w.id = c.win_id
      WHERE ${spokenVector(sql`c.body`)} @@ ${askedQuery} AND c.removed_at IS NULL AND ${seen} ORDER BY c.written_at DESC LIMIT ${RANKED}::int
    ), exact AS MATERIALIZED (
      SELECT DISTINCT ON (b.id) b.* FROM (SELECT *, 1 AS nth FROM said UNION ALL SELECT *, 2 FROM answered) AS b ORDER BY b.id, b.nth
    )
    SELECT 'win' AS kind, f.id, coalesce(${thankedNames(language)}, ${winText(language)}) AS title, ${pieceOf(sql`f.words`)} AS piece,
      (SELECT ${inLanguage(actor, sql`v.names`)} FROM company_value v WHERE v.id = w.value_id) AS about, NULL::text AS version, f.at, f.score, f."isSimilar"
    FROM (
      SELECT e.id, e.words, e.happened_at AS at, ${scoreOf(spokenVector(sql`e.words`), sql`e.happened_at`)} AS score, false AS "isSimilar" FROM exact e
      UNION ALL
      SELECT w.id, w.text, w.happened_at, 0::float8, true FROM win w
      WHERE NOT EXISTS (SELECT 1 FROM exact) AND w.id IN (SELECT s.id FROM similar_wins(${askedWords}) AS s) AND ${hasWords} AND ${seen}
      ORDER BY score DESC, at DESC, id LIMIT ${most}::int
    ) AS f JOIN win w ON w.id = f.id`;
}

/** Who was thanked, as the win's own page names them; null for milestones of things. */
function thankedNames(language: Sql): Sql {
  return sql`(SELECT string_agg(n.name, ', ' ORDER BY n.name) FROM (
    (SELECT ${shownName("p", language)} AS name FROM win_person x JOIN person p ON p.id = x.person_id WHERE x.win_id = w.id LIMIT 6)
    UNION ALL (SELECT x.name FROM win_team x WHERE x.win_id = w.id LIMIT 3)) AS n)`;
}
