import type pg from "pg";

/** How many of this database's statements wait for a lock. Within a transaction what is seen stays the same unless it is cleared. */
export async function countWaiting(client: pg.Client): Promise<number> {
  await client.query("SELECT pg_stat_clear_snapshot()");
  const { rows } = await client.query<{ waiting: number }>(`
    SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
  return rows[0]!.waiting;
}
