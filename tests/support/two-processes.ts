import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { DEMO_PASSWORD } from "../../prisma/seed/aurora/people";
import { send } from "../attacks/support/sending";
import { startApp, type App } from "./app";
import { createDatabase, type ScratchDatabase } from "./database";

/** The demo company in two web processes on one database and one data folder, without a worker. */
export function useTwoProcesses() {
  let database: ScratchDatabase;
  let folder: string;
  let one: App, other: App;
  const start = (env?: Record<string, string>) => startApp({ mode: "web", databaseUrl: database.url, dataFolder: folder, env });
  beforeAll(async () => {
    database = await createDatabase({ template: inject("demoDatabase") });
    folder = await mkdtemp(path.join(tmpdir(), "vouch-two-"));
    await cp(inject("demoFolder"), folder, { recursive: true });
    [one, other] = await Promise.all([start(), start()]);
  });
  afterAll(async () => {
    await Promise.all([one?.stop(), other?.stop()]);
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get one() {
      return one;
    },
    get other() {
      return other;
    },
    get databaseUrl() {
      return database.url;
    },
    get dataFolder() {
      return folder;
    },
    /** Kills the first process (-9) and does `meanwhile`; then it serves again at the same address. */
    async without(meanwhile: () => Promise<void>): Promise<void> {
      const { port } = new URL(one.url);
      await one.kill();
      await meanwhile();
      one = await start({ PORT: port });
    },
  };
}

/** Signs in by the form, without a browser. @param who the part before the @ of their address @returns the value of the Cookie header */
export async function cookieOf(url: string, who: string): Promise<string> {
  const { headers } = await send(url, "/sign-in", { form: { identifier: `${who}@aurora.example`, password: DEMO_PASSWORD } });
  return (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
}
