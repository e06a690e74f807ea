import { now } from "~/kernel/clock";
import type { Tx } from "~/kernel/db.server";
import { recordEvents } from "~/kernel/events.server";
import { enqueue } from "~/kernel/queue.server";
import { sql } from "~/kernel/sql";
import type { LeavingStep } from "~/domain/people/leaving-steps.server";
import { LIVE_TOPIC, MESSAGE, messageEvents } from "./events";
import { PASS_MESSAGE_APPROVALS_ON, publicationJobKey } from "./publication-job";

/** What of a leaver's messages ends, and what goes on with others. */
export const messageAuthorsLeave: readonly LeavingStep[] = [
  {
    // Nothing goes out in the name of somebody who is no longer here: it waits as a draft.
    name: "scheduled",
    covers: ["message.author_id"],
    count: (people) => sql`SELECT count(*) FROM message WHERE author_id = ANY(${people}) AND state = 'scheduled'`,
    async end(tx, { personIds, actorId }) {
      const taken = await tx.$queryRaw<{ id: string }[]>(sql`
        UPDATE message SET state = 'draft', publish_at = NULL, updated_at = ${now()}::timestamptz
        WHERE author_id = ANY(${personIds}::uuid[]) AND state = 'scheduled' RETURNING id`);
      if (taken.length === 0) return;
      await tx.$queryRaw(sql`SELECT graphile_worker.remove_job(key) FROM unnest(${taken.map(({ id }) => publicationJobKey(id))}::text[]) AS key`);
      await recordEvents(tx, taken.map(({ id }) => ({
        type: messageEvents.unscheduled, actorId, subjectKind: MESSAGE, subjectId: id, audit: {}, live: { topic: LIVE_TOPIC },
      })));
    },
  },
  {
    // They stay, and their department's publishers take them over (policy/messages).
    name: "drafts",
    covers: [],
    count: (people) => sql`SELECT count(*) FROM message WHERE author_id = ANY(${people}) AND state IN ('draft', 'in_review')`,
    async end() {},
  },
  {
    // Others who may approve were asked as well; where there is nobody else, administrators are asked now.
    name: "approvals",
    covers: [],
    end: (tx) => passOn(tx),
  },
];

async function passOn(tx: Tx): Promise<void> {
  if (!(await tx.messageApproval.findFirst({ where: { decision: "waiting", dueAt: { gt: now() } }, select: { id: true } }))) return;
  await enqueue(tx, PASS_MESSAGE_APPROVALS_ON, {}, { jobKey: PASS_MESSAGE_APPROVALS_ON });
}
