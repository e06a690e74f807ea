import type { RetentionRule } from "~/kernel/retention.server";
import { sql } from "~/kernel/sql";

const told = (before: Date) => sql`
  SELECT id FROM audit_entry WHERE seq IS NOT NULL AND details IS NOT NULL AND details <> '{}'::jsonb AND occurred_at < ${before}::timestamptz`;

/**
 * The details of entries, which may name people. Entries themselves stay for good: who did what, when and
 * to what. The chain holds a salted hash of the details, so that it stays whole, and an export can still be verified.
 */
export const auditRetention: readonly RetentionRule[] = [
  {
    matter: "audit", usual: 1_095, least: 365, most: 3_650, older: told,
    forget: (tx, before, most) => tx.$executeRaw(sql`UPDATE audit_entry SET details = NULL, salt = NULL WHERE id IN (${told(before)} LIMIT ${most}::int)`),
  },
];
