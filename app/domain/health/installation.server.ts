import { statfs } from "node:fs/promises";
import { version } from "../../../package.json";
import { query } from "~/kernel/db.server";
import { env } from "~/kernel/env.server";
import { NotFound } from "~/kernel/errors";
import { carrierInForce } from "~/kernel/mail/carrier-in-force.server";
import { readOutbox, type FailedMail, type MailCounts } from "~/kernel/mail/failed.server";
import { readQueue, type ClockedRun, type FailedJob, type QueueState } from "~/kernel/queue-state.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canSeeHealth } from "~/policy/health";
import type { DiskSpace } from "./judging";

export interface Installation {
  queue: QueueState;
  failedJobs: FailedJob[];
  clocked: ClockedRun[];
  mail: MailCounts & { carrier: "resend" | "smtp" | "disk" };
  failedMails: (FailedMail & { personName: string | null })[];
  /** Null where the file system does not tell. */
  dataDisk: DiskSpace | null;
  keyDisk: DiskSpace | null;
  database: { version: string; bytes: number };
  versions: { vouch: string; node: string };
}

/** How the installation is, as far as this process can tell. @throws NotFound for whoever may not see it */
export async function readInstallation(actor: Actor): Promise<Installation> {
  if (!canSeeHealth(actor)) throw new NotFound("health");
  const [queue, mail, dataDisk, keyDisk] = await Promise.all([readQueue(), readOutbox(), diskOf(env().dataFolder), diskOf(env().keyFolder)]);
  const { names, ...database } = await readDatabase(mail.failed.flatMap(({ personId }) => personId ?? []));
  return {
    queue: queue.state, failedJobs: queue.failed, clocked: queue.clocked, dataDisk, keyDisk, database,
    mail: { ...mail.counts, carrier: (await carrierInForce()).name },
    failedMails: mail.failed.map((failed) => ({ ...failed, personName: names[failed.personId ?? ""] ?? null })),
    versions: { vouch: version, node: process.versions.node },
  };
}

async function readDatabase(personIds: string[]) {
  const rows = await query<{ version: string; bytes: number; names: Record<string, string> }>(sql`
    SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
      coalesce((SELECT json_object_agg(id, given_name || ' ' || family_name) FROM person WHERE id = ANY(${personIds}::uuid[])), '{}') AS names`);
  return rows[0]!;
}

async function diskOf(folder: string): Promise<DiskSpace | null> {
  const stats = await statfs(folder).catch(() => null);
  return stats && { freeBytes: stats.bavail * stats.bsize, totalBytes: stats.blocks * stats.bsize };
}
