import { randomUUID } from "node:crypto";

import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";

import {
  connect,
  disconnect,
  isReadOnlyOrFull,
  isUnavailable,
  pool,
  prisma,
  query,
  transaction,
  uniqueViolation,
} from "~/kernel/db.server";
import { empty, join, sql } from "~/kernel/sql";

import { useDatabase } from "../support/database";

const database = useDatabase();

beforeAll(async () => {
  await pool.query("CREATE TABLE counter (id int PRIMARY KEY, value int NOT NULL)");
  await pool.query("INSERT INTO counter VALUES (1, 0), (2, 0)");
});

async function failure(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => {
      throw new Error("it did not fail");
    },
    (error: unknown) => error,
  );
}

describe("query", () => {
  it("nests fragments and gives numbers, dates and moments as they are", async () => {
    const only = sql`WHERE number IN (${join([1, 2])})`;
    const rows = await query(sql`
      SELECT number::int8, date '2026-02-28' AS day, timestamptz '2026-02-28 10:00+02' AS moment
      FROM generate_series(1, 3) AS number ${only} ${empty}`);
    expect(rows).toEqual([1, 2].map((number) => ({ number, day: "2026-02-28", moment: new Date("2026-02-28T08:00Z") })));
  });

  it("prepares each text once per connection", async () => {
    const marker = randomUUID();
    for (const value of [1, 2, 3]) await query(sql`SELECT ${value}::int AS value, ${marker}::text AS prepared_once`);
    const connections = await Promise.all(Array.from({ length: 10 }, () => pool.connect()));
    const counts = await Promise.all(
      connections.map((connection) =>
        connection.query("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%AS prepared_once'"),
      ),
    );
    connections.forEach((connection) => connection.release());
    expect(counts.map(({ rows }) => rows[0].count).reduce((sum, count) => sum + count)).toBe(1);
  });
});

describe("transaction", () => {
  it("saves all or nothing", async () => {
    await failure(() =>
      transaction(async (tx) => {
        await tx.$executeRaw`INSERT INTO counter VALUES (99, 0)`;
        throw new Error("on second thoughts");
      }),
    );
    expect(await query(sql`SELECT 1 FROM counter WHERE id = 99`)).toEqual([]);
  });

  it("runs again after a serialization failure, and no addition is lost", async () => {
    await prisma.$executeRaw`UPDATE counter SET value = 0`;
    let runs = 0;
    await Promise.all(
      Array.from({ length: 5 }, () =>
        transaction(
          async (tx) => {
            runs++;
            const [row] = await tx.$queryRaw<{ value: number }[]>`SELECT value FROM counter WHERE id = 1`;
            await tx.$executeRaw`UPDATE counter SET value = ${row!.value + 1}::int WHERE id = 1`;
          },
          { isolation: "Serializable" },
        ),
      ),
    );
    expect(await query(sql`SELECT value FROM counter WHERE id = 1`)).toEqual([{ value: 5 }]);
    expect(runs).toBeGreaterThanOrEqual(5);
  });

  it("runs again after a deadlock", async () => {
    let runs = 0;
    let arrived = 0;
    let both: () => void;
    const bothHoldOne = new Promise<void>((resolve) => (both = resolve));
    await Promise.all(
      [[1, 2], [2, 1]].map(([first, second]) =>
        transaction(async (tx) => {
          runs++;
          await tx.$executeRaw`UPDATE counter SET value = 7 WHERE id = ${first}::int`;
          if (++arrived === 2) both();
          await bothHoldOne;
          await tx.$executeRaw`UPDATE counter SET value = 7 WHERE id = ${second}::int`;
        }),
      ),
    );
    expect(runs).toBeGreaterThan(2);
  });

  it("gives up on what is no conflict at once", async () => {
    let runs = 0;
    await failure(() =>
      transaction(async (tx) => {
        runs++;
        await tx.$executeRaw`INSERT INTO counter VALUES (1, 1)`;
      }),
    );
    expect(runs).toBe(1);
  });
});

describe("what an error means", () => {
  const ways: Record<string, (text: string) => Promise<unknown>> = {
    pg: (text) => pool.query(text),
    prisma: (text) => prisma.$executeRawUnsafe(text),
    "a transaction": (text) => transaction((tx) => tx.$executeRawUnsafe(text)),
  };

  it.each(Object.keys(ways))("names the violated index (%s)", async (way) => {
    expect(uniqueViolation(await failure(() => ways[way]!("INSERT INTO counter VALUES (1, 1)")))).toBe("counter_pkey");
    expect(uniqueViolation(await failure(() => ways[way]!("SELECT 1 / 0")))).toBeNull();
  });

  it.each(Object.keys(ways))("knows a connection that was ended (%s)", async (way) => {
    const error = await failure(() => ways[way]!("SELECT pg_terminate_backend(pg_backend_pid())"));
    expect(isUnavailable(error)).toBe(true);
    expect(isUnavailable(await failure(() => ways[way]!("SELECT 1 / 0")))).toBe(false);
    expect(await query(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  });

  it.each(Object.keys(ways))("knows a database that can't save (%s)", async (way) => {
    const raise = (code: string) => ways[way]!(`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '${code}'; END $$`);
    expect(isReadOnlyOrFull(await failure(() => raise("53100")))).toBe(true);
    expect(isReadOnlyOrFull(await failure(() => raise("25006")))).toBe(true);
    expect(isReadOnlyOrFull(await failure(() => raise("53200")))).toBe(false);
  });

  it("knows a pool with no connection free", async () => {
    const taken = await Promise.all(Array.from({ length: 10 }, () => pool.connect()));
    try {
      const errors = await Promise.all(Object.values(ways).map((way) => failure(() => way("SELECT 1"))));
      expect(errors.map(isUnavailable)).toEqual([true, true, true]);
    } finally {
      taken.forEach((connection) => connection.release());
    }
  });

  it.each(Object.keys(ways))("knows a server that is not there (%s)", async (way) => {
    await disconnect();
    connect("postgresql://nobody@127.0.0.1:1/nothing");
    try {
      expect(isUnavailable(await failure(() => ways[way]!("SELECT 1")))).toBe(true);
    } finally {
      await disconnect();
      connect(database.url);
    }
  });
});

describe("connect", () => {
  it("refuses a second database while one is in use", () => {
    expect(() => connect("postgresql://127.0.0.1/other")).toThrow("Another database");
  });

  it("stands for the pool and the client themselves", () => {
    expect(pool).toBeInstanceOf(pg.Pool);
    expect(pool.totalCount).toBeGreaterThanOrEqual(0);
  });
});
