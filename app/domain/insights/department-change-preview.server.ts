import { worksHere } from "~/domain/people/standing.server";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canChangeDepartments } from "~/policy/departments";

/** What changes for a department, before anybody presses the button. Numbers of people and things, and names of departments. */
export interface DepartmentChange {
  /** People of it and of everything under it. */
  people: number;
  guests: number;
  /** Departments directly under it. */
  departments: number;
  /** Where these people work; stays as it is. */
  locations: string[];
  /** Messages that are out, which these people see from then on, and no longer. */
  messagesGained: number;
  messagesLost: number;
  /** Posts on offer to them, the same. */
  postsGained: number;
  postsLost: number;
  /** Roles of others whose part of the company grows by these people, or loses them. */
  rolesGained: number;
  rolesLost: number;
  /** Limited to the department itself. */
  rolesOwn: number;
  /** Still to come for the department itself: messages in the making, and posts that have not ended. */
  messagesToCome: number;
  messagesScheduled: number;
  postsToCome: number;
  postsOnOffer: number;
  rules: number;
}

/**
 * @param toId the new parent of a move, or the department that it is joined into
 * @param how moved, it stays above its people; closed, it does not
 * @throws NotFound
 */
export async function previewDepartmentChange(actor: Actor, id: string, toId: string, how: "move" | "close"): Promise<DepartmentChange> {
  if (!canChangeDepartments(actor)) throw new NotFound("department");
  const stays = how === "move";
  const rows = await query<DepartmentChange>(sql`
    WITH concerned AS (SELECT c.descendant_id AS id FROM department_closure c WHERE c.ancestor_id = ${id}::uuid),
    before AS (SELECT c.ancestor_id AS id FROM department_closure c WHERE c.descendant_id = ${id}::uuid),
    after AS (SELECT c.ancestor_id AS id FROM department_closure c WHERE c.descendant_id = ${toId}::uuid UNION SELECT ${id}::uuid WHERE ${stays}::boolean),
    lost AS (SELECT id FROM before EXCEPT SELECT id FROM after),
    gained AS (SELECT id FROM after EXCEPT SELECT id FROM before),
    here AS MATERIALIZED (SELECT p.id, p.location_id FROM person p WHERE p.department_id IN (SELECT id FROM concerned) AND ${worksHere}),
    out_messages AS (SELECT a.message_id AS id, a.department_id FROM message_audience a WHERE a.published_at IS NOT NULL),
    out_posts AS (SELECT a.post_id AS id, a.department_id FROM post_audience a WHERE a.approved_at IS NOT NULL)
    SELECT (SELECT count(*)::int FROM here) AS people,
      (SELECT count(*)::int FROM person p WHERE p.department_id IN (SELECT id FROM concerned) AND p.is_guest AND p.deactivated_at IS NULL) AS guests,
      (SELECT count(*)::int FROM department d WHERE d.parent_id = ${id}::uuid) AS departments,
      ARRAY(SELECT l.name FROM location l WHERE l.id IN (SELECT location_id FROM here) ORDER BY l.name LIMIT 12) AS locations,
      (SELECT count(DISTINCT o.id)::int FROM out_messages o WHERE o.department_id IN (SELECT id FROM gained)
        AND NOT EXISTS (SELECT 1 FROM out_messages k WHERE k.id = o.id AND k.department_id IN (SELECT id FROM before))) AS "messagesGained",
      (SELECT count(DISTINCT o.id)::int FROM out_messages o WHERE o.department_id IN (SELECT id FROM lost)
        AND NOT EXISTS (SELECT 1 FROM out_messages k WHERE k.id = o.id AND k.department_id IN (SELECT id FROM after))) AS "messagesLost",
      (SELECT count(DISTINCT o.id)::int FROM out_posts o WHERE o.department_id IN (SELECT id FROM gained)
        AND NOT EXISTS (SELECT 1 FROM out_posts k WHERE k.id = o.id AND k.department_id IN (SELECT id FROM before))) AS "postsGained",
      (SELECT count(DISTINCT o.id)::int FROM out_posts o WHERE o.department_id IN (SELECT id FROM lost)
        AND NOT EXISTS (SELECT 1 FROM out_posts k WHERE k.id = o.id AND k.department_id IN (SELECT id FROM after))) AS "postsLost",
      (SELECT count(*)::int FROM role_grant g WHERE g.department_id IN (SELECT id FROM gained)) AS "rolesGained",
      (SELECT count(*)::int FROM role_grant g WHERE g.department_id IN (SELECT id FROM lost) AND g.department_id <> ${id}::uuid) AS "rolesLost",
      (SELECT count(*)::int FROM role_grant g WHERE g.department_id = ${id}::uuid) AS "rolesOwn",
      (SELECT count(*)::int FROM message m WHERE m.state <> 'published' AND ${meant(id)}) AS "messagesToCome",
      (SELECT count(*)::int FROM message m WHERE m.state = 'scheduled' AND ${meant(id)}) AS "messagesScheduled",
      (SELECT count(*)::int FROM post p JOIN post_audience a ON a.post_id = p.id WHERE a.department_id = ${id}::uuid AND p.state <> 'ended') AS "postsToCome",
      (SELECT count(*)::int FROM post p JOIN post_audience a ON a.post_id = p.id WHERE a.department_id = ${id}::uuid AND p.state = 'approved') AS "postsOnOffer",
      (SELECT count(*)::int FROM approval_rule r WHERE r.department_id = ${id}::uuid) AS rules`);
  return rows[0]!;
}

const meant = (id: string) => sql`(EXISTS (SELECT 1 FROM message_audience a WHERE a.message_id = m.id AND a.department_id = ${id}::uuid)
  OR EXISTS (SELECT 1 FROM variant v WHERE v.message_id = m.id AND v.department_id = ${id}::uuid))`;
