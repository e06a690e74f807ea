import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { connect, disconnect } from "~/kernel/db.server";
import { startApp, type App } from "../../support/app";
import { createDatabase, type ScratchDatabase } from "../../support/database";
import { foundCompany, PEOPLE, signedIn, type Company, type PersonName } from "./company";

export interface SystemOptions {
  /** Web processes on the one database. */
  processes?: number;
  env?: Record<string, string>;
  /** The address of the database as the processes are told it; the tests keep their own way. */
  via?: (url: string) => Promise<string>;
  /** More to have there before the processes start. */
  prepare?: (company: Company) => Promise<void>;
}

/** Built processes of the product on a company of this file's own, and the tests' own way into its database. */
export function useSystem({ processes = 1, env = {}, via = async (url) => url, prepare }: SystemOptions = {}) {
  let database: ScratchDatabase;
  let folder: string;
  let company: Company;
  let databaseUrl: string;
  const apps: App[] = [];
  const cookies = {} as Record<PersonName, string>;
  const start = () => startApp({ mode: "web", databaseUrl, dataFolder: path.join(folder, "data"), env });
  beforeAll(async () => {
    database = await createDatabase();
    connect(database.url);
    folder = await mkdtemp(path.join(tmpdir(), "vouch-system-"));
    company = await foundCompany();
    for (const name of PEOPLE) cookies[name] = await signedIn(company.people[name]);
    await prepare?.(company);
    databaseUrl = await via(database.url);
    apps.push(...(await Promise.all(Array.from({ length: processes }, start))));
  });
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.stop()));
    await disconnect();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get url() {
      return apps[0]!.url;
    },
    get apps() {
      return apps;
    },
    get company() {
      return company;
    },
    get cookies() {
      return cookies;
    },
    get databaseUrl() {
      return database.url;
    },
    get dataFolder() {
      return path.join(folder, "data");
    },
    /** Starts one more process, or the same installation anew. */
    async start(index = apps.length): Promise<App> {
      return (apps[index] = await start());
    },
    /** What the processes said about themselves that no request should make them say. */
    complaints(): string[] {
      return apps.flatMap((app) => app.output().split("\n").filter((line) => /"level":(50|60)|unheard|\bat .*\.js:\d+:\d+/.test(line)));
    },
  };
}

export type System = ReturnType<typeof useSystem>;

/** Full counts in `npm run test:deep`, a sample otherwise. */
export const isDeep = process.env.VOUCH_DEEP === "1";
