import pg from "pg";
import { databaseUrl } from "./db.server";
import { log } from "./log.server";

interface Ear {
  channel: string;
  hear(payload: string): void;
  /** After a lost connection: notices may have been missed. */
  catchUp?(): void;
}

const RECONNECT_MS = 1_000;

/**
 * One connection of this process that hears PostgreSQL's notifications (LISTEN) for everybody in it,
 * and comes back by itself.
 */
export async function startListening(ears: Ear[]): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl(), application_name: "vouch listening", keepAlive: true, connectionTimeoutMillis: 5_000 });
    let connected = false;
    next.on("error", () => undefined); // "end" follows
    next.on("end", () => connected && !stopped && retry());
    next.on("notification", ({ channel, payload = "" }) => {
      for (const ear of ears) if (ear.channel === channel) ear.hear(payload);
    });
    await next.connect();
    for (const channel of new Set(ears.map((ear) => ear.channel))) await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    connected = true;
    client = next;
  }

  function retry(): void {
    timer = setTimeout(() => {
      connect().then(
        () => ears.forEach((ear) => ear.catchUp?.()),
        () => stopped || retry(),
      );
    }, RECONNECT_MS);
  }

  await connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch((error: unknown) => log.debug({ err: error }, "the listening connection did not close cleanly"));
    },
  };
}
