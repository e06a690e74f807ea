import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import type { Binaries } from "./binaries.server";
import { lastLine } from "./cluster.server";
import type { Identity } from "./identity.server";
import { findRunningServer, freePort, hasEnded, removeStalePidFile, type RunningServer } from "./server-process.server";
import { configurationFile, type ServerOptions } from "./settings.server";
import { StartFailure } from "./start-failure";

export interface Installation {
  cluster: string;
  identity: Identity;
  binaries: Binaries;
  options: ServerOptions;
}

/** Recovery after a crash replays at most max_wal_size of log. */
const START_TIMEOUT_S = 300;
const FAST_STOP_S = 30;
const IMMEDIATE_STOP_S = 10;
const MOST_TRIES = 5;
/** Another start took the port or the cluster at the same moment, or a killed server's children are still ending. */
const MAY_PASS = /could not (bind|create any TCP)|lock file "postmaster\.pid"|pre-existing shared memory|bogus data in lock file/;

/** Starts the server, or finds the one that another process started meanwhile. */
export async function startServer(installation: Installation, wantedPort?: number): Promise<RunningServer> {
  const { cluster, identity, binaries, options } = installation;
  const startLog = join(cluster, "start.log");
  for (let attempt = 1; ; attempt++) {
    const running = await findRunningServer(cluster);
    if (running && running.port > 0) return running;
    if (!running) await removeStalePidFile(cluster);

    const port = wantedPort ?? (await freePort());
    await configure(installation, configurationFile(options, binaries.version, port));
    await rm(startLog, { force: true });
    const args = ["start", "--pgdata", cluster, "--log", startLog, "--wait", "--timeout", String(START_TIMEOUT_S), "--silent"];
    const { code, output } = await identity.run(binaries.pgCtl, args);
    const started = code === 0 ? await findRunningServer(cluster) : null;
    if (started) return started;

    const reason = `${await readFile(startLog, "utf8").catch(() => "")}\n${output}`;
    if (attempt === MOST_TRIES || !MAY_PASS.test(reason)) {
      const fatal = /^.*FATAL:\s*(.*)$/m.exec(reason)?.[1];
      throw new StartFailure(`PostgreSQL did not start in ${cluster}: ${lastLine(fatal ?? output)}`);
    }
    await sleep(attempt * 200);
  }
}

/** Ends the server: its clients are sent away and everything is on disk; after 30 s without that (a crash is safe too). */
export async function stopServer({ cluster, identity, binaries }: Installation, server: RunningServer): Promise<void> {
  const ended = (withinMs: number) => hasEnded(server.pid, cluster, withinMs);
  if (await ended(0)) return;
  for (const [mode, seconds] of [["fast", FAST_STOP_S], ["immediate", IMMEDIATE_STOP_S]] as const) {
    await identity.run(binaries.pgCtl, [
      "stop", "--pgdata", cluster, "--mode", mode, "--wait", "--timeout", String(seconds), "--silent",
    ]);
    if (await ended(500)) return;
    // Without its pid file (the folder was removed under it) pg_ctl knows no server; ours still has its number.
    process.kill(server.pid, mode === "fast" ? "SIGINT" : "SIGQUIT");
    if (await ended(5_000)) return;
  }
  throw new Error(`PostgreSQL (process ${server.pid}) does not end.`);
}

async function configure({ cluster, identity }: Installation, text: string): Promise<void> {
  const file = join(cluster, "postgresql.conf");
  await writeFile(file, text, { mode: 0o600 });
  await identity.own(file);
}
