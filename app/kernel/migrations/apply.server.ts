import { createHash } from "node:crypto";

import { runMigrations } from "graphile-worker";
import pg from "pg";

import { inUtc } from "../db/session-zone.server.mjs";
import { log } from "../log.server";
import { StartFailure } from "../postgres/start-failure";
import { connectionParts, openSchemaEngine } from "./schema-engine.server.mjs";

/** Migrations by name (the folder's), each the text of its migration.sql. */
export type Migrations = Readonly<Record<string, string>>;

/** Those of prisma/migrations, part of the server build. */
export const builtInMigrations: Migrations = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>("/prisma/migrations/*/migration.sql", { query: "?raw", import: "default", eager: true }),
  ).map(([path, script]) => [path.split("/").at(-2)!, script]),
);

/** One process migrates at a time. */
const OUR_LOCK = 0x6d696772;
/** The schema engine's own (schema-engine, `acquire_lock`), held by the connection on which a migration runs. */
const ENGINE_LOCK = 72707369;
const TABLE = "_prisma_migrations";
/** Written by a migration's own transaction: it tells for certain that the migration was saved. */
const SAVED = "saved";

/**
 * Brings the database up to date: Prisma's migrations, then the job queue's own. Any number of processes may call it at
 * once, and one that is killed meanwhile leaves nothing half done. Prisma's history table is kept, so that
 * `prisma migrate deploy|status` go on working.
 *
 * @returns names of the migrations that were applied
 * @throws StartFailure when a migration fails or the database can't be reached
 */
export async function applyMigrations({
  url,
  migrations = builtInMigrations,
}: {
  url: string;
  migrations?: Migrations;
}): Promise<string[]> {
  const client = await connect(url);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [OUR_LOCK]);
    // A killed process frees our lock at once, while the server may still be at its last statement.
    await client.query("SELECT pg_advisory_lock($1), pg_advisory_unlock($1)", [ENGINE_LOCK]);
    await settleInterrupted(client);
    const applied = (await isUpToDate(client, migrations)) ? [] : await apply(url, migrations);
    if (applied.length > 0) await client.query(`UPDATE "${TABLE}" SET logs = NULL WHERE logs = $1`, [SAVED]);
    await runMigrations({ connectionString: inUtc(url) });
    if (applied.length > 0) log.info({ migrations: applied }, "the database was migrated");
    return applied;
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionParts(url), application_name: "vouch migrations", keepAlive: true });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const { code } = cause as { code?: string };
    throw new StartFailure(`The database does not let us in (${code ?? "no reason given"}): check DATABASE_URL.`, { cause });
  }
}

/**
 * Settles what a killed process left behind: an entry that began and did not end. Its migration ran as one transaction,
 * whose last statement marked the entry. With the mark it was saved; without, nothing of it was, and it may run again.
 */
async function settleInterrupted(client: pg.Client): Promise<void> {
  const { rows } = await client.query("SELECT to_regclass($1) IS NOT NULL AS exists", [TABLE]);
  if (!rows[0].exists) return;
  await client.query(
    `UPDATE "${TABLE}" SET
       finished_at = CASE WHEN logs = $1 THEN now() END,
       applied_steps_count = CASE WHEN logs = $1 THEN 1 ELSE 0 END,
       rolled_back_at = CASE WHEN logs = $1 THEN NULL ELSE now() END,
       logs = NULLIF(logs, $1)
     WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
    [SAVED],
  );
}

/** Spares most starts the loading of the engine. */
async function isUpToDate(client: pg.Client, migrations: Migrations): Promise<boolean> {
  const { rows } = await client
    .query<{ name: string; checksum: string }>(
      `SELECT migration_name AS name, checksum FROM "${TABLE}" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    )
    .catch((error: { code?: string }) => {
      if (error.code === "42P01") return { rows: [] };
      throw error;
    });
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const newest = Object.keys(migrations).sort().at(-1) ?? "";
  const unknown = [...applied.keys()].find((name) => name > newest);
  if (unknown) throw new StartFailure(`The database is newer than this Vouch (${unknown}): start the newer version.`);
  return Object.entries(migrations).every(([name, script]) => applied.get(name) === checksum(script));
}

const checksum = (script: string) => createHash("sha256").update(script).digest("hex");

async function apply(url: string, migrations: Migrations): Promise<string[]> {
  const scripts = new Set(Object.values(migrations));
  const { engine, close } = await openSchemaEngine({
    url,
    prepareScript: (script) => (scripts.has(script) ? `${script}\n;\n${MARK_AS_SAVED}` : script),
  });
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: "prisma/migrations",
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
        shadowDbInitScript: "",
        migrationDirectories: Object.entries(migrations)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([path, value]) => ({ path, migrationFile: { path: "migration.sql", content: { tag: "ok", value } } })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } catch (cause) {
    throw new StartFailure(`The database could not be migrated: ${reasonOf(cause)}`, { cause });
  } finally {
    engine.free();
    await close();
  }
}

const MARK_AS_SAVED = `UPDATE "${TABLE}" SET logs = '${SAVED}' WHERE finished_at IS NULL AND rolled_back_at IS NULL;`;

/** The engine writes a page; these are the lines that name the migration and what PostgreSQL said. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const migration = /migration_name="(.*)"/.exec(message)?.[1];
  const reason = /Error querying the database: (.*)/.exec(message)?.[1];
  return [migration, reason ?? message.split("\n").find((line) => line.trim() !== "")].filter(Boolean).join(": ");
}
