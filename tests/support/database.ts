import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";

import { connect, disconnect } from "~/kernel/db.server";

export interface ScratchDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of one's own: a copy of the migrated one (about 50 ms) or of another, or empty. */
export async function createDatabase({ empty = false, template = inject("databaseTemplate") } = {}): Promise<ScratchDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(`CREATE DATABASE ${name} ${empty ? "" : `TEMPLATE ${template} STRATEGY FILE_COPY`}`);
  const url = new URL(inject("databaseServerUrl"));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(name) };
}

/** Gives all tests of this file one migrated database, and `~/kernel/db.server` is connected to it. */
export function useDatabase(): { readonly url: string } {
  let database: ScratchDatabase | undefined;
  beforeAll(async () => {
    database = await createDatabase();
    connect(database.url);
  });
  afterAll(async () => {
    await disconnect();
    await database?.drop();
  });
  return {
    get url() {
      if (!database) throw new Error("The database is there once the tests run, not before.");
      return database.url;
    },
  };
}

/**
 * Whoever is still connected is put out first. Not by WITH (FORCE): that refuses as soon as a vacuum worker
 * is about, whom only a superuser may end, while a plain DROP ends vacuum workers by itself.
 */
async function dropDatabase(name: string): Promise<void> {
  await onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND usename = current_user`);
  await onServer(`DROP DATABASE IF EXISTS ${name}`);
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(inject("databaseServerUrl"));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
