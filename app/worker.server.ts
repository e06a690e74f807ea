import { Logger, parseCronItems, run, type TaskList } from "graphile-worker";
import { pool } from "~/kernel/db.server";
import { log } from "~/kernel/log.server";
import type { JsonObject } from "~/kernel/json";
import { jobs } from "~/wiring.server";

/** Works on the queue until stopped. Several workers share it. @returns a stop that lets running jobs finish. */
export async function startWorker(): Promise<() => Promise<void>> {
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [job.name, async (payload: unknown) => job.run((payload ?? {}) as JsonObject)]),
  );
  const runner = await run({
    pgPool: pool,
    taskList,
    concurrency: 4,
    // NOTIFY wakes the worker at once; polling only finds jobs whose time has come.
    pollInterval: 1_000,
    noHandleSignals: true,
    parsedCronItems: parseCronItems(
      jobs.flatMap((job) => (job.cron ? [{ task: job.name, match: job.cron, options: { backfillPeriod: 0 } }] : [])),
    ),
    logger: new Logger(() => (level, message, meta) => {
      const error = (meta as { error?: unknown } | undefined)?.error;
      if (level === "error") log.error({ err: error }, message.replace(/\(.*$/s, "").slice(0, 120));
      else if (level === "warning") log.warn(message.slice(0, 120));
    }),
  });
  return () => runner.stop();
}
