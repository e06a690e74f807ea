import { now } from "~/kernel/clock";
import { prisma, transaction } from "~/kernel/db.server";
import { defineJob, enqueue } from "~/kernel/queue.server";
import { sql } from "~/kernel/sql";
import { listApprovers } from "./approvers.server";
import { getRecord } from "./message-record.server";
import { ESCALATE_APPROVAL, PASS_MESSAGE_APPROVALS_ON } from "./publication-job";

/** An approver has left: what nobody else may approve is overdue at once, so that administrators are asked. */
export const passMessageApprovalsOn = defineJob({
  name: PASS_MESSAGE_APPROVALS_ON,
  async run() {
    const waiting = await prisma.messageApproval.findMany({ where: { decision: "waiting", dueAt: { gt: now() } }, select: { id: true, messageId: true } });
    for (const { id, messageId } of waiting) {
      const record = await getRecord(messageId, sql`TRUE`);
      if ((await listApprovers(record)).length > 0) continue;
      await transaction(async (tx) => {
        const { count } = await tx.messageApproval.updateMany({ where: { id, decision: "waiting", dueAt: { gt: now() } }, data: { dueAt: now() } });
        if (count > 0) await enqueue(tx, ESCALATE_APPROVAL, { approvalId: id, messageId }, { jobKey: `${ESCALATE_APPROVAL}:${id}` });
      });
    }
  },
});
