import { after, DAY, now } from "./clock";
import { transaction } from "./db.server";
import { defineJob } from "./queue.server";

/** A younger text may belong to a mail that is still being queued. */
const TEXTS_LEFT_ALONE = DAY;

/** Once a night: throws away what nobody needs any more, whatever the company chose: spent limits, and texts of mails without a mail. */
export const forgetOldRows = defineJob({
  name: "forget-old-rows",
  cron: "47 2 * * *",
  async run() {
    await transaction(async (tx) => {
      await tx.$executeRaw`DELETE FROM rate_limit WHERE expire < ${now().getTime()}::bigint`;
      await tx.$executeRaw`
        DELETE FROM mail_content c WHERE c.created_at < ${after(-TEXTS_LEFT_ALONE)}::timestamptz
          AND NOT EXISTS (SELECT 1 FROM mail_outbox o WHERE o.content_id = c.id)`;
    }, { timeoutMs: 120_000 });
  },
});
