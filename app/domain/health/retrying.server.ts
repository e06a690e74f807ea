import { z } from "zod";
import { transaction } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { retryFailedMails } from "~/kernel/mail/failed.server";
import { retryFailedJobs } from "~/kernel/queue-state.server";
import type { Actor } from "~/policy/actor";
import { canRetry } from "~/policy/health";
import { healthEvents } from "./events";

const jobId = z.string().regex(/^[1-9]\d{0,17}$/);

/** What to try again: a job or a mail by its id, or all of a kind. */
export const retry = z.union(
  [
    z.object({ what: z.literal("job"), id: jobId }),
    z.object({ what: z.literal("mail"), id: z.uuid() }),
    z.object({ what: z.enum(["jobs", "mails"]) }),
  ],
  "errors:field.invalid",
);

/** Tries again what was given up. @returns how many; none when somebody was quicker. @throws NotFound for whoever may not */
export async function retryFailed(actor: Actor, wanted: z.infer<typeof retry>): Promise<number> {
  if (!canRetry(actor)) throw new NotFound("health");
  const id = "id" in wanted ? wanted.id : null;
  const isJob = wanted.what === "job" || wanted.what === "jobs";
  return transaction(async (tx) => {
    const count = isJob ? await retryFailedJobs(tx, id) : await retryFailedMails(tx, id);
    if (count > 0) {
      await recordEvent(tx, {
        type: isJob ? healthEvents.jobsRetried : healthEvents.mailsRetried, actorId: actor.id,
        subjectKind: "installation", subjectId: null, payload: { count }, audit: { details: { count } },
      });
    }
    return count;
  });
}
