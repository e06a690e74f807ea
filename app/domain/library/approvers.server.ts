import { actorColumns, actorSources, deputiesNow, type ActorRow } from "~/domain/people/actors.server";
import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { hasRole, type Actor } from "~/policy/actor";
import { canApprovePost } from "~/policy/library";
import type { ApproverCount } from "./blockers";
import type { PostRecord } from "./post";
import { approvalFacts } from "./post-record.server";

/** Who could decide about a post. */
export interface Approvers extends ApproverCount {
  /** Those who may decide about this one, by name. */
  people: Actor[];
}

/**
 * Everybody who may approve this post as it stands. One statement; the policy decides.
 * @param isOverdue its wait is over the deadline: administrators deputise; as it is unless told
 */
export async function findApprovers(post: PostRecord, isOverdue?: boolean): Promise<Approvers> {
  const rows = await query<ActorRow>(sql`
    SELECT ${actorColumns()} FROM person p ${actorSources}
    WHERE p.deactivated_at IS NULL
      AND (p.id IN (SELECT person_id FROM role_grant WHERE role IN ('approver', 'administrator')) OR p.id IN (${deputiesNow()}))
    ORDER BY p.family_name, p.given_name, p.id`);
  const facts = approvalFacts(post, now());
  const asked = { ...facts, isOverdue: isOverdue ?? facts.isOverdue };
  const everybody = rows.map((row) => ({ ...row, roles: row.roles ?? [] }));
  const people = everybody.filter((person) => canApprovePost(person, asked));
  return { people, forThisPost: people.length, inCompany: everybody.filter((person) => hasRole(person, "approver")).length };
}
