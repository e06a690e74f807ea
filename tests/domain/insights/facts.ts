import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { InsightsFacts } from "~/policy/insights";

/** What the policy asks about a message's or post's figures, read the long way; null before its first night. */
export async function findInsightsFacts(id: string): Promise<InsightsFacts | null> {
  const [item] = await query<{ audience: string[] }>(sql`SELECT audience FROM insights_item WHERE id = ${id}::uuid AND taken_at IS NOT NULL`);
  if (!item) return null;
  const pairs = await query<{ above: string; under: string }>(sql`SELECT ancestor_id AS above, descendant_id AS under FROM department_closure ORDER BY depth`);
  return {
    audience: item.audience.map((id) => pairs.filter(({ under }) => under === id).map(({ above }) => above)),
    underIds: pairs.filter(({ above }) => item.audience.includes(above)).map(({ under }) => under),
  };
}
