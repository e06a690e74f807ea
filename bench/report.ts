import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Counts } from "./data/generate";
import type { Goal } from "./goals/goal";
import type { Machine } from "./measure/machine";

export interface Report {
  /** ISO 8601. */
  measuredAt: string;
  isQuick: boolean;
  rounds: number;
  machine: Machine;
  data: Counts;
  goals: Goal[];
  /** Goals of QUALITY.md that this bench can't measure, and why. */
  leftOut: string[];
}

const COLUMNS = ["goal", "figure", "floor", "ratio", "aim", ""] as const;

/** The table for the terminal. */
export function asText(report: Report): string {
  const rows = [[...COLUMNS], ...report.goals.map(cells)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: string[]) => row.map((cell, column) => (column === 0 || column > 3 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join("  ").trimEnd();
  return [about(report), "", ...rows.map(line), "", verdict(report), ...report.leftOut].join("\n");
}

/** The same for the README. */
export function asMarkdown(report: Report): string {
  const row = (row: string[]) => `| ${row.join(" | ")} |`;
  const rule = COLUMNS.map((_, column) => (column === 0 || column > 3 ? "---" : "---:"));
  return [about(report), "", row([...COLUMNS]), row(rule), ...report.goals.map((goal) => row(cells(goal))), "", verdict(report), ...report.leftOut].join("\n");
}

export async function writeJson(file: string, report: Report): Promise<void> {
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
}

function cells({ goal, unit, figure, floor, ratio, aim, holds, note }: Goal): string[] {
  return [
    goal,
    `${readable(figure)} ${unit}`.trim(),
    floor === null ? "" : `${readable(floor)} ${unit}`,
    ratio === null ? "" : ratio.toFixed(2),
    aim,
    (holds ? "holds" : "falls short") + (note ? ` (${note})` : ""),
  ];
}

/** Three figures that count. */
function readable(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en");
  return Number(value.toPrecision(3)).toString();
}

function about({ machine, data, measuredAt, isQuick, rounds }: Report): string {
  const number = (value: number) => value.toLocaleString("en");
  return (
    `Measured ${measuredAt.slice(0, 10)} on ${machine.processor}, ${machine.cores} cores, ${machine.memory} GiB, ${machine.system}, ` +
    `Node ${machine.node}, PostgreSQL ${machine.postgres}; medians of ${rounds} interleaved rounds${isQuick ? ", the small data set" : ""}: ` +
    `${number(data.people)} people, ${number(data.departments)} departments, ${number(data.messages)} messages with ${number(data.audienceRows)} audience rows, ` +
    `${number(data.receipts)} read receipts, ${number(data.shares)} shares, ${number(data.wins)} wins, ${number(data.auditEntries)} entries of the audit.`
  );
}

function verdict({ goals }: Report): string {
  const short = goals.filter(({ holds }) => !holds);
  if (short.length === 0) return `All ${goals.length} goals hold.`;
  return `${goals.length - short.length} of ${goals.length} goals hold. Short: ${short.map(({ goal }) => goal).join("; ")}.`;
}
