import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import { now } from "~/kernel/clock";
import { transaction, uniqueViolation, type Tx } from "~/kernel/db.server";
import { Forbidden, Invalid } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { enqueue } from "~/kernel/queue.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canImportPeople } from "~/policy/people";
import { peopleEvents } from "../events";
import { mapHeaders, type Column, type MappedHeader } from "./columns";
import { decodeInPieces, detectDelimiter, detectEncoding } from "./decoding";
import { MOST_ROWS, WORK_ON_IMPORT } from "./import";
import { readRow } from "./row";

export interface ImportFile {
  name: string;
  bytes: Uint8Array;
}

export interface ImportOptions {
  createsDepartments: boolean;
  missingLeave: boolean;
}

const AT_ONCE = 2_000;
const LONGEST_ROW = 20_000;
/** The apostrophe that our own file of errors puts before what looks like a formula. */
const GUARDED = /^'(?=[=+\-@])/;

/**
 * Takes a file in, to be looked through by the worker: nothing of it is applied. The file is parsed as a
 * stream and its rows are staged in the database, all or nothing.
 * @returns the import's id. @throws Forbidden; Invalid at `file` for what can't be read, at "" while another import is under way
 */
export async function startImport(actor: Actor, file: ImportFile, options: ImportOptions): Promise<string> {
  if (!canImportPeople(actor)) throw new Forbidden("import");
  const id = crypto.randomUUID();
  try {
    await transaction((tx) => stage(tx, actor, id, file, options), { timeoutMs: 120_000 });
  } catch (error) {
    if (uniqueViolation(error) === "people_import_one_at_a_time") throw new Invalid({ "": "admin-import:problem.another" });
    if (error instanceof Error && "code" in error && String(error.code).startsWith("CSV_")) throw new Invalid({ file: "admin-import:problem.noTable" });
    throw error;
  }
  return id;
}

async function stage(tx: Tx, actor: Actor, id: string, { name, bytes }: ImportFile, options: ImportOptions): Promise<void> {
  const encoding = detectEncoding(bytes);
  const [first = ""] = decodeInPieces(bytes, encoding);
  const parser = parse({ delimiter: detectDelimiter(first), bom: true, relaxColumnCount: true, relaxQuotes: true, maxRecordSize: LONGEST_ROW });
  // Heard by whoever reads the records; the pipe itself has nobody to tell.
  const records = pipeline(Readable.from(decodeInPieces(bytes, encoding)), parser, () => undefined);
  await tx.peopleImport.create({
    data: { id, fileName: name, createdById: actor.id, createdAt: now(), updatedAt: now(), columns: [], encoding, total: 0, ...options },
  });
  let columns: MappedHeader[] = [];
  let rows: object[] = [];
  let line = 0;
  let total = 0;
  for await (const record of records as AsyncIterable<string[]>) {
    if (++line === 1) {
      columns = requireColumns(record);
      continue;
    }
    if (record.every((cell) => cell.trim() === "")) continue;
    if (++total > MOST_ROWS) throw new Invalid({ file: "admin-import:problem.tooMany" });
    rows.push(stagedRow(columns, line, record));
    if (rows.length >= AT_ONCE) rows = await insert(tx, id, rows);
  }
  if (total === 0) throw new Invalid({ file: "admin-import:problem.noRows" });
  await insert(tx, id, rows);
  await describeRows(tx);
  await tx.peopleImport.update({ where: { id }, data: { columns: columns.map((column) => ({ ...column })), total } });
  await recordEvent(tx, {
    type: peopleEvents.importStarted, actorId: actor.id, subjectKind: "import", subjectId: id,
    payload: { rows: total }, audit: { details: { file: name, rows: total, ...options } },
  });
  await enqueue(tx, WORK_ON_IMPORT, { importId: id }, { jobKey: `${WORK_ON_IMPORT}:${id}` });
}

/** @throws Invalid at `file` where nobody could be told apart by these columns */
function requireColumns(headers: string[]): MappedHeader[] {
  const columns = mapHeaders(headers.slice(0, 100).map((header) => header.replaceAll("\0", "").trim().slice(0, 100)));
  if (!columns.some(({ column }) => column === "personnelNumber" || column === "email")) throw new Invalid({ file: "admin-import:problem.noKey" });
  return columns;
}

function stagedRow(columns: readonly MappedHeader[], line: number, record: readonly string[]): object {
  const cells: Partial<Record<Column, string>> = {};
  const kept = columns.map((_, index) => (record[index] ?? "").replaceAll("\0", "").replace(GUARDED, "").slice(0, 1_000));
  columns.forEach(({ column }, index) => column && (cells[column] = kept[index]));
  const { values, problems } = readRow(cells);
  return { line, cells: kept, values, problems, number: values.personnelNumber ?? null, email: values.email ?? null };
}

async function insert(tx: Tx, id: string, rows: object[]): Promise<object[]> {
  await tx.$executeRaw(sql`
    INSERT INTO people_import_row (import_id, line, cells, values, problems, number, email)
    SELECT ${id}::uuid, r.line, r.cells, r.values, r.problems, r.number, r.email
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (line int, cells jsonb, values jsonb, problems jsonb, number text, email citext)`);
  return [];
}

/**
 * Lets PostgreSQL know what the staged rows are like now. Between imports the table is nearly empty, and by what it
 * remembers of that it would go through all rows for each row: for 50,000 of them longer than a statement may take.
 */
export async function describeRows(tx: Tx): Promise<void> {
  await tx.$executeRaw`ANALYZE people_import_row`;
}
