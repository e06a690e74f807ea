import { query } from "~/kernel/db.server";
import { isUuid } from "~/kernel/fields";
import { sql } from "~/kernel/sql";

/** Who put a picture there; for guests, who see their own alone. */
export async function findPictureMaker(id: string | undefined): Promise<{ createdById: string | null }> {
  const rows = isUuid(id) ? await query<{ createdById: string | null }>(sql`SELECT created_by_id AS "createdById" FROM picture WHERE id = ${id}::uuid`) : [];
  return rows[0] ?? { createdById: null };
}
