import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor, RoleGrant } from "~/policy/actor";
import { mayComeIn } from "./standing.server";

/** What decisions need of a person, of `actorSources`. */
export const actorColumns = sql`
  p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.job_title AS "jobTitle",
  p.email::text AS email, p.department_id AS "departmentId", p.is_guest AS "isGuest",
  CASE WHEN p.is_guest THEN p.agency ELSE d.name END AS "departmentName",
  l.name AS "locationName", p.language, p.theme, p.photo_picture_id AS "photoPictureId",
  coalesce(p.time_zone, l.time_zone, c.time_zone) AS "timeZone",
  -- A guest reads nothing by being in a department.
  ARRAY(SELECT ancestor_id::text FROM department_closure
        WHERE descendant_id = p.department_id AND NOT p.is_guest ORDER BY depth) AS "ancestorIds",
  (SELECT json_agg(json_build_object('role', role, 'departmentId', department_id))
   FROM role_grant WHERE person_id = p.id) AS roles`;

/** What `actorColumns` are read from, after a person `p`. */
export const actorSources = sql`
  JOIN department d ON d.id = p.department_id
  LEFT JOIN location l ON l.id = p.location_id
  CROSS JOIN company c`;

/** An actor as the statement answers it: no roles come as null. */
export type ActorRow = Omit<Actor, "roles"> & { roles: RoleGrant[] | null };

/** The person as they would act now; null when there is none or they have left. For jobs that act for somebody. */
export async function findActor(personId: string): Promise<Actor | null> {
  const rows = await query<ActorRow>(sql`
    SELECT ${actorColumns} FROM person p ${actorSources}
    WHERE p.id = ${personId}::uuid AND ${mayComeIn()}`);
  const row = rows[0];
  return row ? { ...row, roles: row.roles ?? [] } : null;
}
