import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { empty, sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canKeepGuests, visibleGuests } from "~/policy/guests";
import { hasJoined } from "../joining/progress.server";

export interface Guest {
  id: string;
  givenName: string;
  familyName: string;
  email: string;
  agency: string;
  language: string;
  /** The first moment at which they are out. */
  guestUntil: Date;
  /** By the end that was set, or by somebody's act. */
  isOver: boolean;
  hasJoined: boolean;
  /** By name; an empty list is the whole company. */
  departments: { id: string; name: string }[];
  hostName: string | null;
  deactivatedAt: Date | null;
  updatedAt: Date;
}

const PAGE = 50;

const guestsWhere = (condition: Sql) => sql`
  SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.email::text AS email, p.agency, p.language, p.guest_until AS "guestUntil",
    (p.deactivated_at IS NOT NULL OR p.guest_until <= ${now()}::timestamptz) AS "isOver", ${hasJoined} AS "hasJoined",
    (SELECT coalesce(json_agg(json_build_object('id', d.id, 'name', d.name) ORDER BY d.name), '[]')
     FROM role_grant g JOIN department d ON d.id = g.department_id WHERE g.person_id = p.id) AS departments,
    (SELECT h.given_name || ' ' || h.family_name FROM person h WHERE h.id = p.host_id) AS "hostName",
    p.deactivated_at AS "deactivatedAt", p.updated_at AS "updatedAt"
  FROM person p WHERE ${condition}`;

/** Guests by name, those whose time is over too, so that it can be put off. One statement. @throws NotFound */
export async function listGuests(actor: Actor, cursor?: string): Promise<{ guests: Guest[]; next: string | null }> {
  if (!canKeepGuests(actor)) throw new NotFound("guests");
  const behind = isUuid(cursor)
    ? sql`AND (p.family_name, p.given_name, p.id) > (SELECT family_name, given_name, id FROM person WHERE id = ${cursor}::uuid)`
    : empty;
  const rows = await query<Guest>(sql`${guestsWhere(visibleGuests(actor))} ${behind} ORDER BY p.family_name, p.given_name, p.id LIMIT ${PAGE + 1}::int`);
  const guests = rows.slice(0, PAGE);
  return { guests, next: rows.length > PAGE ? guests.at(-1)!.id : null };
}

/** @throws NotFound, also for those who are no guests */
export async function getGuest(actor: Actor, id: string): Promise<Guest> {
  const rows = await query<Guest>(guestsWhere(sql`p.id = ${id}::uuid AND ${visibleGuests(actor)}`));
  if (!rows[0]) throw new NotFound("guest");
  return rows[0];
}

/** What a guest is told about their own standing. */
export interface OwnTerms {
  guestUntil: Date;
  hostName: string | null;
  /** An empty list is the whole company. */
  departments: string[];
}

/** Null for whoever works here, without a statement. */
export async function findOwnTerms(actor: Actor): Promise<OwnTerms | null> {
  if (!actor.isGuest) return null;
  const rows = await query<OwnTerms>(sql`
    SELECT p.guest_until AS "guestUntil", (SELECT h.given_name || ' ' || h.family_name FROM person h WHERE h.id = p.host_id) AS "hostName",
      ARRAY(SELECT d.name FROM role_grant g JOIN department d ON d.id = g.department_id WHERE g.person_id = p.id ORDER BY d.name) AS departments
    FROM person p WHERE p.id = ${actor.id}::uuid`);
  return rows[0] ?? null;
}
