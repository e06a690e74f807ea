import { shownFamilyName, shownGivenName, shownName, shownPhoto, shownProfile } from "~/domain/people/shown-names.server";
import { sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";

/** Named by the company's rule about those who have left, in the reader's language. */
const personJson = (department: Sql, language?: Sql) => sql`json_build_object('id', p.id, 'givenName', ${shownGivenName("p", language)}, 'familyName', ${shownFamilyName("p", language)},
  'departmentName', ${department}, 'profile', ${shownProfile()}, 'photo', ${shownPhoto()})`;

/** A text that exists by language, in the reader's, else the company's, else any. @param texts a jsonb column */
export function inLanguage(actor: Pick<Actor, "language">, texts: Sql): Sql {
  return sql`coalesce(${texts}->>${actor.language}::text, ${texts}->>(SELECT language FROM company), (SELECT each.value FROM jsonb_each_text(${texts}) AS each LIMIT 1))`;
}

/** Everything a card shows of `w` (win), for one reader. Counts come from the rows themselves: there is no counter to wait for. */
export function winColumns(actor: Actor): Sql {
  const language = sql`${actor.language}::text`;
  return sql`w.id, w.kind, ${winText(language)} AS text, w.happened_at AS "happenedAt", w.edited_at AS "editedAt", w.picture_alt AS "pictureAlt",
    w.milestone, w.milestone_step AS "milestoneStep", w.milestone_from AS "milestoneFrom",
    (SELECT ${personJson(sql`d.name`, language)} FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = w.giver_id) AS giver,
    ${thankedColumns(language)},
    (SELECT ${inLanguage(actor, sql`v.names`)} FROM company_value v WHERE v.id = w.value_id) AS "valueName",
    (SELECT json_build_object('id', i.id, 'width', i.width, 'height', i.height, 'placeholder', i.placeholder, 'widths', i.widths)
      FROM picture i WHERE i.id = w.picture_id) AS picture,
    (SELECT coalesce(json_agg(json_build_object('kind', r.kind, 'count', r.count, 'isOwn', r.own)), '[]') FROM (
      SELECT kind, count(*)::int AS count, bool_or(person_id = ${actor.id}::uuid) AS own
      FROM win_reaction WHERE win_id = w.id GROUP BY kind) AS r) AS reactions,
    (SELECT count(*)::int FROM win_comment c WHERE c.win_id = w.id AND c.removed_at IS NULL) AS comments`;
}

/** What a win says; a milestone of years is called by its person's name, as it may be shown today. */
export function winText(language: Sql): Sql {
  return sql`CASE WHEN w.milestone = 'years' THEN (SELECT ${shownName("p", language)} FROM person p WHERE p.id = w.milestone_of) ELSE w.text END`;
}

/** Who was thanked, by name and by team. */
export const thankedColumns = (language: Sql) => sql`
  (SELECT coalesce(json_agg(${personJson(sql`d.name`, language)} ORDER BY p.family_name, p.given_name), '[]')
    FROM win_person x JOIN person p ON p.id = x.person_id LEFT JOIN department d ON d.id = x.department_id WHERE x.win_id = w.id) AS people,
  (SELECT coalesce(json_agg(json_build_object('id', x.department_id, 'name', x.name) ORDER BY x.name), '[]')
    FROM win_team x WHERE x.win_id = w.id) AS teams`;
