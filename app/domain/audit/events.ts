/** What the audit itself puts on record. */
export const auditEvents = {
  /** Somebody looked at another person's record; once for each viewer, person and hour. */
  personViewed: "person.viewed",
  exported: "audit.exported",
} as const;
