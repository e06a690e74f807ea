import { after, DAY } from "~/kernel/clock";
import { prisma } from "~/kernel/db.server";
import { defineJob } from "~/kernel/queue.server";
import { endExpiredSessions } from "./sessions.server";
import { MOST_WRONG_PINS } from "./signing-in/pins.server";

/** Once a night: sessions, links, cards and challenges that can't be used any more. */
export const forgetExpiredCredentials = defineJob({
  name: "forget-expired-credentials",
  cron: "7 2 * * *",
  async run() {
    await endExpiredSessions();
    await prisma.passwordReset.deleteMany({ where: { expiresAt: { lt: after(-DAY) } } });
    await prisma.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: after(-DAY) } } });
    // An expired link or card stays a while, as long as the company chooses: the list says that it ran out.
    // Wrong PINs are forgotten after half a year; a lock is not, since guessing would begin anew.
    await prisma.pinGuess.deleteMany({ where: { lastAt: { lt: after(-180 * DAY) }, failed: { lte: MOST_WRONG_PINS } } });
  },
});
