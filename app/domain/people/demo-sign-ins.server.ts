import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";

export interface DemoSignIn {
  email: string;
  givenName: string;
  familyName: string;
  jobTitle: string | null;
  departmentName: string;
}

/** One for every role; the same in every demo company. */
const NAMES = ["employee", "it", "logistics", "publisher", "approver", "leader", "moderator", "admin"];

/** The people whom visitors of a demo company may sign in as; nobody in any other company. */
export async function listDemoSignIns(): Promise<DemoSignIn[]> {
  return query<DemoSignIn>(sql`
    SELECT p.email::text AS email, p.given_name AS "givenName", p.family_name AS "familyName", p.job_title AS "jobTitle",
           d.name AS "departmentName"
    FROM person p JOIN department d ON d.id = p.department_id JOIN company c ON c.is_demo
    WHERE split_part(p.email::text, '@', 1) = ANY(${NAMES}::text[]) AND p.deactivated_at IS NULL
    ORDER BY array_position(${NAMES}::text[], split_part(p.email::text, '@', 1))`);
}
