import { now } from "~/kernel/clock";
import type { Tx } from "~/kernel/db.server";
import { queueMail } from "~/kernel/mail/outbox.server";
import { renderMail } from "~/kernel/mail/render.server";
import { passwordChanged } from "../../../emails/password-changed";
import { passwordReset } from "../../../emails/password-reset";
import type { CompanyProfile } from "./company.server";
import { mailFrame } from "./mail-frame.server";

/** Whoever is written to. */
export interface Reader {
  id: string;
  givenName: string;
  familyName: string;
  email: string | null;
  personnelNumber: string | null;
  language: string;
  timeZone: string;
  company: CompanyProfile;
}

/** Puts the rendered mail into the outbox within a transaction; false when it stands there already. */
export type QueueRendered = (tx: Tx) => Promise<boolean>;

/** Renders "your password was changed" now, to be queued with the change. For people without a mail address nothing is queued. */
export async function queuePasswordChanged(reader: Reader): Promise<QueueRendered> {
  const { email: address } = reader;
  if (!address) return async () => false;
  const changedAt = new Intl.DateTimeFormat(reader.language === "en" ? "en-GB" : reader.language, {
    dateStyle: "long", timeStyle: "short", timeZone: reader.timeZone,
  }).format(now());
  const mail = await renderMail(passwordChanged(mailFrame(reader.company, reader.language, reader.givenName), { changedAt }));
  return async (tx) => (await queueMail(tx, { ...mail, to: { personId: reader.id, address } })) !== null;
}

/** Renders the mail with the link to a new password. The link is a parameter: it is erased once the mail has left. */
export async function queuePasswordReset(reader: Reader, link: string, minutes: number, batch: string): Promise<QueueRendered> {
  const { email: address } = reader;
  if (!address) return async () => false;
  const mail = await renderMail(passwordReset(mailFrame(reader.company, reader.language, reader.givenName), { link: "{{link}}", minutes }));
  return async (tx) => (await queueMail(tx, { ...mail, to: { personId: reader.id, address }, params: { link }, batch })) !== null;
}
