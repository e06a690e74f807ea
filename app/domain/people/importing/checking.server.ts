import { now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { notifyLive } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import { plain } from "./columns";
import { compareRow, type Known, type StagedRow, type Surroundings } from "./comparing";
import { IMPORT_TOPIC } from "./import";
import { DepartmentFinder } from "./places";
import { describeRows } from "./staging.server";

const AT_ONCE = 2_000;

export interface ImportUnderWay {
  id: string;
  state: string;
  createdById: string;
  createsDepartments: boolean;
  missingLeave: boolean;
}

/** The import behind a lock: of two workers one works on it at a time. Null when it is not in this state. */
export async function lockImport(tx: Tx, id: string, state: string): Promise<ImportUnderWay | null> {
  const rows = await tx.$queryRaw<ImportUnderWay[]>(sql`
    SELECT id, state::text AS state, created_by_id AS "createdById", creates_departments AS "createsDepartments", missing_leave AS "missingLeave"
    FROM people_import WHERE id = ${id}::uuid FOR UPDATE`);
  return rows[0]?.state === state ? rows[0] : null;
}

/**
 * Looks through the next rows of an import, in one transaction: killed in the middle, it is done again.
 * @returns whether there is more to do
 */
export async function checkNextRows(id: string): Promise<boolean> {
  return transaction(async (tx) => {
    const running = await lockImport(tx, id, "checking");
    if (!running) return false;
    const rows = await tx.$queryRaw<(StagedRow & { line: number })[]>(sql`
      SELECT r.line, r.values, r.problems, ${sameIn("number")} AS "sameNumber", ${sameIn("email")} AS "sameEmail"
      FROM people_import_row r WHERE r.import_id = ${id}::uuid AND r.kind IS NULL ORDER BY r.line LIMIT ${AT_ONCE}::int`);
    if (rows.length === 0) {
      await finish(tx, running);
      return false;
    }
    const [around, known] = [await surroundings(tx, running), await findKnown(tx, rows)];
    const compared = rows.map((row) => {
      const found = compareRow(row, known.byNumber.get(row.values.personnelNumber ?? "") ?? null, known.byEmail.get(row.values.email?.toLowerCase() ?? "") ?? null, around);
      return { line: row.line, kind: found.kind, person_id: found.person?.id ?? null, version: found.person?.version ?? null, changes: found.changes, problems: found.problems };
    });
    await tx.$executeRaw(sql`
      UPDATE people_import_row r SET kind = x.kind, person_id = x.person_id, version = x.version, changes = x.changes, problems = x.problems
      FROM jsonb_to_recordset(${JSON.stringify(compared)}::jsonb)
        AS x (line int, kind text, person_id uuid, version timestamptz, changes jsonb, problems jsonb)
      WHERE r.import_id = ${id}::uuid AND r.line = x.line`);
    await tx.peopleImport.update({ where: { id }, data: { handled: { increment: rows.length }, updatedAt: now() } });
    await notifyLive(tx, { topic: IMPORT_TOPIC, people: [running.createdById] });
    return true;
  }, { timeoutMs: 60_000 });
}

const sameIn = (column: "number" | "email") =>
  column === "number"
    ? sql`ARRAY(SELECT o.line FROM people_import_row o WHERE o.import_id = r.import_id AND o.number = r.number AND o.line <> r.line ORDER BY 1 LIMIT 5)`
    : sql`ARRAY(SELECT o.line FROM people_import_row o WHERE o.import_id = r.import_id AND o.email = r.email AND o.line <> r.line ORDER BY 1 LIMIT 5)`;

async function surroundings(tx: Tx, { createsDepartments, createdById }: ImportUnderWay): Promise<Surroundings> {
  const departments = await tx.department.findMany({ select: { id: true, name: true, parentId: true } });
  const locations = await tx.location.findMany({ select: { id: true, name: true } });
  const company = await tx.company.findFirst({ select: { languages: true } });
  return {
    departments: new DepartmentFinder(departments),
    locations: new Map(locations.map((location) => [plain(location.name), location])),
    languages: company?.languages ?? [],
    createsDepartments,
    actorId: createdById,
  };
}

async function findKnown(tx: Tx, rows: readonly StagedRow[]) {
  const numbers = rows.flatMap(({ values }) => values.personnelNumber ?? []);
  const emails = rows.flatMap(({ values }) => values.email ?? []);
  const people = await tx.$queryRaw<Known[]>(sql`
    SELECT id, personnel_number AS "personnelNumber", given_name AS "givenName", family_name AS "familyName", email::text AS email,
           department_id AS "departmentId", location_id AS "locationId", job_title AS "jobTitle", language, joined_on::text AS "joinedOn",
           deactivated_at IS NULL AS "isActive", is_guest AS "isGuest", updated_at::text AS version
    FROM person WHERE personnel_number = ANY(${numbers}::text[]) OR email = ANY(${emails}::citext[])`);
  return {
    byNumber: new Map(people.flatMap((person) => (person.personnelNumber ? [[person.personnelNumber, person] as const] : []))),
    byEmail: new Map(people.flatMap((person) => (person.email ? [[person.email.toLowerCase(), person] as const] : []))),
  };
}

/** Two rows for one person are wrong both; who is missing leaves where that was chosen; then it is counted. */
async function finish(tx: Tx, { id, missingLeave, createdById }: ImportUnderWay): Promise<void> {
  await describeRows(tx);
  await tx.$executeRaw(sql`
    WITH twice AS MATERIALIZED (
      SELECT person_id, array_agg(line ORDER BY line) AS lines FROM people_import_row
      WHERE import_id = ${id}::uuid AND person_id IS NOT NULL GROUP BY person_id HAVING count(*) > 1)
    UPDATE people_import_row r SET kind = 'error', changes = '{}',
      problems = r.problems || jsonb_build_array(jsonb_build_object('column', 'personnelNumber', 'problem', 'personTwice', 'lines', to_jsonb(array_remove(twice.lines, r.line))))
    FROM twice WHERE r.import_id = ${id}::uuid AND r.person_id = twice.person_id AND r.kind <> 'error'`);
  if (missingLeave) {
    await tx.$executeRaw(sql`
      INSERT INTO people_import_row (import_id, line, cells, values, number, email, kind, person_id)
      SELECT ${id}::uuid, 1000000 + row_number() OVER (ORDER BY p.family_name, p.given_name, p.id), '[]',
             jsonb_build_object('givenName', p.given_name, 'familyName', p.family_name), p.personnel_number, p.email, 'leaver', p.id
      FROM person p
      WHERE p.deactivated_at IS NULL AND NOT p.is_guest AND p.id <> ${createdById}::uuid
        AND NOT EXISTS (SELECT 1 FROM people_import_row r WHERE r.import_id = ${id}::uuid AND r.person_id = p.id)`);
  }
  await tx.$executeRaw(sql`
    UPDATE people_import SET state = 'ready', updated_at = ${now()}::timestamptz,
      counts = (SELECT coalesce(jsonb_object_agg(kind, n), '{}') FROM (SELECT kind, count(*)::int AS n FROM people_import_row WHERE import_id = ${id}::uuid GROUP BY kind) k),
      new_departments = ARRAY(SELECT DISTINCT changes #>> '{department,to}' FROM people_import_row
        WHERE import_id = ${id}::uuid AND changes ? 'department' AND changes #>> '{department,value}' IS NULL ORDER BY 1)
    WHERE id = ${id}::uuid`);
  await notifyLive(tx, { topic: IMPORT_TOPIC, people: [createdById] });
}
