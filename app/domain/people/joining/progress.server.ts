import { z } from "zod";
import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { ids, optionalId } from "~/kernel/fields";
import { join, sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canInvitePeople } from "~/policy/people";

/** Who is meant: these people, or everybody of a department and what is under it, or everybody. */
export const selection = z.object({ person: ids, department: optionalId });
export type Selection = z.infer<typeof selection>;

/** Of `person p`: has something to sign in with. */
export const hasJoined = sql`(EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id) OR EXISTS (SELECT 1 FROM pin k WHERE k.person_id = p.id)
  OR EXISTS (SELECT 1 FROM passkey y WHERE y.person_id = p.id))`;

/** The same for counting everybody: whoever is in `keys` has. Looked up person by person, 100,000 take seconds. */
const joinKeys = sql`LEFT JOIN (SELECT person_id FROM credential UNION SELECT person_id FROM pin UNION SELECT person_id FROM passkey) AS keys ON keys.person_id = p.id`;

/** Of `person p`: those of the selection who are here and can't sign in yet. */
export function waitingPeople(selection: Selection): Sql {
  return join([sql`p.deactivated_at IS NULL`, sql`NOT ${hasJoined}`, ...within(selection)], " AND ");
}

function within({ person, department }: Selection): Sql[] {
  if (person.length > 0) return [sql`p.id = ANY(${person}::uuid[])`];
  // Guests are invited one by one, and count nowhere.
  if (!department) return [sql`NOT p.is_guest`];
  return [sql`NOT p.is_guest`, sql`p.department_id IN (SELECT descendant_id FROM department_closure WHERE ancestor_id = ${department}::uuid)`];
}

export interface JoiningCounts {
  joined: number;
  /** Of those who can't sign in yet: */
  invited: number;
  notInvited: number;
  withMail: number;
  /** Without mail, with a personnel number: a card helps. */
  forCards: number;
}

export interface WaitingPerson {
  id: string;
  givenName: string;
  familyName: string;
  departmentName: string;
  hasMail: boolean;
  personnelNumber: string | null;
  /** The way in that waits for them, if there is one. */
  way: "mail" | "card" | null;
  invitedAt: Date | null;
  hasExpired: boolean;
}

const PAGE = 50;

/** How far everybody of a part of the company is, and a page of those who can't sign in yet, by name. Two statements. */
export async function describeJoining(actor: Actor, { department, after }: { department?: string; after?: string }) {
  if (!canInvitePeople(actor)) throw new NotFound("joining");
  const part: Selection = { person: [], department };
  const here = join([sql`p.deactivated_at IS NULL`, ...within(part)], " AND ");
  const [counts, rows] = await Promise.all([
    query<JoiningCounts>(sql`
      SELECT count(*) FILTER (WHERE joined)::int AS joined, count(*) FILTER (WHERE NOT joined AND invited)::int AS invited,
             count(*) FILTER (WHERE NOT joined AND NOT invited)::int AS "notInvited", count(*) FILTER (WHERE NOT joined AND has_mail)::int AS "withMail",
             count(*) FILTER (WHERE NOT joined AND NOT has_mail AND has_number)::int AS "forCards"
      FROM (SELECT keys.person_id IS NOT NULL AS joined, p.email IS NOT NULL AS has_mail, p.personnel_number IS NOT NULL AS has_number,
              j.person_id IS NOT NULL AS invited
            FROM person p ${joinKeys} LEFT JOIN join_code j ON j.person_id = p.id AND j.expires_at > ${now()}::timestamptz WHERE ${here}) AS one`),
    query<WaitingPerson>(sql`
      SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", d.name AS "departmentName", p.email IS NOT NULL AS "hasMail",
             p.personnel_number AS "personnelNumber", j.way, j.created_at AS "invitedAt", coalesce(j.expires_at <= ${now()}::timestamptz, false) AS "hasExpired"
      FROM person p JOIN department d ON d.id = p.department_id LEFT JOIN join_code j ON j.person_id = p.id
      WHERE ${waitingPeople(part)} ${after ? sql`AND (p.family_name, p.given_name, p.id) > (SELECT family_name, given_name, id FROM person WHERE id = ${after}::uuid)` : sql``}
      ORDER BY p.family_name, p.given_name, p.id LIMIT ${PAGE + 1}::int`),
  ]);
  const people = rows.slice(0, PAGE);
  return { counts: counts[0]!, people, next: rows.length > PAGE ? people.at(-1)!.id : null };
}
