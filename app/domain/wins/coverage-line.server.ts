import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canSeeCoverage, coverageScope } from "~/policy/wins";

export interface CoverageLine {
  group: string;
  /** Percent in steps of 5, or a third (1, 2, 3). */
  received: number;
  isBand: boolean;
}

/**
 * How many of those who work in the largest group that this person sees were thanked at least once in four
 * weeks, as the newest week's coverage tells it; null while there is none. One statement.
 */
export async function findCoverageLine(actor: Actor): Promise<CoverageLine | null> {
  if (!canSeeCoverage(actor)) return null;
  const scope = coverageScope(actor);
  const mine = scope === null ? sql`d.parent_id IS NULL` : sql`c.group_id = ANY(${scope}::uuid[])`;
  const [line] = await query<CoverageLine>(sql`
    SELECT d.name AS "group", c.received, c.is_band AS "isBand"
    FROM recognition_coverage c JOIN department d ON d.id = c.group_id
    WHERE c.family = 'department' AND c.week = (SELECT max(week) FROM recognition_coverage) AND ${mine}
    ORDER BY c.people DESC, d.name LIMIT 1`);
  return line ?? null;
}
