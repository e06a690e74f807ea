import { now } from "../clock";
import type { Tx } from "../db.server";
import { enqueue } from "../queue.server";
import { join, sql, type Sql } from "../sql";
import { DELIVER_MAIL } from "./deliver-mail";
import type { MailParams } from "./fill";

/** A mail as it was rendered; `{{name}}` stands where a parameter goes. */
export interface RenderedMail {
  /** "password-reset": for the log and the mailbox. */
  template: string;
  /** "ro": the language of the words. */
  language: string;
  subject: string;
  html: string;
  text: string;
}

export interface QueuedMail extends RenderedMail {
  /** Without a person it goes out even where people are deactivated. */
  to: { personId?: string; address: string };
  /**
   * What fills the placeholders: names, and secrets such as the link to a new password. They are
   * erased once the mail has left or was called back.
   */
  params?: MailParams;
  /** What it belongs to: `message:<id>`. One mail per person and batch, and a batch can be called back. */
  batch?: string;
  /** Not before this moment; at once unless told. */
  notBefore?: Date;
}

/**
 * Puts a mail into the outbox in the caller's transaction; it leaves soon after the commit. An address
 * that can't be used stands there as failed: it never undoes the change that the mail tells of.
 * @returns the mail's id; null when this person has a mail of this batch already
 */
export async function queueMail(tx: Tx, mail: QueuedMail): Promise<string | null> {
  const notBefore = mail.notBefore ?? now();
  const contentId = await insertContent(tx, mail);
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    INSERT INTO mail_outbox (content_id, person_id, address, params, batch, not_before, created_at)
    VALUES (${contentId}::uuid, ${mail.to.personId ?? null}::uuid, ${mail.to.address}::text,
      ${JSON.stringify(mail.params ?? {})}::jsonb, ${mail.batch ?? null}::text, ${notBefore}::timestamptz, ${now()}::timestamptz)
    ON CONFLICT (batch, person_id) DO NOTHING
    RETURNING id`);
  await enqueue(tx, DELIVER_MAIL, {}, { runAt: notBefore });
  return rows[0]?.id ?? null;
}

export interface MailToMany {
  /** See `QueuedMail.batch`; queueing it again adds only the people who were not in it. */
  batch: string;
  notBefore?: Date;
  /** The recipients' SELECT says for each when it may leave: `not_before timestamptz`, null for `notBefore`. */
  isStaggered?: boolean;
  /** Rendered once per version and language; `version` is the caller's own name for it. */
  contents: (RenderedMail & { version: string })[];
  /**
   * A SELECT of `person_id uuid, address text, content_id uuid, params jsonb`, one row per reader; a
   * row without an address or a content is left out. Is given a relation to join:
   * `content (version text, language text, content_id uuid)`.
   */
  recipients: (content: Sql) => Sql;
}

/** Up to so many mails of one batch go before those of larger ones. */
const A_FEW = 100;

/**
 * Queues mails to any number of readers by one statement, however many they are.
 * @returns how many were queued
 */
export async function queueMailToMany(tx: Tx, { batch, notBefore = now(), isStaggered = false, contents, recipients }: MailToMany): Promise<number> {
  if (contents.length === 0) return 0;
  const keys: Sql[] = [];
  for (const content of contents) {
    const id = await insertContent(tx, content);
    keys.push(sql`(${content.version}::text, ${content.language}::text, ${id}::uuid)`);
  }
  const when = isStaggered ? sql`greatest(r.not_before, ${notBefore}::timestamptz)` : sql`${notBefore}::timestamptz`;
  const relation = sql`(VALUES ${join(keys)}) AS content (version, language, content_id)`;
  const queued = await tx.$executeRaw(sql`
    INSERT INTO mail_outbox (content_id, person_id, address, params, batch, is_bulk, not_before, created_at)
    SELECT r.content_id, r.person_id, r.address, r.params, ${batch}::text, true, ${when}, ${now()}::timestamptz
    FROM (${recipients(relation)}) r
    WHERE r.address IS NOT NULL AND r.content_id IS NOT NULL
    ON CONFLICT (batch, person_id) DO NOTHING`);
  if (queued <= A_FEW) await tx.$executeRaw(sql`UPDATE mail_outbox SET is_bulk = false WHERE batch = ${batch}::text AND is_bulk`);
  await enqueue(tx, DELIVER_MAIL, {}, { runAt: notBefore });
  if (isStaggered) {
    const later = await tx.$queryRaw<{ at: Date }[]>(sql`
      SELECT DISTINCT not_before AS at FROM mail_outbox WHERE batch = ${batch}::text AND not_before > ${notBefore}::timestamptz`);
    // One wake-up for each end of quiet hours: a few zones, however many readers.
    for (const { at } of later) await enqueue(tx, DELIVER_MAIL, {}, { runAt: at });
  }
  return queued;
}

async function insertContent(tx: Tx, { template, language, subject, html, text }: RenderedMail): Promise<string> {
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    INSERT INTO mail_content (template, language, subject, html, text, created_at)
    VALUES (${template}::text, ${language}::text, ${subject}::text, ${html}::text, ${text}::text, ${now()}::timestamptz)
    RETURNING id`);
  return rows[0]!.id;
}

/**
 * Calls back what has not left. A mail that is being handed over right now may still arrive; it won't be tried again.
 * @returns how many were called back, and how many had left before
 */
export async function cancelBatch(tx: Tx, batch: string): Promise<{ cancelled: number; left: number }> {
  const cancelled = await tx.$executeRaw(sql`
    UPDATE mail_outbox SET status = 'cancelled', params = '{}'
    WHERE batch = ${batch}::text AND status IN ('queued', 'sending')`);
  const rows = await tx.$queryRaw<{ left: number }[]>(sql`
    SELECT count(*)::int AS left FROM mail_outbox WHERE batch = ${batch}::text AND status = 'sent'`);
  return { cancelled, left: rows[0]!.left };
}

/** Calls back whatever waits for these people: they get no more. */
export async function cancelMailsTo(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE mail_outbox SET status = 'cancelled', params = '{}'
    WHERE person_id = ANY(${personIds}::uuid[]) AND status IN ('queued', 'sending')`);
}

/** For stories of the past (a seed): what should have left by now counts as sent, and never leaves. */
export async function considerSent(tx: Tx): Promise<number> {
  return tx.$executeRaw(sql`
    UPDATE mail_outbox SET status = 'sent', sent_at = not_before, params = '{}'
    WHERE status = 'queued' AND not_before <= ${now()}::timestamptz`);
}
