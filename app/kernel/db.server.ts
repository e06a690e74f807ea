import { setTimeout as sleep } from "node:timers/promises";

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { isTransactionConflict } from "./db/errors.server";
import { type Prisma, PrismaClient } from "./db/generated/client";
import { inUtc } from "./db/session-zone.server.mjs";
import { statementName } from "./db/statement-names.server";
import { env } from "./env.server";
import { log } from "./log.server";
import type { Sql } from "./sql";

export { isExclusionViolation, isReadOnlyOrFull, isUnavailable, uniqueViolation } from "./db/errors.server";

/** The client inside a transaction. */
export type Tx = Prisma.TransactionClient;

interface Connection {
  url: string;
  pool: pg.Pool;
  prisma: PrismaClient;
}

/** Held globally, so that reloading a module in development opens no second pool. */
const held = globalThis as { __vouchDatabase?: Connection };

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const TRANSACTION_TIMEOUT_MS = 15_000;
const MOST_ATTEMPTS = 6;

/**
 * Names the database to use; it is connected to on first use. Boot calls it, since the embedded server's address is
 * known only once it runs. Without a call DATABASE_URL is used.
 * @throws Error when another database is in use already: `disconnect()` first
 */
export function connect(url: string): void {
  if (held.__vouchDatabase?.url === url) return;
  if (held.__vouchDatabase) throw new Error("Another database is in use: disconnect from it first.");
  held.__vouchDatabase = open(url);
}

/** Ends all connections once their statements are done. */
export async function disconnect(): Promise<void> {
  const connection = held.__vouchDatabase;
  held.__vouchDatabase = undefined;
  await connection?.prisma.$disconnect();
  await connection?.pool.end();
}

function open(url: string): Connection {
  const pool = new pg.Pool({
    connectionString: inUtc(url),
    max: env().databasePool,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // A transaction whose process stands still must not keep its locks for ever.
    idle_in_transaction_session_timeout: 2 * TRANSACTION_TIMEOUT_MS,
    application_name: "vouch",
    keepAlive: true,
    types: { getTypeParser },
  });
  // An idle connection broke; the pool has dropped it and opens another one when needed. Unheard, it ends the process.
  pool.on("error", (error) => log.warn({ err: error }, "a database connection broke"));
  // The same for one that is lent out; whoever borrowed it hears of it by their statement.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) });
  return { url, pool, prisma: new PrismaClient({ adapter }) };
}

/** For `query`: whole numbers are numbers (ours stay below 2^53), and a date is its text, not a moment in some zone. */
function getTypeParser(oid: number, format?: "text" | "binary") {
  if (format !== "binary") {
    if (oid === pg.types.builtins.INT8) return Number;
    if (oid === pg.types.builtins.DATE) return String;
  }
  return pg.types.getTypeParser(oid, format);
}

function current(): Connection {
  if (!held.__vouchDatabase) {
    const url = env().databaseUrl;
    if (!url) throw new Error("No database is named: call connect(url) or set DATABASE_URL.");
    held.__vouchDatabase = open(url);
  }
  return held.__vouchDatabase;
}

/** Stands for an object that exists only once it is used, and that may be another one later. */
function lazily<T extends object>(prototype: object, get: () => T): T {
  return new Proxy(Object.create(prototype) as T, {
    get(_, key) {
      const target = get();
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
    set: (_, key, value) => Reflect.set(get(), key, value),
    has: (_, key) => Reflect.has(get(), key),
  });
}

/** Where the database is, in UTC as the pool is: for connections that live apart from it (LISTEN). */
export function databaseUrl(): string {
  return inUtc(current().url);
}

/** Prisma's client, over `pool`. */
export const prisma: PrismaClient = lazily(PrismaClient.prototype, () => current().prisma);

/** The one pool of this process; its size is DATABASE_POOL. */
export const pool: pg.Pool = lazily(pg.Pool.prototype, () => current().pool);

/** Rows straight from pg, prepared once per connection: for reads that must be quick. Never inside a transaction. */
export async function query<Row extends object>(statement: Sql): Promise<Row[]> {
  const text = statement.text;
  const { rows } = await current().pool.query<Row>({ name: statementName(text), text, values: statement.values });
  return rows;
}

export interface TransactionOptions {
  /** PostgreSQL's own default, read committed, unless told. */
  isolation?: Prisma.TransactionIsolationLevel;
  /** Milliseconds until it is rolled back; 15,000 unless told. */
  timeoutMs?: number;
}

/**
 * Runs `work` in one transaction: all of it is saved or nothing. Where it loses against another transaction (deadlock,
 * serialization failure) it is run again from its start, up to six times, so `work` must have no effect but on `tx`.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await current().prisma.$transaction(work, {
        isolationLevel: options.isolation,
        timeout: options.timeoutMs ?? TRANSACTION_TIMEOUT_MS,
        maxWait: CONNECT_TIMEOUT_MS,
      });
    } catch (error) {
      if (attempt >= MOST_ATTEMPTS || !isTransactionConflict(error)) throw error;
      // A random wait parts those who met, longer each time.
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}
