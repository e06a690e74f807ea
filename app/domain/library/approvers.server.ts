import { query, type Tx } from "~/kernel/db.server";
import { sql, type Sql } from "~/kernel/sql";
import { approversOfPost } from "~/policy/library";
import type { ApproverCount } from "./blockers";
import type { PersonName } from "./post";

interface Row extends PersonName {
  mayApprove: boolean;
}

/** Who could decide about a post. */
export interface Approvers extends ApproverCount {
  /** Those who may decide about this one; at most 100, by name. */
  people: PersonName[];
}

const statement = (postId: string, isOverdue: boolean): Sql => sql`
  SELECT x.id::text, x.given_name AS "givenName", x.family_name AS "familyName", ${approversOfPost(isOverdue)} AS "mayApprove"
  FROM post p CROSS JOIN person x
  WHERE p.id = ${postId}::uuid AND x.deactivated_at IS NULL
    AND EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = x.id AND (g.role = 'approver' OR (${isOverdue}::boolean AND g.role = 'administrator')))
  ORDER BY "mayApprove" DESC, x.family_name, x.given_name, x.id
  LIMIT 100`;

/** @param isOverdue the wait is over its deadline: administrators deputise */
export async function findApprovers(postId: string, { tx, isOverdue = false }: { tx?: Tx; isOverdue?: boolean } = {}): Promise<Approvers> {
  const rows = tx ? await tx.$queryRaw<Row[]>(statement(postId, isOverdue)) : await query<Row>(statement(postId, isOverdue));
  const people = rows.filter(({ mayApprove }) => mayApprove).map(({ id, givenName, familyName }) => ({ id, givenName, familyName }));
  return { people, inCompany: rows.length, forThisPost: people.length };
}
