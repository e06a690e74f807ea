import type { ClientBase } from "pg";

/**
 * Pseudo-random numbers that are the same every time, made inside PostgreSQL: everything is drawn from the number of the
 * row and a seed of its own. They live in a schema beside the product's.
 */
export async function createFunctions(db: ClientBase): Promise<void> {
  await db.query(`
    CREATE SCHEMA bench;
    CREATE FUNCTION bench.pick(row_number bigint, seed bigint, choices bigint) RETURNS bigint
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN (hashint8extended(row_number, seed) & 9223372036854775807) % choices;
    -- The id of a numbered row, in the form of a random UUID (version 4).
    CREATE FUNCTION bench.id(kind text, row_number bigint) RETURNS uuid
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN overlay(overlay(md5(kind || row_number) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid;`);
}

/** One of these texts, drawn by the row's number. */
export function oneOf(texts: readonly string[], rowNumber: string, seed: number): string {
  const list = texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(", ");
  return `(ARRAY[${list}])[1 + bench.pick(${rowNumber}, ${seed}, ${texts.length})]`;
}
