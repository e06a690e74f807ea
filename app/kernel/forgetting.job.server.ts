import { after, DAY, now } from "./clock";
import { transaction } from "./db.server";
import { defineJob } from "./queue.server";

/** How long a mail that left is kept, to answer "did it leave?". */
const MAIL_KEPT = 30 * DAY;
/** How long events are kept for lists of what happened lately; the audit is apart and stays. */
const EVENTS_KEPT = 400 * DAY;

/** Once a night: throws away what nobody needs any more, so that nothing personal lies about. */
export const forgetOldRows = defineJob({
  name: "forget-old-rows",
  cron: "17 2 * * *",
  async run() {
    const mailsBefore = after(-MAIL_KEPT);
    await transaction(async (tx) => {
      await tx.$executeRaw`DELETE FROM rate_limit WHERE expire < ${now().getTime()}::bigint`;
      await tx.$executeRaw`DELETE FROM mail_outbox WHERE status IN ('sent', 'cancelled', 'failed') AND created_at < ${mailsBefore}::timestamptz`;
      await tx.$executeRaw`
        DELETE FROM mail_content c WHERE c.created_at < ${mailsBefore}::timestamptz
          AND NOT EXISTS (SELECT 1 FROM mail_outbox o WHERE o.content_id = c.id)`;
      await tx.$executeRaw`DELETE FROM event WHERE occurred_at < ${after(-EVENTS_KEPT)}::timestamptz`;
    }, { timeoutMs: 120_000 });
  },
});
