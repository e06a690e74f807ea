import { cancelMailsTo } from "~/kernel/mail/outbox.server";
import { kernelRetention, registerRetentionRules } from "~/kernel/retention.server";
import { sql } from "~/kernel/sql";
import { auditRetention } from "~/domain/audit/retention.server";
import { applyRetentionJob } from "~/domain/company/apply-retention.job.server";
import { ownAuditData } from "~/domain/audit/own-data.server";
import { ownCompanyData } from "~/domain/company/own-data.server";
import { ownInsightsData } from "~/domain/insights/own-data.server";
import { ownLibraryData } from "~/domain/library/own-data.server";
import { ownMessageData } from "~/domain/messages/own-data.server";
import { registerOwnData } from "~/domain/people/own-data.server";
import { ownRecord } from "~/domain/people/own-record.server";
import { ownShareData } from "~/domain/shares/own-data.server";
import { ownWinData } from "~/domain/wins/own-data.server";
import { peopleRetention } from "~/domain/people/retention.server";
import { visitRetention } from "~/domain/shares/retention.server";
import { chatRetention } from "~/domain/wins/chat/retention.server";
import { postAuthorsLeave } from "~/domain/library/authors-leave.server";
import { passPostApprovalsOn } from "~/domain/library/pass-approvals-on.job.server";
import { messageAuthorsLeave } from "~/domain/messages/authors-leave.server";
import { passMessageApprovalsOn } from "~/domain/messages/pass-approvals-on.job.server";
import { accessEnds } from "~/domain/people/access-ends.server";
import { continueImports, forgetImports, workOnImport } from "~/domain/people/import.job.server";
import { registerLeavingSteps } from "~/domain/people/leaving-steps.server";
import { sharersLeave } from "~/domain/shares/sharers-leave.server";
import type { Job } from "~/kernel/queue.server";
import { subscribe, unsubscribeAll } from "~/kernel/events.server";
import { recordAuditEntries, recordAuditEntry } from "~/domain/audit/recording.server";
import { sealAudit } from "~/domain/audit/sealing.job.server";
import { takeSnapshotJob } from "~/domain/insights/take-snapshot.job.server";
import { writeStarters } from "~/domain/first-run/starters.server";
import { readdressPosts } from "~/domain/library/department-joining.server";
import { keepOfferedDepartment } from "~/domain/library/department-removal.server";
import { escalatePostApprovalJob } from "~/domain/library/escalate-post-approval.job.server";
import { readdressMessages } from "~/domain/messages/department-joining.server";
import { keepAddressedDepartment } from "~/domain/messages/department-removal.server";
import { escalateApprovalJob } from "~/domain/messages/escalate-approval.job.server";
import { publishMessageJob } from "~/domain/messages/publish-message.job.server";
import { sendMessageMailJob } from "~/domain/messages/send-message-mail.job.server";
import { nameOfPost } from "~/domain/library/naming.server";
import { sharesEvents } from "~/domain/shares/events";
import { celebrateYearsJob } from "~/domain/wins/celebrate-years.job.server";
import { queueChat } from "~/domain/wins/chat/delivering.server";
import { rescueChatJob, tellChatJob } from "~/domain/wins/chat/delivery.job.server";
import { readdressChannels } from "~/domain/wins/chat/department-joining.server";
import { countCoverageJob } from "~/domain/wins/count-coverage.job.server";
import { winEvents } from "~/domain/wins/events";
import { celebrate } from "~/domain/wins/milestones.server";
import { peopleEvents } from "~/domain/people/events";
import { forgetExpiredCredentials } from "~/domain/people/forget-expired.job.server";
import { endGuestsJob, remindOfGuestsJob } from "~/domain/people/guests.job.server";
import { findGonePeople } from "~/domain/people/leaving.server";
import { sendPasswordResetMail } from "~/domain/people/password-reset.job.server";
import { sweepOrphans } from "~/kernel/files/orphans.job.server";
import { forgetOldRows } from "~/kernel/forgetting.job.server";
import { deliverMail } from "~/kernel/mail/delivery.job.server";
import { registerFindGone } from "~/kernel/mail/recipients.server";

