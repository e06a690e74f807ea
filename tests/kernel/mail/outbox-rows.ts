import { query, transaction } from "~/kernel/db.server";
import { queueMail, type QueuedMail } from "~/kernel/mail/outbox.server";
import { sql } from "~/kernel/sql";

export interface OutboxRow {
  id: string;
  address: string;
  status: string;
  attempts: number;
  params: Record<string, string>;
  lastError: string | null;
  parcel: string | null;
}

export const outboxRows = () =>
  query<OutboxRow>(sql`
    SELECT id, address, status::text, attempts, params, last_error AS "lastError", parcel FROM mail_outbox ORDER BY created_at, address`);

/** How many mails stand where: `{sent: 3}`. */
export async function countByStatus(): Promise<Record<string, number>> {
  const rows = await query<{ status: string; n: number }>(sql`SELECT status::text, count(*)::int AS n FROM mail_outbox GROUP BY status`);
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

export const deliveryJobs = () =>
  query<{ runAt: Date }>(sql`SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE task_identifier = 'deliver-mail'`);

export async function emptyOutbox(): Promise<void> {
  await query(sql`TRUNCATE mail_outbox, mail_content`);
  await query(sql`SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))`);
}

/** As if every lease and every pause had just ended. */
export const letTimePass = () =>
  query(sql`UPDATE mail_outbox SET not_before = now() - interval '1 second' WHERE status IN ('queued', 'sending')`);

export function aQueuedMail(over: Partial<QueuedMail> = {}): QueuedMail {
  return {
    to: { personId: crypto.randomUUID(), address: "ana@aurora.example" },
    template: "message-published",
    language: "en",
    subject: "Hello {{givenName}}",
    html: "<p>Hello {{givenName}}</p>",
    text: "Hello {{givenName}}",
    params: { givenName: "Ana" },
    ...over,
  };
}

export const queueOne = (over: Partial<QueuedMail> = {}) => transaction((tx) => queueMail(tx, aQueuedMail(over)));
