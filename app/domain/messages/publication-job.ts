/** Names of the jobs that publication puts into the queue, apart from the work itself. */
export const PUBLISH_MESSAGE = "publish-message";
export const SEND_MESSAGE_MAIL = "send-message-mail";
export const ESCALATE_APPROVAL = "escalate-approval";

/** At most one waiting publication a message. */
export const publicationJobKey = (messageId: string) => `${PUBLISH_MESSAGE}:${messageId}`;
export const mailJobKey = (messageId: string) => `${SEND_MESSAGE_MAIL}:${messageId}`;
/** The outbox' name for the mails of a message. */
export const mailBatch = (messageId: string) => `message:${messageId}`;
export const PASS_MESSAGE_APPROVALS_ON = "pass-message-approvals-on";
