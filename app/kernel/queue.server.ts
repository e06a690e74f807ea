import type { JsonObject } from "./json";
import type { Tx } from "./db.server";

export interface EnqueueOptions {
  /** Not before this moment. */
  runAt?: Date;
  /** At most one waiting job has this key; the newest replaces it. */
  jobKey?: string;
  /** Tries before it stands as failed; 25 spread over about three days. */
  maxAttempts?: number;
  /** Jobs of one queue run one after the other. */
  queueName?: string;
}

/** Puts a job into the queue in the caller's transaction: it runs only if the change is committed. */
export async function enqueue(tx: Tx, name: string, payload: JsonObject = {}, options: EnqueueOptions = {}) {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      identifier => ${name}::text,
      payload => ${JSON.stringify(payload)}::json,
      queue_name => ${options.queueName ?? null}::text,
      run_at => ${options.runAt ?? null}::timestamptz,
      max_attempts => ${options.maxAttempts ?? null}::integer,
      job_key => ${options.jobKey ?? null}::text)`;
}

/** Takes a waiting job back; a running one finishes. */
export async function removeJob(tx: Tx, jobKey: string): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.remove_job(${jobKey}::text)`;
}

export interface Job<P extends JsonObject = JsonObject> {
  name: string;
  /** Must be safe to run twice. */
  run(payload: P): Promise<void>;
  /** A crontab line's time fields ("* * * * *", UTC) for jobs that run by the clock. */
  cron?: string;
}

/** Declares a job; the worker is handed the list of all of them by the composition root. */
export function defineJob<P extends JsonObject>(job: Job<P>): Job<P> {
  return job;
}
