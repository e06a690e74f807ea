import { randomUUID } from "node:crypto";
import { after, DAY, now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { notifyPeople, recordEvents } from "~/kernel/events.server";
import { publicUrl } from "~/kernel/env.server";
import { queueMailToMany } from "~/kernel/mail/outbox.server";
import { sql } from "~/kernel/sql";
import { paths } from "~/paths";
import { formatMoment } from "~/ui/moment";
import { guestsEndSoon } from "../../../../emails/guests-end-soon";
import { getCompany } from "../company.server";
import { peopleEvents } from "../events";
import { letOut } from "../leaving.server";
import { renderInLanguages } from "../mail-frame.server";
import { KEPT_DAYS, REMINDED_DAYS } from "./guest-fields";

/**
 * Carries out the ends that have come: devices are signed out and pages that are open hear it. (Requests
 * find the door closed from the very moment on.) Ways in are kept a while, so that the sign-in can say why
 * it is refused and the end can still be put off; then they are let out like anybody who leaves.
 */
export async function endDueGuests(): Promise<void> {
  await transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>(sql`
      UPDATE person p SET guest_ended_at = ${now()}::timestamptz
      WHERE p.guest_until <= ${now()}::timestamptz AND p.guest_ended_at IS NULL AND p.deactivated_at IS NULL RETURNING p.id`);
    const personIds = due.map(({ id }) => id);
    if (personIds.length === 0) return;
    await tx.session.deleteMany({ where: { personId: { in: personIds } } });
    await recordEvents(tx, personIds.map((id) => ({ type: peopleEvents.guestEnded, actorId: null, subjectKind: "person", subjectId: id, audit: {} })));
    await notifyPeople(tx, "session.ended", personIds);
  });
  await transaction(async (tx) => {
    const forgotten = await tx.person.findMany({ where: { guestUntil: { lte: after(-KEPT_DAYS * DAY) }, deactivatedAt: null }, select: { id: true } });
    await letOut(tx, null, forgotten.map(({ id }) => id));
  });
}

interface Reminder {
  person_id: string;
  language: string;
  guests: { name: string; agency: string; until: string }[];
}

/** Reminds whoever answers for guests, a week before their end and once for each end: one mail, however many guests. */
export async function remindOfEnds(): Promise<void> {
  const { languages, language, timeZone } = await getCompany();
  const contents = await renderInLanguages(languages, (frame) => guestsEndSoon(frame, { guests: "{{guests}}", link: publicUrl() + paths.guests() }));
  await transaction(async (tx) => {
    const reminders = await takeReminders(tx);
    if (reminders.length === 0) return;
    const rows = reminders.map(({ person_id, language: reads, guests }) => {
      const said = languages.includes(reads) ? reads : language;
      const lines = guests.map(({ name, agency, until }) => `${name} (${agency}): ${formatMoment(after(-1, new Date(until)), said, timeZone, "date")}`);
      return { person_id, language: said, guests: new Intl.ListFormat(said, { type: "unit" }).format(lines) };
    });
    await queueMailToMany(tx, {
      batch: `guests-end-soon:${randomUUID()}`,
      contents,
      recipients: (content) => sql`
        SELECT p.id AS person_id, p.email::text AS address, content.content_id, jsonb_build_object('givenName', p.given_name, 'guests', r.guests) AS params
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (person_id uuid, language text, guests text)
        JOIN person p ON p.id = r.person_id AND p.email IS NOT NULL JOIN ${content} ON content.language = r.language`,
    });
  });
}

/** The host hears of it while they administer; else everybody who does. */
async function takeReminders(tx: Tx): Promise<Reminder[]> {
  return tx.$queryRaw<Reminder[]>(sql`
    WITH due AS (
      UPDATE person g SET guest_reminded_for = g.guest_until
      WHERE g.guest_until > ${now()}::timestamptz AND g.guest_until <= ${after(REMINDED_DAYS * DAY)}::timestamptz
        AND g.guest_reminded_for IS DISTINCT FROM g.guest_until AND g.deactivated_at IS NULL
      RETURNING g.host_id, g.given_name || ' ' || g.family_name AS name, g.agency, g.guest_until),
    administrator AS (
      SELECT p.id, p.language FROM person p JOIN role_grant r ON r.person_id = p.id AND r.role = 'administrator' AND r.department_id IS NULL
      WHERE p.deactivated_at IS NULL)
    SELECT a.id AS person_id, a.language, json_agg(json_build_object('name', due.name, 'agency', due.agency, 'until', due.guest_until) ORDER BY due.guest_until, due.name) AS guests
    FROM due JOIN administrator a ON a.id = due.host_id OR NOT EXISTS (SELECT 1 FROM administrator h WHERE h.id = due.host_id)
    GROUP BY a.id, a.language`);
}
