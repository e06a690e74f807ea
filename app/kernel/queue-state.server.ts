import { now } from "./clock";
import { query, type Tx } from "./db.server";
import { sql } from "./sql";

/** How full the queue is; a job is due once its time has come. */
export interface QueueState {
  /** Due, and not being worked on. */
  due: number;
  /** For how long the first of them has been due, in ms. */
  oldestDueMs: number;
  /** For later. */
  later: number;
  /** Used up all their tries. */
  failed: number;
}

/** When a job that runs by the clock was last started; null: not yet. */
export interface ClockedRun {
  name: string;
  lastRunAt: string | null;
}

/** What went wrong with a job, without its own words: drivers' messages quote values. */
export type FailureKind = "unreachable" | "timedOut" | "full" | "unknown";

export interface FailedJob {
  id: string;
  name: string;
  attempts: number;
  /** ISO 8601. */
  lastTriedAt: string;
  failure: FailureKind;
}

const state = () => sql`
  SELECT count(*) FILTER (WHERE is_waiting AND run_at <= ${now()}::timestamptz)::int AS due,
    coalesce(extract(epoch FROM ${now()}::timestamptz - min(run_at) FILTER (WHERE is_waiting AND run_at <= ${now()}::timestamptz)) * 1000, 0)::float8 AS "oldestDueMs",
    count(*) FILTER (WHERE is_waiting AND run_at > ${now()}::timestamptz)::int AS later,
    count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL)::int AS failed
  FROM (SELECT run_at, attempts, max_attempts, locked_at, locked_at IS NULL AND attempts < max_attempts AS is_waiting
        FROM graphile_worker._private_jobs) AS job`;

export async function readQueueState(): Promise<QueueState> {
  return (await query<QueueState>(state()))[0]!;
}

/** The queue, with the jobs that used up all their tries (the latest first, at most 50) and the clocked ones, in one statement. */
export async function readQueue(): Promise<{ state: QueueState; failed: FailedJob[]; clocked: ClockedRun[] }> {
  const rows = await query<{ state: QueueState; failed: FailedJob[]; clocked: ClockedRun[] }>(sql`
    SELECT (SELECT to_json(now) FROM (${state()}) AS now) AS state,
      (SELECT coalesce(json_agg(job), '[]') FROM (
        SELECT id::text, task_identifier AS name, attempts, updated_at AS "lastTriedAt",
          CASE WHEN last_error ~* 'ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|fetch failed' THEN 'unreachable'
               WHEN last_error ~* 'ETIMEDOUT|timed? ?out' THEN 'timedOut'
               WHEN last_error ~* 'ENOSPC|No space left|disk full' THEN 'full'
               ELSE 'unknown' END AS failure
        FROM graphile_worker.jobs WHERE attempts >= max_attempts AND locked_at IS NULL
        ORDER BY updated_at DESC, id DESC LIMIT 50) AS job) AS failed,
      (SELECT coalesce(json_agg(run), '[]') FROM (
        SELECT identifier AS name, last_execution AS "lastRunAt" FROM graphile_worker._private_known_crontabs ORDER BY identifier) AS run) AS clocked`);
  return rows[0]!;
}

/**
 * Gives failed jobs all their tries again, at once. Jobs are safe to run twice, so a second press is harmless.
 * @param id one of them, or null for all @returns how many
 */
export async function retryFailedJobs(tx: Tx, id: string | null): Promise<number> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT graphile_worker.reschedule_jobs(
      ARRAY(SELECT j.id FROM graphile_worker._private_jobs j
            WHERE j.attempts >= j.max_attempts AND j.locked_at IS NULL AND (${id}::bigint IS NULL OR j.id = ${id}::bigint)),
      run_at => ${now()}::timestamptz, attempts => 0)`;
  return rows.length;
}
