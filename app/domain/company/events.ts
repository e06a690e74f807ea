/** What the company module says happened. Others subscribe to these names, never to its files. */
export const companyEvents = {
  /** Name, colour, languages, hours, retention: the payload names the fields. */
  changed: "company.changed",
  holidayAdded: "holiday.added",
  holidayRemoved: "holiday.removed",
  privacyPublished: "privacy.published",
  privacyAccepted: "privacy.accepted",
  mailChanged: "mail-setting.changed",
  networkKeySet: "network-key.set",
  networkKeyRemoved: "network-key.removed",
  firstRunEnded: "first-run.ended",
  firstRunResumed: "first-run.resumed",
  /** Old rows were thrown away by the company's rules; the payload counts them. */
  retentionApplied: "retention.applied",
} as const;
