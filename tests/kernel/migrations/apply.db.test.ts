import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { applyMigrations, builtInMigrations } from "~/kernel/migrations/apply.server";

import { startChild } from "../../support/child";
import { createDatabase, type ScratchDatabase } from "../../support/database";

const CHILD = new URL("./migrate-in-child.ts", import.meta.url);
const WIDTH = process.env.VOUCH_DEEP ? 40 : 3;

let database: ScratchDatabase;
let client: pg.Client;

beforeEach(async () => {
  database = await createDatabase({ empty: true });
  client = new pg.Client(database.url);
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

const one = { "1_one": "CREATE TABLE one (id int); -- no semicolon after this" };
const two = { "2_two": "CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 2; END; $$;" };

async function history() {
  const { rows } = await client.query(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS "rolledBack"
       FROM _prisma_migrations ORDER BY started_at`,
  );
  return rows;
}

async function exists(table: string): Promise<boolean> {
  return (await client.query("SELECT to_regclass($1) IS NOT NULL AS exists", [table])).rows[0].exists;
}

describe("applyMigrations", () => {
  it("applies what is new, in order, and the queue's own", async () => {
    expect(await applyMigrations({ url: database.url, migrations: one })).toEqual(["1_one"]);
    expect(await applyMigrations({ url: database.url, migrations: { ...two, ...one } })).toEqual(["2_two"]);
    expect(await applyMigrations({ url: database.url, migrations: { ...two, ...one } })).toEqual([]);
    expect((await client.query("SELECT two()")).rows).toEqual([{ two: 2 }]);
    expect(await exists("graphile_worker.migrations")).toBe(true);
  });

  it("holds every migration of the product", () => {
    expect(Object.keys(builtInMigrations).length).toBeGreaterThan(0);
  });

  it("leaves nothing of a migration that fails, says which, and applies it once it is mended", async () => {
    const broken = { ...one, "2_two": "CREATE TABLE half (id int); SELECT 1 / 0;" };
    await expect(applyMigrations({ url: database.url, migrations: broken })).rejects.toMatchObject({
      name: "StartFailure",
      message: expect.stringMatching(/2_two.*division by zero/),
    });
    expect(await exists("one")).toBe(true);
    expect(await exists("half")).toBe(false);
    await applyMigrations({ url: database.url, migrations: { ...one, ...two } });
    expect(await history()).toEqual([
      { name: "1_one", finished: true, rolledBack: false },
      { name: "2_two", finished: false, rolledBack: true },
      { name: "2_two", finished: true, rolledBack: false },
    ]);
  });

  it("runs once when several processes start together", async () => {
    const applied = await Promise.all(
      Array.from({ length: 5 }, () => applyMigrations({ url: database.url, migrations: { ...one, ...two } })),
    );
    expect(applied.flat().sort()).toEqual(["1_one", "2_two"]);
  });

  it("refuses a database that a newer version has migrated", async () => {
    await applyMigrations({ url: database.url, migrations: { ...one, ...two } });
    await expect(applyMigrations({ url: database.url, migrations: one })).rejects.toThrow("newer");
  });

  it("says in one line that the database is not there", async () => {
    await expect(applyMigrations({ url: "postgresql://nobody@127.0.0.1:1/none" })).rejects.toMatchObject({
      name: "StartFailure",
      message: expect.stringContaining("ECONNREFUSED"),
    });
  });
});

describe("a process killed while it migrates", () => {
  it("in the middle of a migration: nothing of it stays, and it is applied again", async () => {
    const endless = { ...one, "2_two": "CREATE TABLE half (id int); SELECT pg_sleep(600);" };
    const child = startChild(CHILD, database.url, JSON.stringify(endless));
    await vi.waitFor(
      async () => {
        const { rows } = await client.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'");
        expect(rows).toHaveLength(1);
      },
      { timeout: 15_000 },
    );
    await child.kill();

    const mended = { ...one, "2_two": "CREATE TABLE half (id int, whole bool);" };
    expect(await applyMigrations({ url: database.url, migrations: mended })).toEqual(["2_two"]);
    expect((await client.query("SELECT * FROM half")).fields.map(({ name }) => name)).toEqual(["id", "whole"]);
  });

  it("after a migration was saved and before the history says so: it is not applied twice", async () => {
    await applyMigrations({ url: database.url, migrations: one });
    await client.query("UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0, logs = 'saved'");
    expect(await applyMigrations({ url: database.url, migrations: { ...one, ...two } })).toEqual(["2_two"]);
    expect(await history()).toEqual([
      { name: "1_one", finished: true, rolledBack: false },
      { name: "2_two", finished: true, rolledBack: false },
    ]);
  });

  it("marks every migration in its own transaction", async () => {
    // A second migration that can't run without the first one's mark in the history.
    const proof = "CREATE TABLE proof AS SELECT logs FROM _prisma_migrations WHERE migration_name = '1_one';";
    await applyMigrations({ url: database.url, migrations: { ...one, "2_two": proof } });
    expect((await client.query("SELECT logs FROM proof")).rows).toEqual([{ logs: "saved" }]);
    expect((await client.query("SELECT logs FROM _prisma_migrations")).rows).toEqual([{ logs: null }, { logs: null }]);
  });

  it("at any moment: the next start brings the database up to date", { timeout: 10_000 * WIDTH }, async () => {
    for (let round = 0; round < WIDTH; round++) {
      const scratch = await createDatabase({ empty: true });
      const child = startChild(CHILD, scratch.url);
      await child.says("begins");
      await sleep((round / WIDTH) * 600);
      await child.kill();
      await applyMigrations({ url: scratch.url });
      expect(await applyMigrations({ url: scratch.url })).toEqual([]);
      await scratch.drop();
    }
  });
});
