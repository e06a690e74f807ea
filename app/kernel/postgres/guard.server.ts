import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { isAlive, type RunningServer } from "./server-process.server";
import { StartFailure } from "./start-failure";

/** Any number will do, as long as nothing else in the supervisor's database uses it. */
const LOCK = 0x766f7563;
/** The connection of a process that was killed takes a moment to be noticed. */
const LOCK_WAIT_MS = 5_000;
const ANSWER_WAIT_MS = 60_000;

/** The supervisor's own connection. As long as it lasts no other process may run this data folder. */
export type Guard = pg.Client;

/**
 * Connects as the superuser and takes the lock of this data folder, which PostgreSQL frees by itself when we die.
 * The password proves both sides: a server that does not know it can't finish the handshake (SCRAM, RFC 5802).
 *
 * @returns null when the server ended or did not answer for a minute
 * @throws StartFailure when another process runs this data folder, or the server knows another password
 */
export async function takeGuard(url: string, server: RunningServer, dataFolder: string): Promise<Guard | null> {
  const guard = await connect(url, server, dataFolder);
  if (!guard) return null;
  try {
    for (const end = Date.now() + LOCK_WAIT_MS; ; await sleep(50)) {
      const { rows } = await guard.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [LOCK]);
      if (rows[0]?.taken) return guard;
      if (Date.now() > end) throw new StartFailure(`Another Vouch is running on the data folder ${dataFolder}.`);
    }
  } catch (error) {
    await guard.end();
    throw error;
  }
}

async function connect(url: string, server: RunningServer, dataFolder: string): Promise<Guard | null> {
  for (const end = Date.now() + ANSWER_WAIT_MS; ; await sleep(50)) {
    const client = new pg.Client({
      connectionString: url,
      application_name: "vouch supervisor",
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (/^28/.test(String((error as { code?: unknown }).code))) {
        throw new StartFailure(`The PostgreSQL on the data folder ${dataFolder} does not accept the password kept there.`);
      }
      // Not listening yet, starting up, shutting down, all connections taken: a matter of waiting.
      if (!isAlive(server.pid) || Date.now() > end) return null;
    }
  }
}
