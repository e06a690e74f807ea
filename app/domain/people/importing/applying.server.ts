import { now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { notifyLive, recordEvent } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import { peopleEvents } from "../events";
import { lockImport } from "./checking.server";
import { IMPORT_TOPIC, type ApplicableRow, type Failure, type Kind } from "./import";
import { createPaths } from "./new-departments.server";
import { addRows, changeRows, letRowsOut } from "./row-verbs.server";

const AT_ONCE = 500;

/**
 * Applies the next rows of an import, with their events and entries, in one transaction that also marks
 * them: killed in the middle nothing of it stays, and no row is applied twice.
 * @returns whether there is more to do
 */
export async function applyNextRows(id: string): Promise<boolean> {
  return transaction(async (tx) => {
    const running = await lockImport(tx, id, "applying");
    if (!running) return false;
    const rows = await tx.$queryRaw<ApplicableRow[]>(sql`
      SELECT line, kind, person_id AS "personId", changes, version::text AS version FROM people_import_row
      WHERE import_id = ${id}::uuid AND applied_at IS NULL AND kind IN ('new', 'changed', 'moved', 'leaver') ORDER BY line LIMIT ${AT_ONCE}::int`);
    if (rows.length === 0) {
      await finishImport(tx, id, running.createdById);
      return false;
    }
    await resolvePaths(tx, running.createdById, rows);
    const of = (...kinds: Kind[]) => rows.filter(({ kind }) => kinds.includes(kind));
    const failures = [
      ...(await addRows(tx, running.createdById, of("new"))),
      ...(await changeRows(tx, running.createdById, of("changed", "moved"))),
      ...(await letRowsOut(tx, running.createdById, of("leaver"))),
    ];
    await mark(tx, id, rows, failures);
    await tx.peopleImport.update({ where: { id }, data: { handled: { increment: rows.length }, updatedAt: now() } });
    await notifyLive(tx, { topic: IMPORT_TOPIC, people: [running.createdById] });
    return true;
  }, { timeoutMs: 60_000 });
}

/** Departments that are still to come are made, and their ids put into the rows. */
async function resolvePaths(tx: Tx, actorId: string, rows: readonly ApplicableRow[]): Promise<void> {
  const meant = rows.flatMap(({ changes: { department } }) => (department && department.value === null ? [department] : []));
  if (meant.length === 0) return;
  const ids = await createPaths(tx, actorId, meant.map(({ to }) => to));
  for (const department of meant) department.value = ids.get(department.to)!;
}

async function mark(tx: Tx, id: string, rows: readonly ApplicableRow[], failures: readonly Failure[]): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE people_import_row SET applied_at = ${now()}::timestamptz
    WHERE import_id = ${id}::uuid AND line = ANY(${rows.map(({ line }) => line)}::int[])`);
  if (failures.length === 0) return;
  await tx.$executeRaw(sql`
    UPDATE people_import_row r SET kind = 'error', changes = '{}', problems = r.problems || jsonb_build_array(x.problem)
    FROM jsonb_to_recordset(${JSON.stringify(failures)}::jsonb) AS x (line int, problem jsonb)
    WHERE r.import_id = ${id}::uuid AND r.line = x.line`);
}

/** What was staged of people goes; only rows with errors stay, to be mended, and not for long. */
async function finishImport(tx: Tx, id: string, createdById: string): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE people_import SET state = 'done', finished_at = ${now()}::timestamptz, updated_at = ${now()}::timestamptz, counts = (
      SELECT coalesce(jsonb_object_agg(kind, n), '{}') FROM (SELECT kind, count(*)::int AS n FROM people_import_row WHERE import_id = ${id}::uuid GROUP BY kind) k)
    WHERE id = ${id}::uuid`);
  const { counts } = await tx.peopleImport.findUniqueOrThrow({ where: { id }, select: { counts: true } });
  await tx.$executeRaw(sql`DELETE FROM people_import_row WHERE import_id = ${id}::uuid AND kind <> 'error'`);
  await recordEvent(tx, {
    type: peopleEvents.importApplied, actorId: createdById, subjectKind: "import", subjectId: id,
    audit: { details: counts as Record<string, number> }, live: { topic: IMPORT_TOPIC, people: [createdById] },
  });
}
