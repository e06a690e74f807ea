import { after, DAY, now } from "../clock";
import type { Tx } from "../db.server";
import { sql } from "../sql";
import type { Outcome } from "./carrier";
import { backoff, MOST_ATTEMPTS, type ClaimedMail } from "./claiming.server";

/** A mail that could not leave for three days, through no fault of its own, stands as failed. */
const PATIENCE_MS = 3 * DAY;

/** What becomes of a mail: what the carrier said, or that it must not leave at all. */
export type Settlement = Outcome | { kind: "cancelled" };

export interface Settled {
  mail: ClaimedMail;
  settlement: Settlement;
}

interface Change {
  status: "queued" | "sent" | "failed" | "cancelled";
  notBefore?: Date;
  carrierId?: string;
  code?: string;
  /** The try does not count. */
  isForgiven?: boolean;
  /** It may go again in other company. */
  isUnpacked?: boolean;
}

/**
 * Writes down what became of claimed mails. What was sent is sent, whatever else was written since;
 * all other news is dropped when the mail was called back or claimed again in the meantime.
 */
export async function settle(tx: Tx, settled: Settled[], { isRepeat }: { isRepeat: boolean }): Promise<void> {
  // A parcel whose answer got lost must become due as one, whatever its mails went through before.
  const mostAttempts = Math.max(...settled.map(({ mail }) => mail.attempts));
  const rows = settled.map(({ mail, settlement }) => {
    const change = readChange(mail, settlement, mostAttempts);
    return {
      id: mail.id,
      attempts: mail.attempts,
      status: change.status,
      not_before: change.notBefore ?? null,
      carrier_id: change.carrierId ?? null,
      code: change.code ?? null,
      forgiven: change.isForgiven ?? false,
      // What is certain of this try is not certain of the one before: a repeated parcel stays packed.
      unpacked: (change.isUnpacked ?? false) && !isRepeat,
    };
  });
  await tx.$executeRaw(sql`
    UPDATE mail_outbox m SET
      status = s.status::mail_status,
      attempts = m.attempts - s.forgiven::int,
      not_before = coalesce(s.not_before, m.not_before),
      sent_at = CASE s.status WHEN 'sent' THEN ${now()}::timestamptz END,
      carrier_id = s.carrier_id,
      last_error = s.code,
      parcel = CASE WHEN s.unpacked THEN NULL ELSE m.parcel END,
      params = CASE WHEN s.status IN ('sent', 'cancelled') THEN '{}' ELSE m.params END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s (id uuid, attempts int, status text,
      not_before timestamptz, carrier_id text, code text, forgiven boolean, unpacked boolean)
    WHERE m.id = s.id AND m.status <> 'sent'
      AND (s.status = 'sent' OR (m.status = 'sending' AND m.attempts = s.attempts))`);
}

function readChange(mail: ClaimedMail, settlement: Settlement, mostAttempts: number): Change {
  switch (settlement.kind) {
    case "sent":
      return { status: "sent", carrierId: settlement.carrierId };
    case "cancelled":
      return { status: "cancelled" };
    case "refused":
      return { status: "failed", code: settlement.code };
    case "unknown":
    case "postponed": {
      const { kind, code, afterMs } = settlement;
      const isForgiven = kind === "postponed" && settlement.isTry === false;
      const isUnpacked = kind === "postponed";
      const isSpent = isForgiven ? now().getTime() - mail.createdAt.getTime() > PATIENCE_MS : mostAttempts >= MOST_ATTEMPTS;
      if (isSpent) return { status: "failed", code, isUnpacked };
      const pause = isForgiven ? (afterMs ?? 0) : Math.max(backoff(mostAttempts), afterMs ?? 0);
      return { status: "queued", notBefore: after(pause), code, isForgiven, isUnpacked };
    }
  }
}
