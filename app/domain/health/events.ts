/** What the health module says happened. */
export const healthEvents = {
  jobsRetried: "jobs.retried",
  mailsRetried: "mails.retried",
} as const;
