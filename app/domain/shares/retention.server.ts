import type { RetentionRule } from "~/kernel/retention.server";
import { sql } from "~/kernel/sql";

/** Days of a link that are not yet told as their month. */
const daily = (before: Date) => sql`SELECT ctid FROM link_visits WHERE day < ${before}::date AND day <> date_trunc('month', day)::date`;

/**
 * On which day a link was visited: after a while only in which month, so that no sum changes. At least 62
 * days, since people see what came through their links this month, whatever their zone.
 */
export const visitRetention: readonly RetentionRule[] = [
  {
    matter: "visits", usual: 180, least: 62, most: 1_825, older: daily,
    async forget(tx, before, most) {
      const rows = await tx.$queryRaw<{ count: number }[]>(sql`
        WITH gone AS (DELETE FROM link_visits WHERE ctid = ANY(ARRAY(${daily(before)} LIMIT ${most}::int)) RETURNING link_id, day, people, repeats, machines),
        told AS (
          INSERT INTO link_visits AS v (link_id, day, people, repeats, machines)
          SELECT link_id, date_trunc('month', day)::date, sum(people)::int, sum(repeats)::int, sum(machines)::int FROM gone GROUP BY 1, 2
          ON CONFLICT (link_id, day) DO UPDATE
          SET people = v.people + excluded.people, repeats = v.repeats + excluded.repeats, machines = v.machines + excluded.machines)
        SELECT count(*)::int AS count FROM gone`);
      return rows[0]?.count ?? 0;
    },
  },
];
