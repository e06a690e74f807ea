import { spawn, type ChildProcess } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { createDatabase, type ScratchDatabase } from "./database";

const root = path.resolve(import.meta.dirname, "../..");

export interface App {
  /** Without a trailing slash. */
  url: string;
  /** All that the process printed. */
  output(): string;
  /** Ctrl-C. Resolves with the exit code. */
  stop(): Promise<number | null>;
  /** kill -9. */
  kill(): Promise<void>;
}

export interface AppOptions {
  mode?: "all" | "demo" | "web" | "worker";
  databaseUrl?: string;
  dataFolder: string;
  env?: Record<string, string>;
}

/** A real process of the built product on a free loopback port; resolves once it serves. */
export async function startApp({ mode = "all", databaseUrl, dataFolder, env = {} }: AppOptions): Promise<App> {
  const child = spawn(process.execPath, [path.join(root, "scripts/start.mjs"), mode], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      VOUCH_DATA: dataFolder,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const ready = mode === "worker" ? /Vouch works on its queue/ : /Vouch runs at (http:\S+)/;
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const said = ready.exec(output);
      if (said) resolve(said[1] ?? "");
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then((code) => reject(new Error(`The process ended with ${code} before it served:\n${output}`)));
  });
  return { url, output: () => output, stop: () => end(child, "SIGINT", ended), kill: async () => void (await end(child, "SIGKILL", ended)) };
}

function end(child: ChildProcess, signal: NodeJS.Signals, ended: Promise<number | null>): Promise<number | null> {
  if (child.exitCode === null) child.kill(signal);
  return ended;
}

/** The demo company in a running server of this file's own, with a worker. */
export function useDemo(options: { env?: Record<string, string> } = {}) {
  let database: ScratchDatabase;
  let folder: string;
  let app: App;
  beforeAll(async () => {
    database = await createDatabase({ template: inject("demoDatabase") });
    folder = await mkdtemp(path.join(tmpdir(), "vouch-e2e-"));
    await cp(inject("demoFolder"), path.join(folder, "data"), { recursive: true });
    app = await startApp({ databaseUrl: database.url, dataFolder: path.join(folder, "data"), env: options.env });
  });
  afterAll(async () => {
    await app?.stop();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get url() {
      return app.url;
    },
    get databaseUrl() {
      return database.url;
    },
    get dataFolder() {
      return path.join(folder, "data");
    },
    get app() {
      return app;
    },
    /** Starts the same installation anew, as after a crash or a stop. */
    async restart() {
      app = await startApp({ databaseUrl: database.url, dataFolder: path.join(folder, "data"), env: options.env });
    },
  };
}
