import { after, DAY } from "~/kernel/clock";
import { prisma } from "~/kernel/db.server";
import { defineJob } from "~/kernel/queue.server";
import { endExpiredSessions } from "./sessions.server";

/** Once a night: sessions and links for new passwords that can't be used any more. */
export const forgetExpiredCredentials = defineJob({
  name: "forget-expired-credentials",
  cron: "7 2 * * *",
  async run() {
    await endExpiredSessions();
    await prisma.passwordReset.deleteMany({ where: { expiresAt: { lt: after(-DAY) } } });
  },
});
