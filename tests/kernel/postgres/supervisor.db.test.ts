import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { findRunningServer, isAlive, isServerOf } from "~/kernel/postgres/server-process.server";
import { type Postgres, startPostgres } from "~/kernel/postgres/supervisor.server";

import { startChild } from "../../support/child";
import { scratchFolder } from "../../support/scratch-folder";

const CHILD = new URL("./start-in-child.ts", import.meta.url);

let scratch: string;
let dataFolder: string;
let running: Postgres[];
let heard: string[];

beforeEach(async () => {
  // Closed to others, as mkdtemp makes it: PostgreSQL must start there too, also when the tests run as root.
  scratch = await mkdtemp(join(scratchFolder(), "vouch-supervisor-"));
  dataFolder = join(scratch, "data");
  running = [];
  heard = [];
});

afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  await rm(scratch, { recursive: true, force: true });
});

const log = { info: (message: string) => void heard.push(message), warn: (message: string) => void heard.push(message) };

async function start(folder = dataFolder): Promise<Postgres> {
  const postgres = await startPostgres({ dataFolder: folder, log, durable: false });
  running.push(postgres);
  return postgres;
}

async function ask(url: string, text: string) {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

const serverOf = (folder: string) => findRunningServer(join(folder, "postgres"));

/** What is kept of the supervisor's own work in every case: nothing half made lies about. */
async function entries(folder = dataFolder) {
  return (await readdir(folder)).sort();
}

describe("starting", () => {
  it("makes a cluster, keeps its data over a stop, and leaves nothing half made", async () => {
    const first = await start();
    await ask(first.url, "CREATE TABLE kept AS SELECT 'yes' AS answer");
    await first.stop();
    expect(await serverOf(dataFolder)).toBeNull();
    const second = await start();
    expect(await ask(second.url, "SELECT answer FROM kept")).toEqual([{ answer: "yes" }]);
    expect(await entries()).toEqual(["database-credentials.json", "postgres"]);
  });

  it("keeps the password to itself and lets nobody in without it", async () => {
    const { url } = await start();
    expect((await stat(join(dataFolder, "database-credentials.json"))).mode & 0o777).toBe(0o600);
    const stranger = new URL(url);
    stranger.password = "guessed";
    await expect(ask(stranger.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
    expect(stranger.hostname).toBe("127.0.0.1");
  });

  it("gives the application a role without power over the server", async () => {
    const { url } = await start();
    expect(await ask(url, "SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user")).toEqual([
      { rolsuper: false, rolcreaterole: false },
    ]);
  });

  it("sorts and folds the same on every machine and writes no statement to the log", async () => {
    const { url } = await start();
    const secret = "personal-and-private";
    await expect(ask(url, `SELECT '${secret}'::int`)).rejects.toThrow();
    await expect(ask(url, `SELECT no_such_thing /* ${secret} */`)).rejects.toThrow();
    expect(
      await ask(url, "SELECT datlocprovider, datlocale, pg_encoding_to_char(encoding) AS encoding, upper('ж') AS upper FROM pg_database WHERE datname = current_database()"),
    ).toEqual([{ datlocprovider: "b", datlocale: "C.UTF-8", encoding: "UTF8", upper: "Ж" }]);
    const settings = ["track_commit_timestamp", "log_statement", "log_error_verbosity", "log_min_duration_statement", "jit"];
    expect(await Promise.all(settings.map(async (name) => (await ask(url, `SHOW ${name}`))[0][name]))).toEqual([
      "off", "none", "terse", "-1", "off",
    ]);
    const logs = join(dataFolder, "postgres", "log");
    const text = (await Promise.all((await readdir(logs)).map((file) => readFile(join(logs, file), "utf8")))).join("");
    expect(text).toContain("no_such_thing");
    expect(text).not.toContain(`/* ${secret}`);
  });

  it("forgets what a killed first start left behind", async () => {
    await mkdir(dataFolder);
    await writeFile(join(dataFolder, "database-credentials.json.999999999"), "{");
    await (await start()).stop();
    await mkdir(join(dataFolder, "postgres.init-999999999", "cluster"), { recursive: true });
    await start();
    expect((await entries()).filter((entry) => entry.startsWith("postgres.init"))).toEqual([]);
  });

  it("is not misled by a pid file whose number now belongs to another process", async () => {
    await (await start()).stop();
    const stale = [process.pid, join(dataFolder, "postgres"), 1, 5432, "", "127.0.0.1", "1 1", "ready"].join("\n");
    await writeFile(join(dataFolder, "postgres", "postmaster.pid"), stale, { mode: 0o644 });
    const { url } = await start();
    expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });
});

describe("a data folder that can't be used ends with one sentence", () => {
  const refusal = (message: RegExp) => ({ name: "StartFailure", message: expect.stringMatching(message) });

  it("when it holds something else", async () => {
    await mkdir(dataFolder);
    await writeFile(join(dataFolder, "thesis.txt"), "");
    await expect(start()).rejects.toMatchObject(refusal(/not Vouch's/));
    expect(await entries()).toEqual(["thesis.txt"]);
  });

  it("when the database was written by another major version", async () => {
    await (await start()).stop();
    await writeFile(join(dataFolder, "postgres", "PG_VERSION"), "17\n");
    await expect(start()).rejects.toMatchObject(refusal(/PostgreSQL 17/));
    await writeFile(join(dataFolder, "postgres", "PG_VERSION"), "18\n");
  });

  it("when a file is in the way", async () => {
    await writeFile(dataFolder, "");
    await expect(start()).rejects.toMatchObject(refusal(/a file is in the way/));
    await expect(start(join(dataFolder, "below"))).rejects.toMatchObject(refusal(/a file is in the way/));
  });

  it.skipIf(process.platform !== "linux")("when the system makes no folders there", async () => {
    await expect(start("/proc/vouch")).rejects.toMatchObject(refusal(/^The data folder \/proc\/vouch can't be used/));
  });

  it.skipIf(process.getuid?.() === 0)("when we may not write there", async () => {
    await mkdir(dataFolder);
    await chmod(dataFolder, 0o500);
    await expect(start()).rejects.toMatchObject(refusal(/no permission/));
  });

  it("when its passwords are unreadable", async () => {
    await (await start()).stop();
    await writeFile(join(dataFolder, "database-credentials.json"), "{");
    await expect(start()).rejects.toMatchObject(refusal(/passwords/));
  });
});

describe("node and PostgreSQL may each be killed", () => {
  it("takes over the server that outlived a killed node", async () => {
    const child = startChild(CHILD, dataFolder);
    await child.says("running at");
    const before = (await serverOf(dataFolder))!;
    await child.kill();
    expect(isAlive(before.pid)).toBe(true);

    const { url, stop } = await start();
    expect(await serverOf(dataFolder)).toEqual(before);
    expect(heard).toContain("PostgreSQL was still running and is taken over");
    expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await stop();
    expect(await serverOf(dataFolder)).toBeNull();
  });

  it("restarts a server that outlived an older version's settings", async () => {
    const child = startChild(CHILD, dataFolder);
    await child.says("running at");
    const before = (await serverOf(dataFolder))!;
    await child.kill();
    // The child ran without durability; that would be another setting.
    running.push(await startPostgres({ dataFolder, log, durable: true }));
    expect((await serverOf(dataFolder))!.pid).not.toBe(before.pid);
    expect(await ask(running[0]!.url, "SHOW fsync")).toEqual([{ fsync: "on" }]);
  });

  it("starts a killed server again at the same address", async () => {
    const { url } = await start();
    const before = (await serverOf(dataFolder))!;
    process.kill(before.pid, "SIGKILL");
    await vi.waitFor(async () => expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]), { timeout: 15_000 });
    expect((await serverOf(dataFolder))!.pid).not.toBe(before.pid);
  });

  it("stops a server whose folder was removed under it", async () => {
    const { stop } = await start();
    const { pid } = (await serverOf(dataFolder))!;
    await rm(scratch, { recursive: true, force: true });
    await stop();
    expect(await isServerOf(pid, join(dataFolder, "postgres"))).toBe(false);
  });
});

describe("two processes on one data folder", () => {
  it("the second one ends with one line, and the first one goes on", async () => {
    const { url } = await start();
    const child = startChild(CHILD, dataFolder);
    const { output } = await child.ended;
    expect(output.trim()).toBe(`StartFailure: Another Vouch is running on the data folder ${dataFolder}.`);
    expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("of two that make the folder together exactly one runs", async () => {
    const children = [startChild(CHILD, dataFolder), startChild(CHILD, dataFolder)];
    const won = await Promise.all(
      children.map((child) => child.says("running at").then(() => true, () => false)),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    await Promise.all(children.map((child) => child.kill()));
    await start();
  });
});
