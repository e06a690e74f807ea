import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { findBinaries } from "./binaries.server";
import { clusterFolder, ensureCluster, SUPERVISOR } from "./cluster.server";
import { claimDataFolder, type Credentials } from "./data-folder.server";
import { type Guard, takeGuard } from "./guard.server";
import { findIdentity } from "./identity.server";
import { type Installation, startServer, stopServer } from "./server.server";
import { findRunningServer, type RunningServer } from "./server-process.server";
import { fingerprint } from "./settings.server";
import { orStartFailure, StartFailure } from "./start-failure";

export interface PostgresOptions {
  /** Absolute or relative; made if missing. */
  dataFolder: string;
  log: { info(message: string): void; warn(message: string): void };
  /** False only for throw-away data: a crash may lose or break it. */
  durable?: boolean;
}

export interface Postgres {
  /** Of the role that owns the database "vouch". It stays the same until `stop`. */
  url: string;
  /** Ends the server within about 30 seconds; to be called once everything else has drained. */
  stop(): Promise<void>;
}

const DATABASE = "vouch";
const ROLE = "vouch";

/**
 * Runs PostgreSQL on a data folder. A server that outlived its node process is taken over. If it dies while we run, it
 * is started again at the same address.
 *
 * @throws StartFailure with one sentence: folder not writable, not ours, of another major version or in use
 */
export async function startPostgres({ dataFolder, log, durable = true }: PostgresOptions): Promise<Postgres> {
  const folder = resolve(dataFolder);
  return orStartFailure(folder, async () => {
    const credentials = await claimDataFolder(folder);
    const binaries = await findBinaries();
    const cluster = clusterFolder(folder);
    const identity = await findIdentity(cluster, join(binaries.postgres, "..", ".."));
    const options = { durable };
    await ensureCluster(folder, { identity, binaries, credentials, options });
    const supervisor = new Supervisor(folder, credentials, { cluster, identity, binaries, options }, log);
    await supervisor.start();
    return { url: supervisor.url(ROLE), stop: () => supervisor.stop() };
  });
}

class Supervisor {
  #server: RunningServer | null = null;
  #guard: Guard | null = null;
  #stopping = false;
  #revival: Promise<void> | null = null;

  constructor(
    readonly folder: string,
    readonly credentials: Credentials,
    readonly installation: Installation,
    readonly log: PostgresOptions["log"],
  ) {}

  url(role: typeof ROLE | typeof SUPERVISOR, port = this.#server?.port): string {
    const { supervisor, application } = this.credentials;
    return role === SUPERVISOR
      ? `postgresql://${SUPERVISOR}:${supervisor}@127.0.0.1:${port}/postgres`
      : `postgresql://${ROLE}:${application}@127.0.0.1:${port}/${DATABASE}`;
  }

  async start(): Promise<void> {
    const survivor = await findRunningServer(this.installation.cluster);
    await this.#takeOver(undefined);
    if (survivor?.pid === this.#server?.pid) {
      this.log.info("PostgreSQL was still running and is taken over");
      if (!(await this.#isCurrent())) await this.#restart();
    }
    await this.#ensureDatabase();
  }

  /** Finds or starts the server and becomes the one who runs it. */
  async #takeOver(port: number | undefined): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const server = await startServer(this.installation, port);
      const guard = await takeGuard(this.url(SUPERVISOR, server.port), server, this.folder);
      if (guard) {
        this.#server = server;
        this.#guard = guard;
        guard.once("end", () => this.#revive());
        return;
      }
      // It runs on our files but hangs.
      if (attempt === 2) throw new StartFailure(`The PostgreSQL on ${this.installation.cluster} does not answer.`);
      await stopServer(this.installation, server);
    }
  }

  /** Whether the server runs with today's settings and programs. */
  async #isCurrent(): Promise<boolean> {
    const { options, binaries } = this.installation;
    const { rows } = await this.#guard!.query("SELECT current_setting('vouch.settings', true) AS settings");
    return rows[0].settings === fingerprint(options, binaries.version);
  }

  async #restart(): Promise<void> {
    const { port } = this.#server!;
    this.#guard!.removeAllListeners("end");
    await this.#guard!.end();
    await stopServer(this.installation, this.#server!);
    await this.#takeOver(port);
  }

  /** The role and the database of everything but the supervisor. Safe to repeat. */
  async #ensureDatabase(): Promise<void> {
    const guard = this.#guard!;
    const password = pg.escapeLiteral(this.credentials.application);
    const role = await guard.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [ROLE]);
    await guard.query(`${role.rowCount ? "ALTER" : "CREATE"} ROLE ${ROLE} LOGIN CREATEDB PASSWORD ${password}`);
    const database = await guard.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (!database.rowCount) await guard.query(`CREATE DATABASE ${DATABASE} OWNER ${ROLE}`);
  }

  /** The guard's connection ended and nobody asked for it: the server crashed or was killed. */
  #revive(): void {
    if (this.#stopping || this.#revival) return;
    this.log.warn("the connection to PostgreSQL broke: looking after it");
    this.#revival = this.#reviveUntilItRuns().finally(() => (this.#revival = null));
  }

  async #reviveUntilItRuns(): Promise<void> {
    const { port } = this.#server!;
    for (let waitMs = 100; !this.#stopping; waitMs = Math.min(waitMs * 2, 10_000)) {
      try {
        await this.#takeOver(port);
        this.log.info("PostgreSQL runs again");
        return;
      } catch (error) {
        this.log.warn(error instanceof StartFailure ? error.message : "PostgreSQL can't be started again yet");
        await sleep(waitMs, undefined, { ref: false });
      }
    }
  }

  async stop(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    await this.#revival;
    const server = (await findRunningServer(this.installation.cluster)) ?? this.#server;
    await this.#guard?.end().catch(() => {});
    if (server) await stopServer(this.installation, server);
  }
}
