import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { each, send } from "../attacks/support/sending";
import { isDeep, useSystem } from "../attacks/support/system";
import { useProxy } from "./support/proxy";

const wire = useProxy();
const system = useSystem({ via: wire.via });
const visits = isDeep ? 2_000 : 60;
const browser = (index: number) => `Mozilla/5.0 (X11; Linux x64; rv:${100 + index}.0) Gecko/20100101 Firefox/${100 + index}.0`;

/** What answered visitors were promised to be counted as. */
let acknowledged = 0;
let asked = 0;

async function follow(index: number): Promise<number> {
  asked++;
  const answer = await send(system.url, "/l/bcdfghj2", { headers: { "User-Agent": browser(index) } });
  if (answer.status === 302) {
    expect(answer.headers.location).toBe("https://www.aurora.example/mulino");
    expect(answer.headers["set-cookie"]).toBeUndefined();
    acknowledged++;
  }
  return answer.status;
}

/** Every whole line that lies on disk. */
async function spooled(): Promise<string[]> {
  const folder = path.join(system.dataFolder, "visits");
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), "utf8")));
  return texts.flatMap((text) => text.split("\n")).filter((line) => /^\[.*\]$/.test(line));
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index);

async function counted(): Promise<number> {
  const [row] = await query<{ total: number }>(sql`
    SELECT coalesce(sum(v.people + v.repeats + v.machines), 0)::int AS total FROM link_visits v JOIN link l ON l.id = v.link_id WHERE l.slug = 'bcdfghj2'`);
  return row!.total;
}

const waitUntilCounted = (total: number) => vi.waitFor(async () => expect(await counted()).toBe(total), { timeout: 30_000, interval: 200 });

describe("short links", () => {
  it("lead on while the database is away, and every visit counts once when it is back", async () => {
    for (const index of numbered(10)) expect(await follow(index)).toBe(302);
    await waitUntilCounted(10);
    await wire.cut();
    const statuses: number[] = [];
    await each(numbered(visits), async (index) => void statuses.push(await follow(index)));
    expect(new Set(statuses)).toEqual(new Set([302]));
    // A link that this process does not hold can't be told from one that does not exist: it says so.
    const unknown = await send(system.url, "/l/bcdfghjz");
    expect([unknown.status, unknown.headers["retry-after"]]).toEqual([503, "5"]);
    expect((await send(system.url, "/healthz")).status).toBe(503);
    expect(await counted()).toBe(10);

    await wire.mend();
    await waitUntilCounted(acknowledged);
    expect(acknowledged).toBe(visits + 10);
    expect((await send(system.url, "/l/bcdfghjz")).status).toBe(404);
  });

  it("lose no visit to a kill -9 right after the answer, and none counts twice", async () => {
    let killed: Promise<void> | undefined;
    await each(numbered(visits), async (index) => {
      const status = await follow(index).catch(() => 0);
      if (status === 302 && index >= visits / 2) killed ??= system.apps[0]!.kill();
    });
    await killed;
    await system.start(0);
    await waitUntilCounted((await spooled()).length);
    // The database goes away in the middle of counting, and the process with it.
    await Promise.all([each(numbered(visits), async (index) => void (await follow(index))), wire.cut()]);
    await system.apps[0]!.kill();
    await wire.mend();
    await system.start(0);
    await waitUntilCounted((await spooled()).length);
    // Of those who were on disk but not answered yet when it died, some count as well.
    expect(await counted()).toBeGreaterThanOrEqual(acknowledged);
    expect(await counted()).toBeLessThanOrEqual(asked);
    expect(acknowledged).toBeGreaterThan(visits * 2);
  });

  it("carry nothing of the visitor into the spool or the database", async () => {
    const answer = await send(system.url, "/l/bcdfghj2", { headers: { "User-Agent": `${browser(7)} canary-agent`, Cookie: "canary=cookie", Referer: "https://canary.example/from" } });
    expect(answer.status).toBe(302);
    const lines = await spooled();
    await waitUntilCounted(lines.length);
    expect(lines.join()).not.toMatch(/canary|127\.0\.0\.1|Firefox/);
  });
});
