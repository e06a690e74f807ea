import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startPostgres } from "~/kernel/postgres/supervisor.server";
import { onEnd } from "./cleanup";

export interface Database {
  url: string;
  /** A connection of the bench's own. */
  client: pg.Client;
  /** For everything else that must be thrown away. */
  folder: string;
  /** "18.4" */
  version: string;
}

/**
 * A PostgreSQL of its own with the product's settings, durable ones included: what is measured are real commits.
 * @param parent folder on the disk to measure on; the system's temporary folder unless told
 */
export async function startDatabase(parent: string = tmpdir()): Promise<Database> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(parent, "vouch-bench-"));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  // PostgreSQL runs as another user where we are root.
  await chmod(folder, 0o711);
  const log = { info() {}, warn: (message: string) => console.error(message) };
  const postgres = await startPostgres({ dataFolder: path.join(folder, "database"), log });
  onEnd(() => postgres.stop());
  const client = await connectTo(postgres.url);
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  return { url: postgres.url, client, folder, version: rows[0]!.server_version };
}

/** One more connection; it ends with the bench. */
export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "bench" });
  client.on("error", () => {});
  await client.connect();
  onEnd(() => client.end());
  return client;
}
