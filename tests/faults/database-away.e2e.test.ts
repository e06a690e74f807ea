import pg from "pg";
import { afterEach, describe, expect, it, vi } from "vitest";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { openStream } from "../attacks/support/live-stream";
import { each, send } from "../attacks/support/sending";
import { useSystem } from "../attacks/support/system";
import { useProxy } from "./support/proxy";
import { countWaiting } from "./support/waiting";

const wire = useProxy();
const system = useSystem({ via: wire.via, env: { DATABASE_POOL: "2" } });
const cookie = () => system.cookies.employee;

let admin: pg.Client | undefined;
afterEach(async () => {
  await admin?.end().catch(() => undefined);
  admin = undefined;
});

/** A connection of the test's own, apart from any pool. */
async function connectDirectly(): Promise<pg.Client> {
  admin = new pg.Client(system.databaseUrl);
  await admin.connect();
  return admin;
}

const remarks = async () => (await query<{ bodies: string[] }>(sql`SELECT coalesce(array_agg(body ORDER BY body), '{}') AS bodies FROM message_remark`))[0]!.bodies;

function remark(body: string) {
  const { id } = system.company.thing("message", "published for all");
  return send(system.url, `/messages/${id}/remarks`, { cookie: cookie(), form: { id: crypto.randomUUID(), kind: "comment", body } });
}

const isBack = () => vi.waitFor(async () => expect((await send(system.url, "/", { cookie: cookie() })).status).toBe(200), { timeout: 15_000, interval: 100 });

describe("the database goes away", () => {
  it("and a page says so, asks again by itself, and comes back without help", async () => {
    const stream = await openStream(system.url, cookie());
    await wire.cut();
    for (const address of ["/", "/settings", `/messages/${system.company.thing("message", "published for all").id}`, "/share"]) {
      const answer = await send(system.url, address, { cookie: cookie() });
      expect(answer.status, address).toBe(503);
      expect(answer.headers["retry-after"], address).toBe("5");
      expect(answer.body, address).toMatch(/<meta http-equiv="refresh" content="5"/i);
      expect(answer.body, address).not.toMatch(/ECONN|Prisma|Error:/);
    }
    expect((await send(system.url, "/_root.data", { cookie: cookie() })).status).toBe(503);
    expect((await send(system.url, "/sign-in", { form: { identifier: "a@b.example", password: "x" } })).status).toBe(503);
    expect((await send(system.url, "/icon.svg")).status).toBe(200);
    // Nobody is signed out by it.
    expect((await send(system.url, "/", { cookie: cookie() })).headers["set-cookie"]?.join() ?? "").not.toContain("vouch=;");

    await wire.mend();
    await isBack();
    // What may have been missed is asked for again.
    await vi.waitFor(() => expect(stream.heard()).toContain("data: everything"), { timeout: 15_000 });
    stream.close();
  });

  it("and nothing is reported as saved that was not", async () => {
    await wire.cut();
    const refused = await remark("said while it was away");
    expect(refused.status).toBe(503);
    await wire.mend();
    await isBack();
    expect(await remarks()).not.toContain("said while it was away");
    expect((await remark("said again")).status).toBe(302);
    expect(await remarks()).toContain("said again");
  });

  it("in the middle of everything, and every answer is a success that holds or says that it is none", async () => {
    const said: string[] = [];
    const statuses = new Set<number>();
    const client = await connectDirectly();
    let index = 0;
    await each(Array.from({ length: 60 }, (_, number) => number), async (number) => {
      if (++index % 20 === 0) await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'vouch%' AND pid <> pg_backend_pid()");
      const { status } = await remark(`remark ${number}`);
      statuses.add(status);
      if (status === 302) said.push(`remark ${number}`);
    });
    expect([...statuses].every((status) => status === 302 || status === 503), [...statuses].join()).toBe(true);
    await isBack();
    expect(await remarks()).toEqual(expect.arrayContaining(said));
  });

  it("for whoever finds no connection free, and the others go on", async () => {
    const client = await connectDirectly();
    await client.query("BEGIN; LOCK TABLE read_receipt IN ACCESS EXCLUSIVE MODE");
    const message = `/messages/${system.company.thing("message", "published for shops").id}`;
    const stuck = [send(system.url, message, { cookie: cookie() }), send(system.url, message, { cookie: cookie() })];
    await expect.poll(() => countWaiting(client), { timeout: 10_000 }).toBe(2);
    const turned = await send(system.url, "/", { cookie: cookie() });
    expect(turned.status).toBe(503);
    expect((await send(system.url, "/l/bcdfghj2")).status).toBe(302);
    await client.query("ROLLBACK");
    expect((await Promise.all(stuck)).map(({ status }) => status)).toEqual([200, 200]);
    await isBack();
    expect(system.apps[0]!.output()).not.toMatch(/unexpected fault|rejected unheard/);
  });
});
