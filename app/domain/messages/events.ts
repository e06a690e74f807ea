/** What happens to messages. Payloads carry ids and numbers only; the subject is the message. */
export const messageEvents = {
  started: "message.started",
  edited: "message.edited",
  discarded: "message.discarded",
  approvalRequested: "message.approval-requested",
  approved: "message.approved",
  declined: "message.declined",
  scheduled: "message.scheduled",
  unscheduled: "message.unscheduled",
  /** Its time came, but something stood in the way. */
  held: "message.held",
  published: "message.published",
  recalled: "message.recalled",
  mailed: "message.mailed",
  acknowledged: "message.acknowledged",
  remarked: "message.remarked",
  answered: "message.answered",
  ruleSet: "approval-rule.set",
  ruleRemoved: "approval-rule.removed",
} as const;

/** The subject's kind in events and the audit. */
export const MESSAGE = "message";
/** What browsers listen for. */
export const LIVE_TOPIC = "messages";
