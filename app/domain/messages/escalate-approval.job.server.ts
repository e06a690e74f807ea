import { transaction } from "~/kernel/db.server";
import { defineJob } from "~/kernel/queue.server";
import { sql } from "~/kernel/sql";
import { listApprovers, prepareRequestMails } from "./approvers.server";
import { getRecord } from "./message-record.server";
import { ESCALATE_APPROVAL } from "./publication-job";
import { ignoreMissing } from "./publishing.server";

/** An approval waited for two days: from now on administrators may give it, and are told so. */
export const escalateApprovalJob = defineJob({
  name: ESCALATE_APPROVAL,
  async run({ messageId, approvalId }) {
    const record = await getRecord(String(messageId), sql`TRUE`).catch(ignoreMissing);
    if (record?.approval?.id !== approvalId || record?.approval?.decision !== "waiting") return;
    // The job's time is the deadline by the queue's clock; this machine's may be a moment behind.
    const overdue = { ...record, approval: { ...record.approval, dueAt: record.approval.requestedAt } };
    const deputies = await listApprovers(overdue);
    const queueMails = await prepareRequestMails(record, deputies, `approval:${approvalId}:overdue`);
    await transaction(queueMails);
  },
});
