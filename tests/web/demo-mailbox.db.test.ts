import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { query } from "~/kernel/db.server";
import { env, setEnv } from "~/kernel/env.server";
import { NotFound } from "~/kernel/errors";
import { diskCarrier } from "~/kernel/mail/carriers/disk.server";
import { mailboxFolder, useCarrier } from "~/kernel/mail/carrier-in-force.server";
import { sql } from "~/kernel/sql";
import { readDemoMail, readDemoMailbox } from "~/web/demo-mailbox.server";
import { aMail, aParcel } from "../kernel/mail/parcels";
import { useDatabase } from "../support/database";

useDatabase();
const before = env();
let dataFolder: string;
let goBack: () => void;

beforeAll(() =>
  query(sql`INSERT INTO company (name, short_name, language, languages, time_zone, created_at)
    VALUES ('Aurora Bakery', 'Aurora', 'en', '{en}', 'UTC', now())`),
);
beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), "vouch-demo-mailbox-"));
  setEnv({ ...before, dataFolder, host: "127.0.0.1" });
  goBack = useCarrier(diskCarrier(mailboxFolder()));
  await setDemo(true);
});
afterEach(async () => {
  goBack();
  await rm(dataFolder, { recursive: true, force: true });
});
afterAll(() => setEnv(before));

const setDemo = (isDemo: boolean) => query(sql`UPDATE company SET is_demo = ${isDemo}::boolean`);

const asking = (params: Record<string, string> = {}, search = "") =>
  ({ request: new Request(`http://127.0.0.1:3000/dev/mail${search}`), params, context: { memo: {}, setCookie: () => {} } }) as unknown as LoaderFunctionArgs;

describe("the demo's mailbox", () => {
  it("shows mail by pages, newest first, and each mail in both forms", async () => {
    const mails = Array.from({ length: 31 }, (_, minute) => aMail({ queuedAt: new Date(Date.UTC(2026, 10, 21, 10, minute)), subject: `Mail ${minute}` }));
    await diskCarrier(mailboxFolder()).send(aParcel(mails));
    const first = await readDemoMailbox(asking());
    expect(first.mails[0]!.subject).toBe("Mail 30");
    expect((await readDemoMailbox(asking({}, `?after=${first.next}`))).mails.map(({ subject }) => subject)).toEqual(["Mail 0"]);
    const { mail } = await readDemoMail(asking({ name: first.mails[0]!.name }));
    expect(mail).toMatchObject({ to: "ana@aurora.example", html: "<p>Ștefan</p>", text: "Ștefan" });
  });

  it("finds nothing by a name that is none", async () => {
    for (const name of ["", "x", "../../etc/passwd"]) await expect(readDemoMail(asking({ name }))).rejects.toThrow(NotFound);
  });

  it("is not there for a real company", async () => {
    await setDemo(false);
    await expect(readDemoMailbox(asking())).rejects.toThrow(NotFound);
  });

  it("is not there when mail really leaves", async () => {
    useCarrier({ name: "smtp", capacity: 1, send: async () => [] });
    await expect(readDemoMailbox(asking())).rejects.toThrow(NotFound);
  });

  it("is not there where other computers can ask for it", async () => {
    setEnv({ ...env(), host: "0.0.0.0" });
    await expect(readDemoMailbox(asking())).rejects.toThrow(NotFound);
  });
});
