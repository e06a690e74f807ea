import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

import pg from "pg";
import type { TestProject } from "vitest/node";

import { applyMigrations } from "~/kernel/migrations/apply.server";
import { type Postgres, startPostgres } from "~/kernel/postgres/supervisor.server";

import { scratchFolder } from "./scratch-folder";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the throw-away server's own database, whose role may create others. */
    databaseServerUrl: string;
    /** Name of the migrated database that tests get copies of. */
    databaseTemplate: string;
  }
}

const TEMPLATE = "vouch_template";

const quiet = { info() {}, warn() {} };
const PREFIX = "vouch-test-";

/** Several projects of one run share one server. */
const held = globalThis as { __vouchTestServer?: { users: number; starting: Promise<Postgres> } };

/** Vitest calls it before the first test of each project that names it, and what it returns after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = (held.__vouchTestServer ??= { users: 0, starting: start() });
  server.users++;
  project.provide("databaseTemplate", TEMPLATE);
  project.provide("databaseServerUrl", (await server.starting).url);
  return async () => {
    if (--server.users > 0) return;
    held.__vouchTestServer = undefined;
    await (await server.starting).stop();
    await rm(folderOf(process.pid), { recursive: true, force: true });
  };
}

async function start(): Promise<Postgres> {
  await removeLeftovers();
  const server = await startPostgres({ dataFolder: folderOf(process.pid), log: quiet, durable: false });
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const template = new URL(server.url);
  template.pathname = `/${TEMPLATE}`;
  await applyMigrations({ url: template.href });
  return server;
}

function folderOf(pid: number): string {
  return join(scratchFolder(), `${PREFIX}${pid}`);
}

/** Servers and folders of runs that were killed. */
async function removeLeftovers(): Promise<void> {
  for (const entry of await readdir(scratchFolder())) {
    const pid = Number(entry.startsWith(PREFIX) ? entry.slice(PREFIX.length) : NaN);
    if (!Number.isInteger(pid) || isRunning(pid)) continue;
    // Taken over, so that it can be stopped by the book.
    await startPostgres({ dataFolder: folderOf(pid), log: quiet, durable: false }).then((left) => left.stop(), () => {});
    await rm(folderOf(pid), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}
