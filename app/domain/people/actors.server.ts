import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql, type Sql } from "~/kernel/sql";
import type { Actor, RoleGrant } from "~/policy/actor";
import { DEPUTISED_ROLES } from "~/policy/deputies";
import { mayComeIn } from "./standing.server";

/** What decisions need of a person, of `actorSources`. */
export const actorColumns = (): Sql => sql`
  p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.job_title AS "jobTitle",
  p.email::text AS email, p.department_id AS "departmentId", p.is_guest AS "isGuest",
  CASE WHEN p.is_guest THEN p.agency ELSE d.name END AS "departmentName",
  l.name AS "locationName", p.language, p.theme, p.photo_picture_id AS "photoPictureId",
  coalesce(p.time_zone, l.time_zone, c.time_zone) AS "timeZone",
  -- A guest reads nothing by being in a department.
  ARRAY(SELECT ancestor_id::text FROM department_closure
        WHERE descendant_id = p.department_id AND NOT p.is_guest ORDER BY depth) AS "ancestorIds",
  (SELECT json_agg(held.grant) FROM (
    SELECT json_build_object('role', g.role, 'departmentId', g.department_id) AS grant FROM role_grant g WHERE g.person_id = p.id
    UNION ALL
    -- What somebody who is away may do: read anew each time, so that it is never more than they have now.
    SELECT json_build_object('role', g.role, 'departmentId', g.department_id, 'insteadOf',
      json_build_object('id', a.id, 'name', a.given_name || ' ' || a.family_name, 'departmentId', a.department_id))
    FROM absence b JOIN person a ON a.id = b.person_id AND a.deactivated_at IS NULL
    JOIN role_grant g ON g.person_id = a.id AND g.role = ANY(${DEPUTISED_ROLES}::role[])
    WHERE b.deputy_id = p.id AND b.starts_at <= ${now()}::timestamptz AND b.ends_at > ${now()}::timestamptz AND NOT p.is_guest) AS held) AS roles`;

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
    SELECT ${actorColumns()} FROM person p ${actorSources}
    WHERE p.id = ${personId}::uuid AND ${mayComeIn()}`);
  const row = rows[0];
  return row ? { ...row, roles: row.roles ?? [] } : null;
}

/** The ids of everybody who stands in for somebody now. */
export function deputiesNow(): Sql {
  return sql`SELECT b.deputy_id FROM absence b WHERE b.starts_at <= ${now()}::timestamptz AND b.ends_at > ${now()}::timestamptz`;
}
