import { worksHere } from "~/domain/people/standing.server";
import { now } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { recordEvent } from "~/kernel/events.server";
import { queueMailToMany, type MailToMany } from "~/kernel/mail/outbox.server";
import { renderMail } from "~/kernel/mail/render.server";
import { renderMarkdown } from "~/kernel/markdown.server";
import { sql } from "~/kernel/sql";
import { listReleases } from "~/domain/company/quiet-hours.server";
import { getCompany } from "~/domain/people/company.server";
import { messagePublished } from "../../../emails/message-published";
import { countedOf } from "./audience.server";
import { MESSAGE, messageEvents } from "./events";
import { framesIn } from "~/domain/people/mail-frame.server";
import type { MessageRecord, VersionRecord } from "./message-record";
import { getRecord, lockRecord } from "./message-record.server";
import { versionByDepartment } from "./own-version.server";
import { mailBatch } from "./publication-job";
import { ignoreMissing } from "./publishing.server";
import { chooseLanguage } from "./version";

/** The core version's name among the mail's contents; the others are called by their department. */
const CORE = "core";

/**
 * Queues the mails of a publication, once its 30 seconds have passed: rendered once per version and
 * language, and to everybody by one statement. Safe to run twice, and without effect when the message
 * was called back or published anew.
 * @returns how many were queued
 */
export async function sendMessageMail(id: string, publishedAt: Date): Promise<number> {
  const seen = await getRecord(id, sql`TRUE`).catch(ignoreMissing);
  if (!seen || !isDue(seen, publishedAt)) return 0;
  // Rendered before the lock is taken: a published content does not change.
  const contents = await renderVersions(seen);
  // What is not urgent waits until it is no longer quiet where the reader is; it stands in Vouch already.
  const releases = sql`jsonb_to_recordset(${JSON.stringify(await releaseRows())}::jsonb)
    AS release (time_zone text, quiet_hours text, not_before timestamptz)`;
  return transaction(async (tx) => {
    const record = await lockRecord(tx, id).catch(ignoreMissing);
    if (!record || !isDue(record, publishedAt)) return 0;
    const { audienceIds, versions } = countedOf(record);
    const departments = versions.flatMap(({ departmentId }) => (departmentId ? [departmentId] : []));
    const chosen = versionByDepartment(sql`${audienceIds}::uuid[]`, sql`${departments}::uuid[]`);
    const queued = await queueMailToMany(tx, {
      batch: mailBatch(id),
      contents,
      isStaggered: true,
      recipients: (content) => sql`
        SELECT p.id AS person_id, p.email::text AS address, content.content_id, '{}'::jsonb AS params, release.not_before
        FROM (${chosen}) AS chosen
        JOIN person p ON p.department_id = chosen.department_id AND ${worksHere} AND p.email IS NOT NULL
        CROSS JOIN company c
        LEFT JOIN location l ON l.id = p.location_id
        LEFT JOIN ${releases} ON release.time_zone = coalesce(p.time_zone, l.time_zone, c.time_zone)
          AND release.quiet_hours IS NOT DISTINCT FROM p.quiet_hours
        JOIN ${content} ON content.version = coalesce(chosen.version_id::text, ${CORE}::text) AND content.language = p.language`,
    });
    await tx.message.update({ where: { id }, data: { mailedAt: now() } });
    await recordEvent(tx, { type: messageEvents.mailed, actorId: null, subjectKind: MESSAGE, subjectId: id, payload: { queued } });
    return queued;
  });
}

async function releaseRows() {
  const releases = await listReleases(now());
  return releases.map(({ timeZone, quietHours, notBefore }) => ({ time_zone: timeZone, quiet_hours: quietHours, not_before: notBefore }));
}

function isDue(record: MessageRecord, publishedAt: Date): boolean {
  return record.state === "published" && record.mailedAt === null && record.publishedAt?.getTime() === publishedAt.getTime();
}

/** One mail for each version and each language that somebody reads: where a text is missing, its stand-in says so. */
async function renderVersions(record: MessageRecord): Promise<MailToMany["contents"]> {
  const { name } = await getCompany();
  const readers = await query<{ language: string }>(sql`SELECT DISTINCT p.language FROM person p WHERE ${worksHere}`);
  const frames = await framesIn(readers.map(({ language }) => language));
  const rendered = frames.flatMap((frame) =>
    record.variants.map(async (version) => {
      const text = textFor(record, version, frame.language);
      if (!text) return [];
      const mail = messagePublished(frame, {
        messageId: record.id,
        title: text.title,
        why: record.why[frame.language] ?? record.why[record.company.language] ?? "",
        html: renderMarkdown(text.body),
        textLanguage: text.language,
        asksConfirmation: record.asksConfirmation,
        author: record.author.name,
        audience: version.departmentName ?? name,
      });
      return [{ version: version.departmentId ?? CORE, ...(await renderMail(mail)) }];
    }),
  );
  return (await Promise.all(rendered)).flat();
}

function textFor(record: MessageRecord, { texts }: VersionRecord, reader: string) {
  const chosen = chooseLanguage(reader, record.company.language, texts.map(({ language }) => language));
  return texts.find(({ language }) => language === chosen?.language);
}
