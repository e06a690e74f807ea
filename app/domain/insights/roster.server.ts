import { now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import type { Roster, RosterDepartment } from "./carving";

/** The Monday of a day's week; both as "2026-12-31". */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** One worker at a time takes rosters and snapshots; the others wait and find it done. */
export async function lockSnapshots(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('insights_snapshot'))`;
}

/** The roster of a week, taken now if nobody did before. @returns its id */
export async function takeRoster(week: string): Promise<string> {
  return transaction(async (tx) => {
    await lockSnapshots(tx);
    const [found] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM insights_roster WHERE week = ${week}::date`;
    if (found) return found.id;
    const [made] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO insights_roster (week, taken_at) VALUES (${week}::date, ${now()}::timestamptz) RETURNING id`;
    await tx.$executeRaw`
      INSERT INTO insights_roster_department (roster_id, department_id, parent_id, name)
      SELECT ${made!.id}::uuid, id, parent_id, name FROM department`;
    await tx.$executeRaw`
      INSERT INTO insights_roster_person (roster_id, person_id, department_id)
      SELECT ${made!.id}::uuid, id, department_id FROM person WHERE deactivated_at IS NULL AND NOT is_guest`;
    return made!.id;
  }, { timeoutMs: 60_000 });
}

/** Reads rosters once for each run. */
export function rosterReader(tx: Tx) {
  const read = new Map<string, Promise<Roster>>();
  return (id: string): Promise<Roster> => {
    if (!read.has(id)) read.set(id, readRoster(tx, id));
    return read.get(id)!;
  };
}

async function readRoster(tx: Tx, id: string): Promise<Roster> {
  const rows = await tx.$queryRaw<(RosterDepartment & { people: number })[]>`
    SELECT d.department_id AS id, d.parent_id AS "parentId", d.name, coalesce(own.people, 0)::int AS people
    FROM insights_roster_department d
    LEFT JOIN (SELECT department_id, count(*) AS people FROM insights_roster_person WHERE roster_id = ${id}::uuid GROUP BY 1) AS own
      ON own.department_id = d.department_id
    WHERE d.roster_id = ${id}::uuid`;
  return { id, departments: rows, people: new Map(rows.map((row) => [row.id, row.people])) };
}
