import type pg from "pg";
import type { Reader } from "../data/sessions";
import type { Product } from "../stage/build";
import type { Database } from "../stage/database";
import type { Running } from "../stage/processes";

/** One line of the table. */
export interface Goal {
  /** "home page at 16 connections" */
  goal: string;
  unit: string;
  figure: number;
  /** The floor's own figure in the same run. */
  floor: number | null;
  ratio: number | null;
  /** As QUALITY.md aims for it: "≥ 0.5 × F1". */
  aim: string;
  holds: boolean;
  note?: string;
}

/** What the goals measure with. */
export interface Stage {
  database: Database;
  /** A second connection, for floors that are measured through pg alone. */
  floorClient: pg.Client;
  product: Product;
  /** One process of `npm run web`. */
  web: Running;
  /** F1 and F2. */
  floors: Running;
  /** F4. */
  redirectFloor: Running;
  /** The first one has every role, the others none. */
  readers: Reader[];
  isQuick: boolean;
  rounds: number;
  say(line: string): void;
}

/** A family of goals; by this name `--only` chooses it. */
export interface Measurement {
  name: string;
  measure(stage: Stage): Promise<Goal[]>;
}
