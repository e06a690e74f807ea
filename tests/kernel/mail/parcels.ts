import type { OutgoingMail, Parcel } from "~/kernel/mail/carrier";

export function aMail(over: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    id: crypto.randomUUID(),
    to: "ana@aurora.example",
    subject: "Новые печи",
    html: "<p>Ștefan</p>",
    text: "Ștefan",
    template: "message-published",
    queuedAt: new Date("2026-11-21T10:00:00Z"),
    ...over,
  };
}

export function aParcel(mails: OutgoingMail[], isRepeat = false): Parcel {
  return { key: crypto.randomUUID(), mails, isRepeat };
}
