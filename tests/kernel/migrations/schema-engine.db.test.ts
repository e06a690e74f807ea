import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { createDatabase, type ScratchDatabase } from "../../support/database";
import { scratchFolder } from "../../support/scratch-folder";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const CLI = createRequire(import.meta.url).resolve("prisma/build/index.js");
const NOTHING_LISTENS = "postgresql://nobody:secret@127.0.0.1:1/none";

/** Runs the Prisma CLI as a developer would, in the project unless told. */
function prisma(args: string[], url?: string): Promise<{ code: number | null; output: string }> {
  const env: NodeJS.ProcessEnv = { ...process.env, CI: "1", NO_COLOR: "1", CHECKPOINT_DISABLE: "1", DATABASE_URL: url };
  if (!url) delete env.DATABASE_URL;
  const child = spawn(process.execPath, [CLI, ...args], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve) => {
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => resolve({ code, output }));
  });
}

describe("the product's own schema", () => {
  it("is what the migrations make", { timeout: 60_000 }, async () => {
    const database = await createDatabase();
    const { code, output } = await prisma(
      ["migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema", "--exit-code"],
      database.url,
    );
    await database.drop();
    expect(output).toContain("No difference detected");
    expect(code).toBe(0);
  });

  it("needs no database to be written as SQL", { timeout: 60_000 }, async () => {
    const { code, output } = await prisma(["migrate", "diff", "--from-empty", "--to-schema", "prisma/schema", "--script"]);
    expect(output).toContain("CREATE TABLE");
    expect(code).toBe(0);
  });
});

describe("a project of its own", () => {
  let folder: string;
  let database: ScratchDatabase;
  let client: pg.Client;

  beforeEach(async () => {
    folder = await mkdtemp(join(scratchFolder(), "vouch-schema-engine-"));
    database = await createDatabase({ empty: true });
    client = new pg.Client(database.url);
    await client.connect();
    await writeFile(
      join(folder, "prisma.config.mjs"),
      `process.env.PRISMA_SCHEMA_ENGINE_BINARY = ${JSON.stringify(join(ROOT, "scripts/schema-engine.mjs"))};
       export default {
         schema: ${JSON.stringify(join(folder, "schema.prisma"))},
         migrations: { path: ${JSON.stringify(join(folder, "migrations"))} },
         datasource: { url: process.env.DATABASE_URL },
       };`,
    );
    await describeTable("name String");
  });

  afterEach(async () => {
    await client.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const describeTable = (fields: string) =>
    writeFile(
      join(folder, "schema.prisma"),
      `datasource db {\n  provider = "postgresql"\n}\n\nmodel Thing {\n  id Int @id\n  ${fields}\n}\n`,
    );
  const migrate = (args: string[], url = database.url) =>
    prisma(["migrate", ...args, "--config", join(folder, "prisma.config.mjs")], url);
  const columns = async () =>
    (await client.query("SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'Thing' ORDER BY 1"))
      .rows.map(({ name }) => name);
  const migrations = async () =>
    (await readdir(join(folder, "migrations"), { withFileTypes: true })).filter((entry) => entry.isDirectory());

  it("migrate dev, deploy and status work, and the shadow database is another one", { timeout: 120_000 }, async () => {
    const first = await migrate(["dev", "--name", "first"]);
    expect(first.output).toContain("in sync");
    await client.query(`INSERT INTO "Thing" VALUES (1, 'kept')`);

    await describeTable("name String\n  colour String?");
    const second = await migrate(["dev", "--name", "second"]);
    expect(second.output).toContain("in sync");
    expect(await columns()).toEqual(["colour", "id", "name"]);
    // The adapter's own shadow database, given a connection string, is the real one: it would be emptied here.
    expect((await client.query(`SELECT name FROM "Thing"`)).rows).toEqual([{ name: "kept" }]);
    expect((await client.query("SELECT 1 FROM pg_database WHERE datname LIKE 'prisma_shadow%'")).rows).toEqual([]);
    expect(await migrations()).toHaveLength(2);

    const elsewhere = new URL(database.url);
    elsewhere.pathname += "_elsewhere";
    expect((await migrate(["deploy"], elsewhere.href)).output).toContain("successfully applied");
    const status = await migrate(["status"], elsewhere.href);
    expect(status.output).toContain("up to date");
    expect(status.code).toBe(0);
    await client.query(`DROP DATABASE "${elsewhere.pathname.slice(1)}"`);
  });

  it("runs a migration whole or not at all, function bodies included", { timeout: 120_000 }, async () => {
    await migrate(["dev", "--name", "first"]);
    const [entry] = await migrations();
    const file = join(folder, "migrations", entry!.name, "migration.sql");
    const script = await readFile(file, "utf8");
    const body = "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 1; END; $$;";
    const other = await createDatabase({ empty: true });
    await writeFile(file, `${script}\n${body}\nSELECT 1 / 0;\n`);
    const failed = await migrate(["deploy"], other.url);
    expect(failed.output).toContain("division by zero");
    expect(failed.code).toBe(1);
    const diff = await prisma(
      ["migrate", "diff", "--from-config-datasource", "--to-empty", "--exit-code", "--config", join(folder, "prisma.config.mjs")],
      other.url,
    );
    expect(diff.output).toContain("No difference detected");
    await other.drop();
  });

  it("says that the database does not answer, without its password", { timeout: 60_000 }, async () => {
    const { code, output } = await migrate(["status"], NOTHING_LISTENS);
    expect(output).toMatch(/P1001|Can't reach database server/);
    expect(output).not.toContain("secret");
    expect(code).toBe(1);
  });
});
