import type { Column, MappedHeader } from "./columns";
import type { RowProblem } from "./row";

export const KINDS = ["new", "changed", "moved", "leaver", "unchanged", "error"] as const;
export type Kind = (typeof KINDS)[number];
export type Counts = Partial<Record<Kind, number>>;

/** A field's old and new value as they are shown; `value` is what is written (an id for a department or place). */
export interface Change {
  from: string | null;
  to: string;
  value: string | null;
}
export type Changes = Partial<Record<Column, Change>>;

export type ImportState = "checking" | "ready" | "applying" | "done" | "abandoned";

export interface ImportRecord {
  id: string;
  state: ImportState;
  fileName: string;
  createdAt: Date;
  finishedAt: Date | null;
  columns: MappedHeader[];
  encoding: string;
  createsDepartments: boolean;
  missingLeave: boolean;
  total: number;
  handled: number;
  counts: Counts;
  newDepartments: string[];
  createdBy: string;
}

export interface ImportRow {
  line: number;
  kind: Kind;
  /** Of the file or, for who is missing in it, of their record. */
  name: string;
  changes: Changes;
  problems: RowProblem[];
}

/** A row on its way into the people's records. */
export interface ApplicableRow {
  line: number;
  kind: Kind;
  personId: string | null;
  changes: Changes;
  version: string | null;
}

/** A row that turned out wrong only now. */
export interface Failure {
  line: number;
  problem: RowProblem;
}

export const MOST_ROWS = 50_000;
/** Bytes of a file: 50,000 rows of 400 bytes, also in two bytes a letter. */
export const LARGEST_FILE = 24 * 1024 * 1024;
/** More leavers than this share of everybody: the number must be typed. */
export const MANY_LEAVERS = 0.1;

/** The jobs and the topic that open pages listen for. */
export const WORK_ON_IMPORT = "work-on-import";
export const IMPORT_TOPIC = "import";
