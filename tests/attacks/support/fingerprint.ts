import { query } from "~/kernel/db.server";
import { raw, sql } from "~/kernel/sql";

/** What requests may change without meaning to: sign-ins, limits, receipts of reading, counts of visits. */
const PASSING = new Set(["session", "rate_limit", "read_receipt", "win_receipt", "visit_spool", "visit_seen", "link_visits", "post_reach", "_prisma_migrations"]);

/** That somebody looked at a record is itself put on record. */
const LOOKS = 'public."audit_entry"';

/** A hash of each table, of jobs too: two that are equal mean that nothing was changed in between. */
export async function fingerprint(): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(sql`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
  const names = tables.map(({ name }) => name).filter((name) => !PASSING.has(name)).map((name) => `public."${name}"`);
  const one = (name: string) => `SELECT '${name.replaceAll("'", "''")}' AS name, md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS hash FROM ${name} t ${name === LOOKS ? "WHERE t.action <> 'person.viewed'" : ""}`;
  const all = [...names, "graphile_worker._private_jobs"].map(one).join(" UNION ALL ");
  const rows = await query<{ name: string; hash: string }>(raw(all));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
