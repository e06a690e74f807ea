import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startApp } from "./app";

declare module "vitest" {
  interface ProvidedContext {
    /** Name of a database that holds the demo company; browser tests get copies of it. */
    demoDatabase: string;
    /** The data folder that belongs to it: pictures and mailbox. */
    demoFolder: string;
  }
}

const DATABASE = "vouch_demo";

/** Tells the demo company's stories once, by the product itself, for all browser tests of the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = new URL(project.getProvidedContext().databaseServerUrl);
  const client = new pg.Client(server.href);
  await client.connect();
  await client.query(`CREATE DATABASE ${DATABASE}`);
  await client.end();
  server.pathname = `/${DATABASE}`;
  const folder = await mkdtemp(path.join(tmpdir(), "vouch-demo-"));
  const app = await startApp({ mode: "demo", databaseUrl: server.href, dataFolder: folder });
  await app.stop();
  project.provide("demoDatabase", DATABASE);
  project.provide("demoFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}
