import { query, type Tx } from "~/kernel/db.server";
import { join, raw, sql, type Sql } from "~/kernel/sql";

/** People who are on their way out, within one transaction. */
export interface Leaving {
  personIds: readonly string[];
  /** Who lets them out; null when the time that was set has come. */
  actorId: string | null;
}

/** One thing that ends with a person. Modules declare theirs; the composition root registers them. */
export interface LeavingStep {
  /** As the leaving page counts it: a key of `ends` in the catalogue of people. */
  name: string;
  /** Columns that name a person and that this step deals with ("session.person_id"): a test finds those that nobody does. */
  covers: readonly string[];
  /** How much would end now, as a scalar of SQL. @param people uuid[]. Without it the step isn't named on the page. */
  count?: (people: Sql) => Sql;
  /** Ends it for all of them in a few statements, in the act's own transaction. */
  end(tx: Tx, leaving: Leaving): Promise<void>;
}

const held = globalThis as { __vouchLeavingSteps?: readonly LeavingStep[] };

/** Replaces the list: the composition root names every step, in the order in which they run. */
export function registerLeavingSteps(steps: readonly LeavingStep[]): void {
  held.__vouchLeavingSteps = steps;
}

export function leavingSteps(): readonly LeavingStep[] {
  return held.__vouchLeavingSteps ?? [];
}

/** What would end for these people if they left now, by the steps' names. One statement. */
export async function countWhatEnds(personIds: readonly string[]): Promise<{ name: string; count: number }[]> {
  const people = sql`${personIds}::uuid[]`;
  const counted = leavingSteps().filter((step) => step.count);
  if (counted.length === 0) return [];
  const columns = counted.map((step, index) => sql`(${step.count!(people)})::int AS ${raw(`c${index}`)}`);
  const rows = await query<Record<string, number>>(sql`SELECT ${join(columns)}`);
  return counted.map(({ name }, index) => ({ name, count: rows[0]?.[`c${index}`] ?? 0 }));
}
