import { askedWords } from "~/kernel/full-text";
import { sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canSeeDepartments } from "~/policy/departments";
import { canAddPeople } from "~/policy/people";
import { visibleProfiles } from "~/policy/profiles";

/** A person's name as it is looked for; the index stands on these words. */
export const foldedName = sql`fold_text(p.given_name || ' ' || p.family_name)`;

/** People whose profile this person may open, by the beginnings of their names' words, in any order. */
export function foundPeople(actor: Actor, most: number): Sql {
  const from = sql`FROM person p JOIN department d ON d.id = p.department_id WHERE ${visibleProfiles(actor)}`;
  const columns = sql`'person' AS kind, p.id, p.given_name || ' ' || p.family_name AS title, ''::text AS piece,
    concat_ws(', ', p.job_title, d.name) AS about, NULL::text AS version, NULL::timestamptz AS at`;
  return sql`
    WITH exact AS MATERIALIZED (
      SELECT ${columns}, similarity(${foldedName}, array_to_string(${askedWords}, ' '))::float8 AS score, false AS "isSimilar"
      ${from} AND cardinality(${askedWords}) > 0
        AND ' ' || ${foldedName} LIKE ALL (ARRAY(SELECT '% ' || w || '%' FROM unnest(${askedWords}) AS w))
        AND ${foldedName} LIKE '%' || longest_word(${askedWords}) || '%'
      ORDER BY score DESC, p.id LIMIT ${most}::int)
    SELECT * FROM exact
    UNION ALL
    (SELECT ${columns}, 0::float8, true ${from} AND NOT EXISTS (SELECT 1 FROM exact)
      AND p.id IN (SELECT s.id FROM similar_people(${askedWords}) AS s) ORDER BY p.family_name, p.id LIMIT ${most}::int)`;
}

/** Departments, for those who may look at the tree. */
export function foundDepartments(actor: Actor, most: number): Sql {
  const allowed = canSeeDepartments(actor) ? sql`TRUE` : sql`FALSE`;
  return sql`
    SELECT 'department' AS kind, d.id, d.name AS title, ''::text AS piece, up.name AS about, NULL::text AS version, NULL::timestamptz AS at,
      similarity(fold_text(d.name), array_to_string(${askedWords}, ' '))::float8 AS score, NOT (' ' || fold_text(d.name) LIKE ALL (ARRAY(SELECT '% ' || w || '%' FROM unnest(${askedWords}) AS w))) AS "isSimilar"
    FROM department d LEFT JOIN department up ON up.id = d.parent_id
    WHERE ${allowed} AND cardinality(${askedWords}) > 0
      AND (' ' || fold_text(d.name) LIKE ALL (ARRAY(SELECT '% ' || w || '%' FROM unnest(${askedWords}) AS w)) OR resembles(${askedWords}, fold_text(d.name)))
    ORDER BY score DESC, d.id LIMIT ${most}::int`;
}

/** Places of work, for those who keep them. */
export function foundLocations(actor: Actor, most: number): Sql {
  const allowed = canAddPeople(actor) ? sql`TRUE` : sql`FALSE`;
  return sql`
    SELECT 'location' AS kind, l.id, l.name AS title, ''::text AS piece, l.country AS about, NULL::text AS version, NULL::timestamptz AS at,
      similarity(fold_text(l.name), array_to_string(${askedWords}, ' '))::float8 AS score, NOT (' ' || fold_text(l.name) LIKE ALL (ARRAY(SELECT '% ' || w || '%' FROM unnest(${askedWords}) AS w))) AS "isSimilar"
    FROM location l
    WHERE ${allowed} AND cardinality(${askedWords}) > 0
      AND (' ' || fold_text(l.name) LIKE ALL (ARRAY(SELECT '% ' || w || '%' FROM unnest(${askedWords}) AS w)) OR resembles(${askedWords}, fold_text(l.name)))
    ORDER BY score DESC, l.id LIMIT ${most}::int`;
}
