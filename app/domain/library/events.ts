/** What happens to posts. Payloads carry ids only. */
export const libraryEvents = {
  started: "post.started",
  edited: "post.edited",
  approvalVoided: "post.approval_voided",
  approvalRequested: "post.approval_requested",
  approved: "post.approved",
  declined: "post.declined",
  ended: "post.ended",
} as const;

/** The job that runs when a wait for an approval is over its deadline. */
export const ESCALATE_POST_APPROVAL = "escalate-post-approval";
/** The job that looks for waits that nobody can end any more. */
export const PASS_POST_APPROVALS_ON = "pass-post-approvals-on";
