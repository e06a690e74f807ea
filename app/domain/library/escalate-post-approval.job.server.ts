import { transaction } from "~/kernel/db.server";
import { defineJob } from "~/kernel/queue.server";
import { prepareRequests } from "./approval-mails.server";
import { findApprovers } from "./approvers.server";
import { ESCALATE_POST_APPROVAL } from "./events";
import { findPostRecord, waitingApproval } from "./post-record.server";

/** An approval waited for two days: from now on administrators may give it, and are told so. */
export const escalatePostApprovalJob = defineJob({
  name: ESCALATE_POST_APPROVAL,
  async run({ postId, approvalId }) {
    const post = await findPostRecord(String(postId));
    const waiting = post && waitingApproval(post);
    if (!post || !waiting || waiting.id !== approvalId) return;
    const { people } = await findApprovers(post, true);
    const queueMails = await prepareRequests(waiting.requestedBy, post, people, `post-approval:${waiting.id}:overdue`);
    await transaction(queueMails);
  },
});
