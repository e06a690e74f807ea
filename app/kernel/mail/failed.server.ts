import { now } from "../clock";
import { query, type Tx } from "../db.server";
import { enqueue } from "../queue.server";
import { sql } from "../sql";
import { DELIVER_MAIL } from "./deliver-mail";

/** How many mails stand in which state, of those not yet thrown away. */
export interface MailCounts {
  queued: number;
  sending: number;
  sent: number;
  failed: number;
  cancelled: number;
}

const NONE: MailCounts = { queued: 0, sending: 0, sent: 0, failed: 0, cancelled: 0 };

export interface FailedMail {
  id: string;
  /** "password-reset" */
  template: string;
  personId: string | null;
  attempts: number;
  /** ISO 8601. */
  queuedAt: string;
  /** The carrier's last word, "rate_limited"; null when there was none. */
  code: string | null;
}

/** How many mails stand where, and those that were given up (the latest first, at most 50), in one statement. */
export async function readOutbox(): Promise<{ counts: MailCounts; failed: FailedMail[] }> {
  const rows = await query<{ counts: Partial<MailCounts>; failed: FailedMail[] }>(sql`
    SELECT (SELECT coalesce(json_object_agg(status, count), '{}') FROM (SELECT status, count(*) FROM mail_outbox GROUP BY status) AS each) AS counts,
      (SELECT coalesce(json_agg(mail), '[]') FROM (
        SELECT o.id, c.template, o.person_id AS "personId", o.attempts, o.created_at AS "queuedAt", o.last_error AS code
        FROM mail_outbox o JOIN mail_content c ON c.id = o.content_id
        WHERE o.status = 'failed' ORDER BY o.created_at DESC, o.id DESC LIMIT 50) AS mail) AS failed`);
  return { counts: { ...NONE, ...rows[0]!.counts }, failed: rows[0]!.failed };
}

/**
 * Puts mails that were given up back into the queue with all their tries. Those that were handed over
 * together go together again, under the same key, so that a carrier which has them already sends none twice.
 * @param id one of them, or null for all @returns how many
 */
export async function retryFailedMails(tx: Tx, id: string | null): Promise<number> {
  const count = await tx.$executeRaw(sql`
    UPDATE mail_outbox SET status = 'queued', attempts = 0, not_before = ${now()}::timestamptz, last_error = NULL
    WHERE status = 'failed' AND (${id}::uuid IS NULL OR id = ${id}::uuid
      OR parcel = (SELECT one.parcel FROM mail_outbox one WHERE one.id = ${id}::uuid))`);
  if (count > 0) await enqueue(tx, DELIVER_MAIL);
  return count;
}
