import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { Invalid, NotFound } from "~/kernel/errors";
import { join, sql } from "~/kernel/sql";
import { toLocalDay } from "~/kernel/zoned-time";
import type { Actor } from "~/policy/actor";
import { canSeeAbsences } from "~/policy/deputies";
import { foldedName } from "../searching.server";
import { worksHere } from "../standing.server";

export interface Absence {
  id: string;
  /** This person's own, or one in which they stand in. */
  isOwn: boolean;
  /** The deputy's name, or that of whom they stand in for. */
  name: string;
  startsAt: Date;
  endsAt: Date;
  hasBegun: boolean;
}

/** One's own absences and those in which one stands in, that are not over, the first one first. @throws NotFound */
export async function listOwnAbsences(actor: Actor): Promise<Absence[]> {
  if (!canSeeAbsences(actor)) throw new NotFound("absences");
  return query<Absence>(sql`
    SELECT b.id, b.person_id = ${actor.id}::uuid AS "isOwn", o.given_name || ' ' || o.family_name AS name, b.starts_at AS "startsAt", b.ends_at AS "endsAt",
      b.starts_at <= ${now()}::timestamptz AS "hasBegun"
    FROM absence b JOIN person o ON o.id = CASE WHEN b.person_id = ${actor.id}::uuid THEN b.deputy_id ELSE b.person_id END
    WHERE (b.person_id = ${actor.id}::uuid OR b.deputy_id = ${actor.id}::uuid) AND b.ends_at > ${now()}::timestamptz
    ORDER BY b.starts_at, b.id LIMIT 50`);
}

export interface DeputyChoice {
  id: string;
  name: string;
  about: string;
}

const MOST = 8;

/**
 * Colleagues by parts of their name, mail address or personnel number: names inside the company are no secret.
 * @throws Invalid at `deputy` where nobody is found
 */
export async function findDeputies(actor: Actor, typed: string): Promise<DeputyChoice[]> {
  const text = typed.replaceAll("\0", "").trim().slice(0, 120);
  const words = text.split(/\s+/).filter(Boolean).slice(0, 4);
  const named = words.map((word) => sql`${foldedName} LIKE '%' || fold_text(${word}::text) || '%'`);
  const found = await query<DeputyChoice>(sql`
    SELECT p.id, p.given_name || ' ' || p.family_name AS name, concat_ws(', ', p.job_title, d.name) AS about
    FROM person p JOIN department d ON d.id = p.department_id
    WHERE ${worksHere} AND p.id <> ${actor.id}::uuid
      AND ((${named.length ? join(named, " AND ") : sql`FALSE`}) OR p.email = ${text}::citext OR p.personnel_number = ${text.replace(/\s/g, "")}::text)
    ORDER BY (p.department_id = ${actor.departmentId}::uuid) DESC, p.family_name, p.given_name, p.id LIMIT ${MOST}::int`);
  if (found.length === 0) throw new Invalid({ deputy: "studio-absence:error.nobody" });
  return found;
}

/** The day on this person's own clock: "2026-12-31". */
export function todayOf({ timeZone }: Actor): string {
  return toLocalDay(now(), timeZone);
}
