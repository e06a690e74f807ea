import { now } from "~/kernel/clock";
import { enqueue } from "~/kernel/queue.server";
import { sql } from "~/kernel/sql";
import type { LeavingStep } from "~/domain/people/leaving-steps.server";
import { PASS_POST_APPROVALS_ON } from "./events";

/** What of a leaver's posts goes on with others: drafts stay for their department's publishers (policy/library). */
export const postAuthorsLeave: readonly LeavingStep[] = [
  {
    name: "posts",
    covers: ["post.author_id"],
    count: (people) => sql`SELECT count(*) FROM post WHERE author_id = ANY(${people}) AND state IN ('draft', 'in_review')`,
    async end(tx) {
      if (!(await tx.postApproval.findFirst({ where: { decision: "waiting", dueAt: { gt: now() } }, select: { id: true } }))) return;
      await enqueue(tx, PASS_POST_APPROVALS_ON, {}, { jobKey: PASS_POST_APPROVALS_ON });
    },
  },
];
