import { expect } from "vitest";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";

/**
 * Holds a registry against the database itself: every column that names a person, by a foreign key or by its name,
 * is dealt with, and nothing is dealt with that is not there ("table.column").
 */
export async function expectEveryColumnOfPeople(dealtWith: ReadonlySet<string>): Promise<void> {
  const columns = await query<{ name: string }>(sql`
    SELECT DISTINCT t.relname || '.' || a.attname AS name
    FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f' AND k.confrelid = 'person'::regclass AND a.attnum = ANY(k.conkey)
    WHERE t.relkind = 'r' AND (k.oid IS NOT NULL OR a.attname ~ '(^|_)(person|author|actor|deputy|host|owner|member|giver)_id$' OR a.attname ~ '_by_id$')`);
  const there = new Set(columns.map(({ name }) => name));
  expect([...there].filter((name) => !dealtWith.has(name)), "not dealt with and without a reason").toEqual([]);
  expect([...dealtWith].filter((name) => !there.has(name)), "no such column").toEqual([]);
}
