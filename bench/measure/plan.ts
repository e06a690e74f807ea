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

/**
 * Pages of 8 kB that a statement touches, by EXPLAIN (ANALYZE, BUFFERS). A prepared statement may get a plan for these
 * values or one for any values: the dearer of the two counts. Asked twice, so that no catalogue is read for the first time.
 */
export async function countBuffers(client: pg.ClientBase, { text, values }: Statement): Promise<number> {
  const touched: number[] = [];
  for (const mode of ["force_custom_plan", "force_generic_plan"]) {
    await client.query(`SET plan_cache_mode = ${mode}`);
    await client.query("DEALLOCATE ALL");
    await client.query(`PREPARE measured AS ${text}`);
    const execute = `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE measured${values.length ? `(${values.map(literal).join(", ")})` : ""}`;
    await client.query(execute);
    const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(execute);
    const { Plan: plan } = rows[0]!["QUERY PLAN"][0];
    touched.push(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]);
  }
  await client.query("DEALLOCATE ALL; RESET plan_cache_mode");
  return Math.max(...touched);
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  return `'${textOf(value).replaceAll("'", "''")}'`;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map((one) => JSON.stringify(textOf(one))).join(",")}}`;
  return value instanceof Date ? value.toISOString() : String(value);
}
