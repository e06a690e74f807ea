import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { join, sql, type Sql } from "~/kernel/sql";
import type { Actor, Role } from "~/policy/actor";
import { foldedName } from "./searching.server";
import { canSeeDirectory, personAbilities, visiblePeople, type PersonAbilities } from "~/policy/people";
import { worksHere } from "./standing.server";
import { hasJoined } from "./joining/progress.server";

const PAGE = 50;

export interface DirectoryFilter {
  /** Parts of the name, a mail address or a personnel number. */
  q?: string;
  /** This department and everything under it. */
  departmentId?: string;
  /** Where the page before ended. */
  after?: string;
}

export interface DirectoryEntry {
  id: string;
  givenName: string;
  familyName: string;
  email: string | null;
  personnelNumber: string | null;
  jobTitle: string | null;
  departmentName: string;
  locationName: string | null;
  photo: string | null;
  roles: Role[];
}

/**
 * A page of the people who work here, by family name. The page costs the same wherever it is: it
 * starts behind the last name of the one before.
 */
export async function listPeople(actor: Actor, filter: DirectoryFilter): Promise<{ people: DirectoryEntry[]; next: string | null }> {
  if (!canSeeDirectory(actor)) throw new NotFound("directory");
  const start = readCursor(filter.after);
  const rows = await query<DirectoryEntry>(sql`
    SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.email::text AS email,
           p.personnel_number AS "personnelNumber", p.job_title AS "jobTitle",
           d.name AS "departmentName", l.name AS "locationName", p.photo_picture_id AS photo,
           ARRAY(SELECT DISTINCT role::text FROM role_grant r WHERE r.person_id = p.id ORDER BY 1) AS roles
    FROM person p
    JOIN department d ON d.id = p.department_id
    LEFT JOIN location l ON l.id = p.location_id
    WHERE ${join([
      visiblePeople(actor),
      worksHere,
      ...matching(filter),
      ...(start ? [sql`(p.family_name, p.given_name, p.id) > (${start[0]}::text, ${start[1]}::text, ${start[2]}::uuid)`] : []),
    ], " AND ")}
    ORDER BY p.family_name, p.given_name, p.id LIMIT ${PAGE + 1}::int`);
  const people = rows.slice(0, PAGE);
  const last = people.at(-1);
  return { people, next: rows.length > PAGE && last ? writeCursor([last.familyName, last.givenName, last.id]) : null };
}

/** How many people the filter finds, and how many of them have no mail address. */
export async function countPeople(actor: Actor, filter: DirectoryFilter): Promise<{ people: number; withoutMail: number }> {
  if (!canSeeDirectory(actor)) throw new NotFound("directory");
  const rows = await query<{ people: number; withoutMail: number }>(sql`
    SELECT count(*)::int AS people, count(*) FILTER (WHERE p.email IS NULL)::int AS "withoutMail"
    FROM person p WHERE ${join([visiblePeople(actor), worksHere, ...matching(filter)], " AND ")}`);
  return rows[0]!;
}

function matching({ q, departmentId }: DirectoryFilter): Sql[] {
  const conditions: Sql[] = [];
  if (departmentId) {
    conditions.push(sql`p.department_id IN (SELECT descendant_id FROM department_closure WHERE ancestor_id = ${departmentId}::uuid)`);
  }
  const text = (q ?? "").replaceAll("\0", "").trim().slice(0, 100);
  if (text) {
    // "giulia.rossi@…" finds Giulia Rossi too; in this order or the other.
    const words = text.replace(/@.*$/s, "").split(/[\s._]+/).filter(Boolean).slice(0, 5);
    const named = words.map((word) => sql`${foldedName} LIKE '%' || fold_text(${word}::text) || '%'`);
    const exactly = sql`p.email = ${text}::citext OR p.personnel_number = ${text.replace(/\s/g, "")}::text`;
    conditions.push(named.length ? sql`((${join(named, " AND ")}) OR ${exactly})` : sql`(${exactly})`);
  }
  return conditions;
}

export interface PersonRecord extends Omit<DirectoryEntry, "roles"> {
  departmentId: string;
  locationId: string | null;
  language: string;
  joinedOn: string | null;
  isGuest: boolean;
  deactivatedAt: Date | null;
  /** The record's version: a save that names an older one is refused. */
  updatedAt: Date;
  hasPassword: boolean;
  /** Can sign in, by whatever. */
  hasJoined: boolean;
  /** The link or card that waits for them. */
  joinCode: { way: "mail" | "card"; invitedAt: string; hasExpired: boolean } | null;
  grants: { id: string; role: Role; departmentId: string | null; departmentName: string | null }[];
  abilities: PersonAbilities;
}

/** A person's record with their roles, in one statement. @throws NotFound, also for those one may not see */
export async function getPerson(actor: Actor, id: string): Promise<PersonRecord> {
  const rows = await query<Omit<PersonRecord, "abilities">>(sql`
    SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.email::text AS email,
           p.personnel_number AS "personnelNumber", p.job_title AS "jobTitle", p.department_id AS "departmentId",
           d.name AS "departmentName", p.location_id AS "locationId", l.name AS "locationName", p.photo_picture_id AS photo, p.language,
           p.joined_on AS "joinedOn", p.deactivated_at AS "deactivatedAt", p.is_guest AS "isGuest", p.updated_at AS "updatedAt",
           EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id) AS "hasPassword",
           ${hasJoined} AS "hasJoined",
           (SELECT json_build_object('way', j.way, 'invitedAt', j.created_at, 'hasExpired', j.expires_at <= ${now()}::timestamptz)
            FROM join_code j WHERE j.person_id = p.id) AS "joinCode",
           coalesce((SELECT json_agg(json_build_object('id', r.id, 'role', r.role, 'departmentId', r.department_id,
                       'departmentName', rd.name) ORDER BY r.role, rd.name)
                     FROM role_grant r LEFT JOIN department rd ON rd.id = r.department_id WHERE r.person_id = p.id), '[]') AS grants
    FROM person p
    JOIN department d ON d.id = p.department_id
    LEFT JOIN location l ON l.id = p.location_id
    WHERE p.id = ${id}::uuid AND ${visiblePeople(actor)}`);
  const person = rows[0];
  if (!person) throw new NotFound("person");
  return { ...person, abilities: personAbilities(actor, { id, isActive: person.deactivatedAt === null, isGuest: person.isGuest, hasNumber: person.personnelNumber !== null }) };
}

type Cursor = [familyName: string, givenName: string, id: string];

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** Null for a cursor that is none: the list then starts at its beginning. */
function readCursor(text: string | undefined): Cursor | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text ?? "", "base64url").toString());
    const isCursor = Array.isArray(value) && value.length === 3 && value.every((part) => typeof part === "string" && !part.includes("\0"));
    return isCursor && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(String(value[2])) ? (value as Cursor) : null;
  } catch {
    return null;
  }
}
