import { randomBytes } from "node:crypto";
import { getPerson, type PersonRecord } from "~/domain/people/directory.server";
import { getGuest, type Guest } from "~/domain/people/guests/reading.server";
import { shownProfile } from "~/domain/people/shown-names.server";
import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { looksAt } from "~/policy/audit";
import { auditEvents } from "./events";
import { hashDetails } from "./recording.server";

/**
 * A person's record, and that it was looked at: once for each viewer, person and hour, in one more
 * statement. One's own record is no look. @throws NotFound
 */
export async function viewPerson(actor: Actor, id: string): Promise<PersonRecord> {
  const person = await getPerson(actor, id);
  if (actor.id !== id) await noteViewed(actor, id);
  return person;
}

/** The same for a guest. @throws NotFound */
export async function viewGuest(actor: Actor, id: string): Promise<Guest> {
  const guest = await getGuest(actor, id);
  await noteViewed(actor, id);
  return guest;
}

async function noteViewed(actor: Actor, personId: string): Promise<void> {
  const salt = randomBytes(16);
  await query(sql`
    INSERT INTO audit_entry (occurred_at, actor_id, action, subject_kind, subject_id, details, salt, details_hash)
    VALUES (${now()}::timestamptz, ${actor.id}::uuid, ${auditEvents.personViewed}, 'person', ${personId}::text, '{}'::jsonb, ${salt}::bytea, ${Buffer.from(hashDetails(salt, {}))}::bytea)
    ON CONFLICT DO NOTHING`);
}

export interface Look {
  id: string;
  at: Date;
  who: string | null;
  /** Their id while their profile opens. */
  profile: string | null;
  jobTitle: string | null;
}

const PAGE = 30;

/** Who looked at this person's own record, the latest first, a page at a time. One statement. */
export async function listLooksAtMe(actor: Actor, after?: string | null): Promise<{ looks: Look[]; next: string | null }> {
  const before = /^\d{1,18}$/.test(after ?? "") ? after! : String(Number.MAX_SAFE_INTEGER);
  const rows = await query<Look>(sql`
    SELECT e.id::text AS id, e.occurred_at AS at, v.given_name || ' ' || v.family_name AS who, ${shownProfile("v")} AS profile, v.job_title AS "jobTitle"
    FROM audit_entry e LEFT JOIN person v ON v.id = e.actor_id
    WHERE ${looksAt(actor)} AND e.id < ${before}::bigint ORDER BY e.id DESC LIMIT ${PAGE + 1}::int`);
  const looks = rows.slice(0, PAGE);
  return { looks, next: rows.length > PAGE ? looks.at(-1)!.id : null };
}
