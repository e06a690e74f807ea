import type { RetentionRule } from "~/kernel/retention.server";
import { sql } from "~/kernel/sql";

const settled = (before: Date) => sql`SELECT id FROM chat_delivery WHERE state <> 'waiting' AND queued_at < ${before}::timestamptz`;

/** The log of what was told to channels outside; what still waits is never touched. */
export const chatRetention: readonly RetentionRule[] = [
  {
    matter: "chat", usual: 90, least: 7, most: 365, older: settled,
    forget: (tx, before, most) => tx.$executeRaw(sql`DELETE FROM chat_delivery WHERE id IN (${settled(before)} LIMIT ${most}::int)`),
  },
];
