import type pg from "pg";

/** A statement as it went to PostgreSQL. */
export interface Statement {
  text: string;
  values: unknown[];
}

interface Plan {
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
}

/** PostgreSQL makes up its mind about a prepared statement (a plan for these values or one for any) at the sixth run. */
const RUNS_BEFORE = 6;

/** Pages of 8 kB that a statement touches once it is in use, by EXPLAIN (ANALYZE, BUFFERS). */
export async function countBuffers(client: pg.ClientBase, { text, values }: Statement): Promise<number> {
  const execute = `EXECUTE measured${values.length ? `(${values.map(literal).join(", ")})` : ""}`;
  await client.query("DEALLOCATE ALL");
  await client.query(`PREPARE measured AS ${text}`);
  for (let run = 0; run < RUNS_BEFORE; run++) await client.query(execute);
  const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${execute}`);
  const { Plan: plan } = rows[0]!["QUERY PLAN"][0];
  return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  return `'${textOf(value).replaceAll("'", "''")}'`;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map((one) => JSON.stringify(textOf(one))).join(",")}}`;
  return value instanceof Date ? value.toISOString() : String(value);
}
