import { worksHere } from "~/domain/people/standing.server";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { join, sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canGiveThanks } from "~/policy/wins";

/** Somebody or a team to thank: a name and where they work, nothing else. */
export interface Colleague {
  kind: "person" | "team";
  id: string;
  name: string;
  /** The person's department; empty for a team. */
  department: string;
}

const MOST = 8;

/** Colleagues whose name holds these words, in any order, then departments. @throws NotFound for those who may not thank */
export async function findColleagues(actor: Actor, typed: string): Promise<Colleague[]> {
  if (!canGiveThanks(actor)) throw new NotFound("colleagues");
  const words = typed.replaceAll("\0", "").trim().slice(0, 80).split(/\s+/).filter(Boolean).slice(0, 4);
  if (words.join("").length < 2) return [];
  const pattern = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  const named = join(words.map((word) => sql`(p.given_name || ' ' || p.family_name) ILIKE ${pattern(word)}::text`), " AND ");
  return query<Colleague>(sql`
    (SELECT 'person' AS kind, p.id, p.given_name || ' ' || p.family_name AS name, d.name AS department
     FROM person p JOIN department d ON d.id = p.department_id
     WHERE ${named} AND ${worksHere} AND p.id <> ${actor.id}::uuid
     ORDER BY (p.department_id = ${actor.departmentId}::uuid) DESC, p.family_name, p.given_name, p.id LIMIT ${MOST}::int)
    UNION ALL
    (SELECT 'team', d.id, d.name, '' FROM department d WHERE d.name ILIKE ${pattern(words.join(" "))}::text ORDER BY d.name LIMIT 3)`);
}

/** Those who were chosen so far, by id, in this order; who has left or is oneself drops out. */
export async function findChosen(actor: Actor, people: readonly string[], teams: readonly string[]): Promise<Colleague[]> {
  if (!canGiveThanks(actor)) throw new NotFound("colleagues");
  if (people.length + teams.length === 0) return [];
  const rows = await query<Colleague>(sql`
    SELECT 'person' AS kind, p.id, p.given_name || ' ' || p.family_name AS name, d.name AS department
    FROM person p JOIN department d ON d.id = p.department_id
    WHERE p.id = ANY(${people}::uuid[]) AND ${worksHere} AND p.id <> ${actor.id}::uuid
    UNION ALL SELECT 'team', d.id, d.name, '' FROM department d WHERE d.id = ANY(${teams}::uuid[])`);
  const order = [...people, ...teams];
  return rows.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
}
