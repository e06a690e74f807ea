/** A mail as it leaves: filled in, its subject on one line, its address checked. */
export interface OutgoingMail {
  /** The outbox row; the same for every try. */
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** "password-reset": shown in the mailbox on disk. */
  template: string;
  queuedAt: Date;
}

/** Mails that are handed over together, and again together when the answer got lost. */
export interface Parcel {
  /** The idempotency key: the same for the same mails, new for every other grouping. */
  key: string;
  mails: OutgoingMail[];
  /** The parcel was handed over before and nobody knows whether it arrived. */
  isRepeat: boolean;
}

/** What became of one mail. `code` is a word such as "rate_limited": no address, no text. */
export type Outcome =
  | { kind: "sent"; carrierId?: string }
  /** Certainly not accepted, and may be next time. `isTry: false` says that it was not the mail's fault at all. */
  | { kind: "postponed"; code: string; afterMs?: number; isTry?: false }
  /** Perhaps accepted: the answer got lost. Goes again in the same parcel under the same key. */
  | { kind: "unknown"; code: string; afterMs?: number }
  /** Will never be accepted. */
  | { kind: "refused"; code: string };

export interface Carrier {
  name: "resend" | "smtp" | "disk";
  /** Mails that it takes at once. */
  capacity: number;
  /** Hands a parcel over within 30 seconds; one outcome per mail, in the parcel's order. Does not throw. */
  send(parcel: Parcel): Promise<Outcome[]>;
}

/** Tells automatic repliers to keep still (RFC 3834). */
export const MAIL_HEADERS = { "Auto-Submitted": "auto-generated" } as const;
