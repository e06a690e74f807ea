import type { Job } from "~/kernel/queue.server";
import { subscribe, unsubscribeAll } from "~/kernel/events.server";
import { recordAuditEntry } from "~/domain/audit/recording.server";
import { sealAudit } from "~/domain/audit/sealing.job.server";
import { keepOfferedDepartment } from "~/domain/library/department-removal.server";
import { escalatePostApprovalJob } from "~/domain/library/escalate-post-approval.job.server";
import { keepAddressedDepartment } from "~/domain/messages/department-removal.server";
import { escalateApprovalJob } from "~/domain/messages/escalate-approval.job.server";
import { publishMessageJob } from "~/domain/messages/publish-message.job.server";
import { sendMessageMailJob } from "~/domain/messages/send-message-mail.job.server";
import { peopleEvents } from "~/domain/people/events";
import { forgetExpiredCredentials } from "~/domain/people/forget-expired.job.server";
import { findGonePeople } from "~/domain/people/leaving.server";
import { sendPasswordResetMail } from "~/domain/people/password-reset.job.server";
import { forgetOldRows } from "~/kernel/forgetting.job.server";
import { deliverMail } from "~/kernel/mail/delivery.job.server";
import { registerFindGone } from "~/kernel/mail/recipients.server";

/**
 * The composition root: the one place where what crosses modules is tied together.
 * Importing it registers every in-transaction subscriber; `jobs` is what the worker runs.
 */
unsubscribeAll();
subscribe("*", recordAuditEntry);
subscribe(peopleEvents.departmentRemoved, keepAddressedDepartment);
subscribe(peopleEvents.departmentRemoved, keepOfferedDepartment);
registerFindGone(findGonePeople);

export const jobs: Job[] = [
  deliverMail,
  sealAudit,
  sendPasswordResetMail,
  publishMessageJob,
  sendMessageMailJob,
  escalateApprovalJob,
  escalatePostApprovalJob,
  forgetOldRows,
  forgetExpiredCredentials,
];
