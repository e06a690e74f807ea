import { describe, expect, it, vi } from "vitest";
import { storePassword } from "~/domain/people/credentials.server";
import { hashPassword } from "~/domain/people/password-hashing.server";
import { query, transaction } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { startApp } from "../support/app";
import { signedIn } from "./support/company";
import { send } from "./support/sending";
import { useSystem } from "./support/system";

const PASSWORD = "canary-password-uccello 1";
const system = useSystem({
  env: { LOG_LEVEL: "debug" },
  prepare: async ({ people }) => {
    await query(sql`UPDATE person SET email = 'canary-mail@aurora.example', given_name = 'Canarygiven', family_name = 'Canaryfamily', personnel_number = 'canary-number' WHERE id = ${people.employee.id}::uuid`);
    const hash = await hashPassword(PASSWORD);
    await transaction((tx) => storePassword(tx, people.employee.id, hash));
  },
});

describe("what a process says about itself", () => {
  it("names no person, mail address, password, token or text, whatever goes wrong", async () => {
    const worker = await startApp({ mode: "worker", databaseUrl: system.databaseUrl, dataFolder: system.dataFolder, env: { LOG_LEVEL: "debug" } });
    const cookie = await signedIn(system.company.people.employee);
    const token = cookie.slice("vouch=".length);
    const resetToken = `canary-reset-${"r".repeat(30)}`;
    const headers = { "User-Agent": "canary-agent/1", Referer: "https://canary-referer.example/", "X-Forwarded-For": "203.0.113.77" };
    const message = `/messages/${system.company.thing("message", "published for all").id}`;
    const remark = (body: string) => send(system.url, `${message}/remarks`, { cookie, headers, form: { id: crypto.randomUUID(), kind: "question", body } });
    const journey = async () => {
      for (const password of [PASSWORD, "canary-wrong-password"]) await send(system.url, "/sign-in?next=/canary-next", { headers, form: { identifier: "canary-mail@aurora.example", password } });
      await send(system.url, "/forgotten-password", { headers, form: { identifier: "canary-mail@aurora.example" } });
      await send(system.url, `/new-password?token=${resetToken}`, { headers });
      await send(system.url, "/new-password", { headers, cookie: `reset=${resetToken}`, form: { password: "canary-chosen-password" } });
      await send(system.url, "/settings/password", { headers, cookie, form: { current: "canary-current", password: "canary-next-password" } });
      await remark("canary-text of a question");
      await send(system.url, "/admin/people?q=canary-search", { headers, cookie: system.cookies.administrator });
      await send(system.url, "/studio/messages/new?index", { headers, cookie: system.cookies.publisher, form: { title: "canary-title", body: "canary-body" } });
      await send(system.url, "/l/bcdfghj2?canary=query", { headers });
      await send(system.url, "/no/canary-page/%E0%A4%A", { headers, cookie });
      await send(system.url, "/sign-in", { headers: { ...headers, Host: "canary host" } });
    };
    await journey();
    // The same while the database refuses what it is given, and quotes it.
    await query(sql`CREATE FUNCTION quote_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Key (row)=(%) is wrong', NEW::text USING ERRCODE = '23514', DETAIL = NEW::text; END $$`);
    for (const table of ["message_remark", "session", "mail_outbox", "message"] as const) {
      await transaction((tx) => tx.$executeRawUnsafe(`CREATE TRIGGER quote_it BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION quote_it()`));
    }
    await journey();
    expect((await remark("canary-text that fails")).status).toBe(500);
    expect((await remark("canary-text that fails")).body).not.toContain("is wrong");
    await vi.waitFor(async () => {
      const rows = await query<{ count: number }>(sql`SELECT count(*)::int AS count FROM graphile_worker._private_jobs WHERE attempts = 0 AND run_at <= now()`);
      expect(rows[0]!.count).toBe(0);
    }, { timeout: 20_000, interval: 200 });
    await worker.stop();
    const said = system.apps[0]!.output() + worker.output();
    expect(said).toContain('"level":50');
    expect(said.split("\n").filter((line) => /canary/i.test(line) || line.includes(token) || line.includes("203.0.113.77") || line.includes("$argon2"))).toEqual([]);
  });
});
