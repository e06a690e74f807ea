import type { Tx } from "./db.server";
import { sql, type Sql } from "./sql";

/** Rows of one kind that are kept for a time, and then thrown away. Modules declare theirs; the composition root registers them. */
export interface RetentionRule {
  /** A key of `retention.matter` in the catalogue of the company's settings, and of the company's own periods. */
  matter: string;
  /** Days that they are kept unless the company chooses: usually, at least and at most. */
  usual: number;
  least: number;
  most: number;
  /** SELECT of one row for each that is older: for counting beforehand. */
  older(before: Date): Sql;
  /** Throws the oldest away, at most so many. @returns how many */
  forget(tx: Tx, before: Date, most: number): Promise<number>;
}

const held = globalThis as { __vouchRetentionRules?: readonly RetentionRule[] };

/** Replaces the list, in the order in which the page shows it. */
export function registerRetentionRules(rules: readonly RetentionRule[]): void {
  held.__vouchRetentionRules = rules;
}

export function retentionRules(): readonly RetentionRule[] {
  return held.__vouchRetentionRules ?? [];
}

const oldMail = (before: Date) => sql`SELECT id FROM mail_outbox WHERE status IN ('sent', 'cancelled', 'failed') AND created_at < ${before}::timestamptz`;
const oldEvents = (before: Date) => sql`SELECT id FROM event WHERE occurred_at < ${before}::timestamptz`;

/** The kernel's own: mails that left or never will, and what happened (the audit is apart and stays). */
export const kernelRetention: readonly RetentionRule[] = [
  {
    matter: "mail", usual: 30, least: 7, most: 365, older: oldMail,
    forget: (tx, before, most) => tx.$executeRaw(sql`DELETE FROM mail_outbox WHERE id IN (${oldMail(before)} LIMIT ${most}::int)`),
  },
  {
    matter: "events", usual: 400, least: 90, most: 1_825, older: oldEvents,
    forget: (tx, before, most) => tx.$executeRaw(sql`DELETE FROM event WHERE id IN (${oldEvents(before)} LIMIT ${most}::int)`),
  },
];
