import { after, MINUTE, now, SECOND } from "../clock";
import { transaction, type Tx } from "../db.server";
import { enqueue } from "../queue.server";
import { sql, type Sql } from "../sql";
import { DELIVER_MAIL } from "./deliver-mail";
import type { MailParams } from "./fill";

/** How long a claimed mail is left alone; then its process is taken for dead and the mail goes again. */
export const LEASE_MS = 45 * SECOND;
/** With the pauses of `backoff` this is about six hours. */
export const MOST_ATTEMPTS = 8;

export interface ClaimedMail {
  id: string;
  contentId: string;
  personId: string | null;
  address: string;
  params: MailParams;
  /** This try included. */
  attempts: number;
  createdAt: Date;
}

export interface ClaimedParcel {
  key: string;
  isRepeat: boolean;
  mails: ClaimedMail[];
}

/** How long to wait after the n-th try, in milliseconds: half a minute, doubling, at most three hours. */
export function backoff(attempts: number): number {
  return Math.min(30 * SECOND * 2 ** (attempts - 1), 180 * MINUTE);
}

// Waiting mails go by the clock in force; a lease goes by the database's own, on which all processes
// agree. `not_before` holds either.
const due = () => sql`status IN ('queued', 'sending')
  AND not_before <= greatest(${now()}::timestamptz, statement_timestamp())
  AND not_before <= CASE status WHEN 'queued' THEN ${now()}::timestamptz ELSE statement_timestamp() END`;

// Right after a newsletter was queued the planner knows nothing of it, and would collect and sort all
// of it for the first hundred. Holds for the transaction.
const ALONG_THE_INDEX = sql`set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)`;

/**
 * Takes the next parcel that is due: mails to a few before mails to very many, else the longest waiting
 * first. A parcel whose answer got lost comes back whole, under its key. Null when nothing is due.
 *
 * Claims are taken one after the other (an advisory lock, for a few milliseconds), so that no two
 * processes divide a parcel; SKIP LOCKED steps round mails that are being called back.
 */
export async function claimParcel(capacity: number): Promise<ClaimedParcel | null> {
  return transaction(async (tx) => {
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('mail_outbox')), ${ALONG_THE_INDEX}`);
    for (const lane of [sql`NOT is_bulk`, sql`is_bulk`]) {
      const first = (await lock(tx, sql`${lane} ${longestWaiting(1)}`))[0];
      if (!first) continue;
      const isRepeat = first.parcel !== null;
      const ids = isRepeat
        ? await lock(tx, sql`parcel = ${first.parcel}::uuid`)
        : await lock(tx, sql`${lane} AND parcel IS NULL ${longestWaiting(capacity)}`);
      const key = first.parcel ?? crypto.randomUUID();
      return { key, isRepeat, mails: await lease(tx, ids.map(({ id }) => id), key) };
    }
    return null;
  });
}

const longestWaiting = (most: number) => sql`ORDER BY not_before LIMIT ${most}::int`;

function lock(tx: Tx, which: Sql) {
  return tx.$queryRaw<{ id: string; parcel: string | null }[]>(
    sql`SELECT id, parcel FROM mail_outbox WHERE ${due()} AND ${which} FOR UPDATE SKIP LOCKED`,
  );
}

/** Should this process die, the job queued here finds the mails when their lease has ended. */
async function lease(tx: Tx, ids: string[], key: string): Promise<ClaimedMail[]> {
  const seconds = LEASE_MS / SECOND;
  const mails = await tx.$queryRaw<ClaimedMail[]>(sql`
    UPDATE mail_outbox SET status = 'sending', attempts = attempts + 1, parcel = ${key}::uuid,
      not_before = statement_timestamp() + make_interval(secs => ${seconds}::double precision)
    WHERE id = ANY (${ids}::uuid[])
    RETURNING id, content_id AS "contentId", person_id AS "personId", address, params, attempts, created_at AS "createdAt"`);
  await enqueue(tx, DELIVER_MAIL, {}, { runAt: after(LEASE_MS + SECOND), jobKey: `${DELIVER_MAIL}:rescue` });
  // The carrier compares a repeated parcel with the first: the same mails in the same order.
  return mails.sort((a, b) => (a.id < b.id ? -1 : 1));
}
