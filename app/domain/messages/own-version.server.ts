import { sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";

/**
 * Joins to a message (`m`, unless told) the one version of this reader as `v(id, department_id)` and its text as
 * `t(language, title, body)`: the nearest department up the tree, else the core version; the reader's
 * language, else the company's. `version.ts` says the same in plain words, and a test compares them.
 */
export function joinOwnVersion(reader: Pick<Actor, "ancestorIds" | "language">, messageId: Sql = sql`m.id`): Sql {
  const path = sql`${reader.ancestorIds}::uuid[]`;
  return sql`
    CROSS JOIN LATERAL (
      SELECT v.id, v.department_id FROM variant v
      WHERE v.message_id = ${messageId} AND (v.department_id IS NULL OR v.department_id = ANY(${path}))
      ORDER BY array_position(${path}, v.department_id) NULLS LAST
      LIMIT 1) AS v
    ${joinTextIn(sql`${reader.language}::text`)}`;
}

/** Joins to `v` (variant) its text for readers of a language as `t(language, title, body)`. */
export function joinTextIn(language: Sql): Sql {
  return sql`CROSS JOIN LATERAL (${textIn(language)}) AS t`;
}

/** The text of `v` (variant) for readers of a language; no row while it has none. */
export function textIn(language: Sql): Sql {
  return sql`
    SELECT t.language, t.title, t.body FROM variant_text t
    WHERE t.variant_id = v.id
    ORDER BY t.language = ${language} DESC, t.language = (SELECT language FROM company) DESC, t.language
    LIMIT 1`;
}

/** The why of `m` for a reader of this language, else in the company's; empty when there is none. */
export function whyIn(language: Sql): Sql {
  return sql`coalesce(m.why ->> ${language}, m.why ->> (SELECT language FROM company), '')`;
}

/**
 * For whom the version `v` of a message that is `seen` (policy/messages) is, as its reader is told: the
 * version's department, else the nearest one of the audience up the tree. A message that is for several
 * of the reader's departments is there several times: the row with the least `nth` is meant.
 */
export function departmentMeant(reader: Pick<Actor, "ancestorIds">): Sql {
  return sql`coalesce(v.department_id, (${reader.ancestorIds}::uuid[])[seen.nth])`;
}

/**
 * Everybody's version: which department gets which, as rows `(department_id, version_id)`, where
 * `version_id` is the variant's department, or null for the core. One row for each department under
 * the audience, computed per department and not per person.
 * @param audience uuid[] @param variants uuid[] of the departments that have a version
 */
export function versionByDepartment(audience: Sql, variants: Sql): Sql {
  return sql`
    SELECT under.department_id, (
      SELECT c.ancestor_id FROM department_closure c
      WHERE c.descendant_id = under.department_id AND c.ancestor_id = ANY(${variants})
      ORDER BY c.depth LIMIT 1) AS version_id
    FROM (SELECT DISTINCT descendant_id AS department_id FROM department_closure WHERE ancestor_id = ANY(${audience})) AS under`;
}