/**
 * The composition root: the one place where what crosses modules is tied together.
 * Importing it registers every in-transaction subscriber; `jobs` is what the worker runs.
 */
unsubscribeAll();
subscribe("*", recordAuditEntry, recordAuditEntries);
subscribe(peopleEvents.companyFounded, writeStarters);
subscribe(peopleEvents.departmentJoined, readdressMessages);
subscribe(peopleEvents.departmentJoined, readdressPosts);
subscribe(peopleEvents.departmentJoined, readdressChannels);
subscribe(peopleEvents.departmentRemoved, keepAddressedDepartment);
subscribe(peopleEvents.departmentRemoved, keepOfferedDepartment);
subscribe(sharesEvents.visitsReached, async (tx, { subjectId, payload }) => {
  const post = subjectId && (await nameOfPost(tx, subjectId));
  if (post) await celebrate(tx, { kind: "visits", of: subjectId, step: Number(payload?.visits), from: Number(payload?.shares), ...post });
});
subscribe(winEvents.given, queueChat);
subscribe(winEvents.milestonesReached, queueChat);
registerFindGone(findGonePeople);

/** Everything that ends with a person, in this order. A module that holds something of people adds its step. */
registerLeavingSteps([
  ...accessEnds,
  {
    name: "mails",
    covers: ["mail_outbox.person_id"],
    count: (people) => sql`SELECT count(*) FROM mail_outbox WHERE person_id = ANY(${people}) AND status IN ('queued', 'sending')`,
    end: (tx, { personIds }) => cancelMailsTo(tx, personIds),
  },
  ...messageAuthorsLeave,
  ...postAuthorsLeave,
  ...sharersLeave,
]);

/** Everything that is held about a person, for themselves to take out. A module that holds something of people adds its part. */
registerOwnData([
  ...ownRecord, ...ownMessageData, ...ownShareData, ...ownWinData, ...ownLibraryData, ...ownCompanyData, ...ownInsightsData, ...ownAuditData,
  {
    name: "mails", covers: ["mail_outbox.person_id"],
    rows: (person) => sql`
      SELECT c.subject, o.address, o.status, o.created_at AS "queuedAt", o.sent_at AS "sentAt" FROM mail_outbox o JOIN mail_content c ON c.id = o.content_id
      WHERE o.person_id = ${person} ORDER BY o.created_at`,
  },
  {
    name: "pictures", covers: ["picture.created_by_id"],
    rows: (person) => sql`SELECT id, width, height, created_at AS "uploadedAt" FROM picture WHERE created_by_id = ${person} ORDER BY created_at`,
  },
  {
    name: "events", covers: ["event.actor_id"],
    rows: (person) => sql`SELECT type, occurred_at AS at FROM event WHERE actor_id = ${person} ORDER BY id`,
  },
]);

/** What is kept for a time of the company's choice, as its page of settings shows it. */
registerRetentionRules([...kernelRetention, ...peopleRetention, ...visitRetention, ...chatRetention, ...auditRetention]);

export const jobs: Job[] = [
  deliverMail,
  sealAudit,
  sendPasswordResetMail,
  publishMessageJob,
  sendMessageMailJob,
  escalateApprovalJob,
  escalatePostApprovalJob,
  passMessageApprovalsOn,
  passPostApprovalsOn,
  takeSnapshotJob,
  celebrateYearsJob,
  countCoverageJob,
  tellChatJob,
  rescueChatJob,
  applyRetentionJob,
  forgetOldRows,
  forgetExpiredCredentials,
  workOnImport,
  continueImports,
  endGuestsJob,
  remindOfGuestsJob,
  forgetImports,
  sweepOrphans,
];
