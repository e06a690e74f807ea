import { now } from "~/kernel/clock";
import { prisma, transaction } from "~/kernel/db.server";
import { defineJob, enqueue } from "~/kernel/queue.server";
import { findApprovers } from "./approvers.server";
import { ESCALATE_POST_APPROVAL, PASS_POST_APPROVALS_ON } from "./events";
import { findPostRecord } from "./post-record.server";

/** An approver has left: what nobody else may approve is overdue at once, so that administrators are asked. */
export const passPostApprovalsOn = defineJob({
  name: PASS_POST_APPROVALS_ON,
  async run() {
    const waiting = await prisma.postApproval.findMany({ where: { decision: "waiting", dueAt: { gt: now() } }, select: { id: true, postId: true } });
    for (const { id, postId } of waiting) {
      const post = await findPostRecord(postId);
      if (!post || (await findApprovers(post)).people.length > 0) continue;
      await transaction(async (tx) => {
        const { count } = await tx.postApproval.updateMany({ where: { id, decision: "waiting", dueAt: { gt: now() } }, data: { dueAt: now() } });
        if (count > 0) await enqueue(tx, ESCALATE_POST_APPROVAL, { approvalId: id, postId }, { jobKey: `${ESCALATE_POST_APPROVAL}:${id}` });
      });
    }
  },
});
