import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { textsIn } from "~/locales/catalogues.server";
import type { Actor } from "~/policy/actor";
import { getImport } from "./reading.server";
import type { RowProblem } from "./row";

interface Row {
  line: number;
  cells: string[];
  problems: RowProblem[];
}

const AT_ONCE = 2_000;

/** The rows with errors as they came, each with the reason, to be mended and handed in again: UTF-8 with a mark, a page at a time. @throws NotFound */
export async function writeErrorFile(actor: Actor, id: string): Promise<ReadableStream<Uint8Array>> {
  const { columns } = await getImport(actor, id);
  const t = textsIn(actor.language);
  const encoder = new TextEncoder();
  let after: number | null = 0;
  const head = "\ufeff" + csvLine([...columns.map(({ header }) => header), t("admin-import:errorFile.reason")]);
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(head)),
    async pull(controller) {
      const rows: Row[] = await query<Row>(sql`
        SELECT line, cells, problems FROM people_import_row
        WHERE import_id = ${id}::uuid AND kind = 'error' AND line > ${after}::int AND jsonb_array_length(cells) > 0 ORDER BY line LIMIT ${AT_ONCE}::int`);
      if (rows.length === 0) return controller.close();
      after = rows.at(-1)!.line;
      const text = rows.map(({ line, cells, problems }) => csvLine([...cells, problems.map((problem) => reasonOf(problem, line)).join(" ")])).join("");
      controller.enqueue(encoder.encode(text));
    },
  });

  function reasonOf({ column, problem, lines = [] }: RowProblem, line: number): string {
    return t("admin-import:errorFile.at", { line, column: t(`admin-import:column.${column}`), reason: t(`admin-import:rowProblem.${problem}`, { lines: lines.join(", ") }) });
  }
}

/** What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection); reading leaves it out again. */
export function csvLine(cells: readonly string[]): string {
  const safe = cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)).map((cell) => (/[",;\n\r\t]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${safe.join(",")}\r\n`;
}
