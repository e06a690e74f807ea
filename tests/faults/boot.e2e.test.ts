import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type ScratchDatabase } from "../support/database";
import { send } from "../attacks/support/sending";
import { countWaiting } from "./support/waiting";
import { linesOf, startVouch, type Started } from "./support/starting";

let folder: string;
let database: ScratchDatabase;
const started: Started[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vouch-boot-"));
  database = await createDatabase();
});
afterAll(async () => {
  for (const { child, ended } of started) {
    if (child.exitCode === null) child.kill("SIGINT");
    await ended;
  }
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const data = (name: string) => path.join(folder, name);

function start(mode: string, env: Record<string, string>): Started {
  const one = startVouch(mode, env);
  started.push(one);
  return one;
}

/** It ended by itself, with one sentence for whoever started it: no stack, no second line. */
async function expectOneLine(process: Started, sentence: RegExp): Promise<void> {
  const { code, output } = await process.ended;
  expect(code, output).toBeGreaterThan(0);
  const lines = linesOf(output);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(sentence);
}

describe("a start that can't be", () => {
  it("says in one line that the port is in use", async () => {
    const other = http.createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const port = String((other.address() as AddressInfo).port);
    await expectOneLine(start("web", { DATABASE_URL: database.url, VOUCH_DATA: data("port"), PORT: port }), /Port \d+ is in use/);
    other.close();
  });

  it("says in one line that the database can't be reached, has other credentials, or is none", async () => {
    const wrong = Object.assign(new URL(database.url), { password: "canary-password" }).href;
    const missing = Object.assign(new URL(database.url), { pathname: "/no_such_database" }).href;
    const tries = [start("web", { DATABASE_URL: "postgresql://vouch:canary-password@127.0.0.1:1/vouch", VOUCH_DATA: data("a") }), start("web", { DATABASE_URL: wrong, VOUCH_DATA: data("b") }), start("worker", { DATABASE_URL: missing, VOUCH_DATA: data("c") })];
    for (const one of tries) {
      await expectOneLine(one, /database/i);
      expect(one.output()).not.toContain("canary-password");
    }
  });

  it("says in one line that a part needs a database, or that a setting can't be used", async () => {
    const otherDatabase = start("web", { DATABASE_URL: "mysql://canary-password@x/y" });
    await Promise.all([
      expectOneLine(start("web", { VOUCH_DATA: data("d") }), /DATABASE_URL/),
      expectOneLine(start("worker", { VOUCH_DATA: data("e") }), /DATABASE_URL/),
      expectOneLine(start("all", { VOUCH_DATA: data("f"), PORT: "http" }), /PORT/),
      expectOneLine(otherDatabase, /DATABASE_URL/),
      expectOneLine(start("web", { DATABASE_URL: database.url, VOUCH_DATA: data("g"), HOST: "203.0.113.1" }), /HOST/),
    ]);
    expect(otherDatabase.output()).not.toContain("canary-password");
  });

  it("says in one line that the data folder can't be written, or belongs to somebody else", async () => {
    await mkdir(data("foreign"));
    await writeFile(path.join(data("foreign"), "thesis.txt"), "mine");
    await writeFile(data("file"), "a file");
    await Promise.all([
      expectOneLine(start("all", { VOUCH_DATA: data("foreign") }), /not Vouch's/),
      expectOneLine(start("all", { VOUCH_DATA: path.join(data("file"), "data") }), /can't be used/),
      // Where the system has such a place: nobody, not even root, makes a folder there.
      ...(existsSync("/proc/self") ? [expectOneLine(start("all", { VOUCH_DATA: "/proc/vouch" }), /can't be used/)] : []),
    ]);
  });
});

describe("a running installation", () => {
  it("applies its migrations once, however many processes start together", async () => {
    const empty = await createDatabase({ empty: true });
    const many = Array.from({ length: 3 }, () => start("web", { DATABASE_URL: empty.url, VOUCH_DATA: data("many") }));
    for (const one of many) await one.says(/Vouch runs at (http:\S+)/);
    const client = new pg.Client(empty.url);
    await client.connect();
    const { rows } = await client.query("SELECT migration_name, count(*)::int AS times, bool_and(finished_at IS NOT NULL AND rolled_back_at IS NULL) AS done FROM _prisma_migrations GROUP BY 1");
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ times, done }) => times === 1 && done)).toBe(true);
    for (const one of many) one.child.kill("SIGINT");
    for (const one of many) expect((await one.ended).code).toBe(0);
    await empty.drop();
  });

  it("answers what is under way before Ctrl-C ends it, and ends within ten seconds even if that never ends", async () => {
    const client = new pg.Client(database.url);
    client.on("error", () => undefined);
    await client.connect();
    const begin = async () => {
      const one = start("web", { DATABASE_URL: database.url, VOUCH_DATA: data("drain") });
      const [, url = ""] = await one.says(/Vouch runs at (http:\S+)/);
      await client.query("BEGIN; LOCK TABLE session IN ACCESS EXCLUSIVE MODE");
      const answer = send(url, "/sign-out", { cookie: `vouch=${"a".repeat(40)}` }).then(({ status }) => status, () => "cut off");
      await expect.poll(() => countWaiting(client), { timeout: 10_000 }).toBe(1);
      one.child.kill("SIGINT");
      return { one, url, answer, since: Date.now() };
    };

    const patient = await begin();
    // It takes no new visitors meanwhile.
    await expect.poll(() => send(patient.url, "/healthz").then(() => "answered", () => "refused")).toBe("refused");
    await client.query("ROLLBACK");
    expect(await patient.answer).toBe(302);
    expect((await patient.one.ended).code).toBe(0);

    const stuck = await begin();
    await stuck.one.ended;
    expect(Date.now() - stuck.since).toBeLessThan(10_500);
    expect(await stuck.answer).toBe("cut off");
    await client.query("ROLLBACK");
    await client.end();
  });

  it("on its own database starts again after kill -9, and a second start on its folder does no harm", async () => {
    const env = { VOUCH_DATA: data("own") };
    const first = start("all", env);
    const [, url = ""] = await first.says(/Vouch runs at (http:\S+)/);
    const [, code = ""] = await first.says(/The code it asks for: (\S+)/);
    const second = start("all", env);
    const ended = second.ended.then(({ output }) => linesOf(output));
    const said = await Promise.race([second.says(/Vouch runs at/).then(() => null, () => null), ended]);
    // Either they share the database or the second one says why not; the first goes on either way.
    if (said !== null) expect(said).toHaveLength(1);
    expect((await send(url, "/healthz")).status).toBe(200);
    const form = { companyName: "Aurora", shortName: "Aurora", language: "it", languages: "it", timeZone: "Europe/Rome", givenName: "Ada", familyName: "Bo", email: "ada@aurora.example", code, password: "tre gatti sul tetto 9" };
    expect((await send(url, "/set-up", { form })).status).toBe(302);
    first.child.kill("SIGKILL");
    second.child.kill("SIGKILL");
    await Promise.all([first.ended, second.ended]);

    const again = start("all", env);
    const [, back = ""] = await again.says(/Vouch runs at (http:\S+)/);
    expect((await send(back, "/sign-in", { form: { identifier: "ada@aurora.example", password: "tre gatti sul tetto 9" } })).status).toBe(302);
    again.child.kill("SIGINT");
    expect((await again.ended).code).toBe(0);
  });
});
