import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canImportPeople } from "~/policy/people";
import { countActive } from "./deciding.server";
import type { ImportRecord, ImportRow, Kind } from "./import";

const record = (which: Sql) => sql`
  SELECT i.id, i.state::text AS state, i.file_name AS "fileName", i.created_at AS "createdAt", i.finished_at AS "finishedAt", i.columns, i.encoding,
         i.creates_departments AS "createsDepartments", i.missing_leave AS "missingLeave", i.total, i.handled, i.counts,
         i.new_departments AS "newDepartments", p.given_name || ' ' || p.family_name AS "createdBy"
  FROM people_import i JOIN person p ON p.id = i.created_by_id ${which}`;

/** The latest imports, the newest first. One statement. @throws NotFound */
export async function listImports(actor: Actor): Promise<ImportRecord[]> {
  if (!canImportPeople(actor)) throw new NotFound("imports");
  return query<ImportRecord>(record(sql`ORDER BY i.created_at DESC, i.id LIMIT 20`));
}

/** One import. @throws NotFound */
export async function getImport(actor: Actor, id: string): Promise<ImportRecord> {
  if (!canImportPeople(actor)) throw new NotFound("import");
  const rows = await query<ImportRecord>(record(sql`WHERE i.id = ${id}::uuid`));
  if (!rows[0]) throw new NotFound("import");
  return rows[0];
}

const PAGE = 50;

/** A page of an import's rows in the file's order, of one kind where told, from after a line on. One statement. */
export async function listImportRows(actor: Actor, id: string, kind: Kind | null, after = 0): Promise<{ rows: ImportRow[]; next: number | null }> {
  if (!canImportPeople(actor)) throw new NotFound("import");
  const rows = await query<ImportRow>(sql`
    SELECT r.line, r.kind, r.changes, r.problems,
           coalesce(nullif(concat_ws(' ', r.values ->> 'givenName', r.values ->> 'familyName'), ''), p.given_name || ' ' || p.family_name, r.email::text, r.number, '') AS name
    FROM people_import_row r LEFT JOIN person p ON p.id = r.person_id
    WHERE r.import_id = ${id}::uuid AND r.line > ${after}::int AND ${kind ? sql`r.kind = ${kind}::text` : sql`r.kind IS NOT NULL`}
    ORDER BY r.line LIMIT ${PAGE + 1}::int`);
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.line : null };
}

/** Everybody who works here, where the number of leavers is measured by it. */
export async function activeFor({ state, counts }: Pick<ImportRecord, "state" | "counts">): Promise<number> {
  return state === "ready" && counts.leaver ? countActive() : 0;
}
