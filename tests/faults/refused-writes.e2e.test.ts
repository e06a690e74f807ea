import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { photo } from "../support/pictures";
import { fingerprint } from "../attacks/support/fingerprint";
import { readForms } from "../attacks/support/forms";
import { multipart } from "../attacks/support/multipart";
import { send } from "../attacks/support/sending";
import { useSystem } from "../attacks/support/system";

const folder = await mkdtemp(path.join(tmpdir(), "vouch-full-"));
const full = path.join(folder, "full");
const preload = path.join(folder, "full-disk.mjs");
// While the flag is there every write to a file handle fails as on a full disk.
await writeFile(preload, `
  import { existsSync } from "node:fs";
  import { open } from "node:fs/promises";
  const handle = await open("/dev/null");
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  for (const name of ["appendFile", "writeFile", "write", "writev", "sync", "datasync"]) {
    const real = prototype[name];
    prototype[name] = async function (...args) {
      if (existsSync(${JSON.stringify(full)})) throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC", syscall: "write", errno: -28 });
      return real.apply(this, args);
    };
  }`);

const system = useSystem({ env: { NODE_OPTIONS: `--import ${preload}` } });

let admin: pg.Client;
beforeAll(async () => {
  admin = new pg.Client(system.databaseUrl);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await rm(folder, { recursive: true, force: true });
});

const remark = (body: string) =>
  send(system.url, `/messages/${system.company.thing("message", "published for all").id}/remarks`, { cookie: system.cookies.employee, form: { id: crypto.randomUUID(), kind: "comment", body } });
const theme = (value: string) => send(system.url, "/settings?index", { cookie: system.cookies.employee, form: { language: "it", theme: value, timeZone: "", quiet: "company", quietFrom: "", quietUntil: "" } });

describe("what can't be saved", () => {
  it("is never said to be, while the database takes no writes; reading goes on", async () => {
    const name = new URL(system.databaseUrl).pathname.slice(1);
    const before = await fingerprint();
    const readOnly = async (on: boolean) => {
      await admin.query(`SET default_transaction_read_only = off; ALTER DATABASE ${name} ${on ? "SET default_transaction_read_only = on" : "RESET default_transaction_read_only"}`);
      await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'vouch%'");
    };
    await readOnly(true);
    await send(system.url, "/", { cookie: system.cookies.employee });
    for (const answer of [await remark("unsaved"), await theme("dark")]) {
      expect(answer.status).toBe(503);
      expect(answer.headers["retry-after"]).toBe("30");
      expect(answer.body).not.toMatch(/25006|read-only transaction|Prisma/);
    }
    expect((await send(system.url, "/settings", { cookie: system.cookies.employee })).status).toBe(200);
    expect((await send(system.url, "/", { cookie: system.cookies.employee })).status).toBe(200);
    await readOnly(false);
    await send(system.url, "/", { cookie: system.cookies.employee });
    expect(await fingerprint()).toEqual(before);
    expect((await remark("saved")).status).toBe(302);
  });

  it("is half saved nowhere when the database's disk is full at the last step", async () => {
    await admin.query(`
      CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER disk_full BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION disk_full()`);
    const before = await fingerprint();
    const { publisher, administrator } = system.cookies;
    const draft = system.company.thing("message", "draft for all").id;
    const answers = [
      await remark("no room"),
      await send(system.url, `/studio/messages/${draft}/publication`, { cookie: publisher, form: { act: "now", intent: "publish", revision: "1" } }),
      await send(system.url, "/admin/departments?index", { cookie: administrator, form: { name: "Nuovo", parentId: system.company.departments.it } }),
      await send(system.url, `/admin/people/${system.company.people.colleague.id}/leaving`, { cookie: administrator, form: { act: "leave" } }),
    ];
    await admin.query("DROP TRIGGER disk_full ON event; DROP FUNCTION disk_full()");
    expect(answers.map(({ status }) => status).filter((status) => status === 503).length).toBeGreaterThanOrEqual(3);
    for (const { status } of answers) expect([422, 503]).toContain(status);
    expect(await fingerprint()).toEqual(before);
  });

  it("as a picture, for want of room, is refused with a sentence, and what was typed is kept", async () => {
    const address = `/studio/library/${system.company.thing("post", "draft for all").id}`;
    const page = await send(system.url, address, { cookie: system.cookies.publisher });
    const form = readForms(page.body, address).find(({ files }) => files.includes("picture"))!;
    const fields = form.fields.map(([name, value]): [string, string] => [name, name === "title" ? "Typed before the disk was full" : value]).filter(([name]) => !["act", "arrange", "removePicture"].includes(name));
    const before = await fingerprint();
    await writeFile(full, "");
    const bytes = await photo(900, 600).png().toBuffer();
    const answer = await send(system.url, form.action, { cookie: system.cookies.publisher, ...multipart(system.url, fields, { name: "picture", fileName: "a.png", type: "image/png", bytes }) });
    await rm(full);
    expect([422, 503]).toContain(answer.status);
    expect(answer.body).toContain("Typed before the disk was full");
    expect(answer.body).not.toMatch(/ENOSPC/);
    expect(await fingerprint()).toEqual(before);
  });

  it("of a visit does not keep the visitor from where they want to go", async () => {
    await writeFile(full, "");
    const answer = await send(system.url, "/l/bcdfghj2");
    await rm(full);
    expect(answer.status).toBe(302);
    expect((await send(system.url, "/l/bcdfghj2")).status).toBe(302);
    expect(system.apps[0]!.output()).toContain("a visit could not be counted");
  });
});
