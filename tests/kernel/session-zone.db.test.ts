import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { connect, databaseUrl, disconnect, pool, prisma, query, transaction } from "~/kernel/db.server";
import { inUtc } from "~/kernel/db/session-zone.server.mjs";
import { startListening } from "~/kernel/listening.server";
import { applyMigrations, builtInMigrations } from "~/kernel/migrations/apply.server";
import { sql } from "~/kernel/sql";

import { createDatabase, type ScratchDatabase } from "../support/database";

const MOMENT = new Date("2026-03-01T10:30:00.123Z");

/** As far from UTC as databases get, and the server's own machine could say so too. */
let database: ScratchDatabase;

beforeAll(async () => {
  database = await createDatabase();
  connect(database.url);
  await pool.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET timezone = 'Pacific/Auckland'`);
  await disconnect();
  connect(database.url);
});

afterAll(async () => {
  await disconnect();
  await database.drop();
});

describe("a database in another time zone", () => {
  it("gets and gives every moment as it is, by each way of asking", async () => {
    await pool.query("CREATE TABLE moment (way text PRIMARY KEY, at timestamptz(3) NOT NULL)");
    await pool.query("INSERT INTO moment VALUES ('pool', $1)", [MOMENT]);
    await query(sql`INSERT INTO moment VALUES ('query', ${MOMENT}::timestamptz)`);
    await prisma.$executeRaw`INSERT INTO moment VALUES ('prisma', ${MOMENT}::timestamptz)`;
    await transaction((tx) => tx.$executeRaw`INSERT INTO moment VALUES ('transaction', ${MOMENT})`);
    const ways = ["pool", "prisma", "query", "transaction"];
    const stored = await query<{ seconds: number }>(sql`SELECT extract(epoch FROM at)::float8 AS seconds FROM moment`);
    expect(stored.map(({ seconds }) => seconds)).toEqual(ways.map(() => MOMENT.getTime() / 1000));
    const rows = ways.map((way) => ({ way, at: MOMENT }));
    expect(await query(sql`SELECT way, at FROM moment ORDER BY way`)).toEqual(rows);
    expect(await prisma.$queryRaw`SELECT way, at FROM moment ORDER BY way`).toEqual(rows);
  });

  it("keeps what is written and read through a model", async () => {
    const company = { name: "Far away", shortName: "Far", language: "en", languages: ["en"], timeZone: "Pacific/Auckland", createdAt: MOMENT };
    await prisma.company.create({ data: company });
    expect((await prisma.company.findFirstOrThrow()).createdAt).toEqual(MOMENT);
    expect(await query(sql`SELECT created_at AS at FROM company WHERE created_at = ${MOMENT}::timestamptz`)).toEqual([{ at: MOMENT }]);
  });

  it("cuts days where UTC does", async () => {
    expect(await query(sql`SELECT (${MOMENT}::timestamptz)::date AS day, current_setting('TimeZone') AS zone`)).toEqual([{ day: "2026-03-01", zone: "UTC" }]);
  });

  it("is in UTC for the connection that listens and for migrations", async () => {
    const listening = await startListening([{ channel: "zone", hear: () => undefined }]);
    const migrations = { ...builtInMigrations, "99999999999999_zone": "CREATE TABLE zone AS SELECT current_setting('TimeZone') AS migrated;" };
    await applyMigrations({ url: database.url, migrations }).finally(() => listening.stop());
    expect(await query(sql`SELECT migrated FROM zone`)).toEqual([{ migrated: "UTC" }]);
    expect(new URL(databaseUrl()).searchParams.get("options")).toBe("-c TimeZone=UTC");
  });
});

describe("inUtc", () => {
  it("keeps the options that the address has, and its password as it was", () => {
    const address = new URL(inUtc("postgresql://me:p%40ss%20w@db.example:5433/vouch?options=-c%20geqo%3Doff&sslmode=disable"));
    expect(address.searchParams.get("options")).toBe("-c geqo=off -c TimeZone=UTC");
    expect([address.password, address.searchParams.get("sslmode"), address.pathname]).toEqual(["p%40ss%20w", "disable", "/vouch"]);
  });
});
