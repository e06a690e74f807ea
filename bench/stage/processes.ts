import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { onEnd } from "./cleanup";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A server that the bench started. */
export interface Running {
  /** "http://127.0.0.1:40123" */
  url: string;
  pid: number;
  /** Ends it and waits until it has ended. */
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 12_000;

/**
 * Starts a server as a process of its own and waits for the line in which it prints its address.
 * @throws Error with what it printed, when it ends or stays silent instead
 */
export async function startServer(name: string, script: string[], env: Record<string, string>, withinMs = 240_000): Promise<Running> {
  const child = spawn(process.execPath, script, { cwd: root, env: { ...plainEnvironment(), NODE_ENV: "production", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    const isOver = await Promise.race([ended.then(() => true), sleep(STOP_WITHIN_MS, false, { ref: false })]);
    if (!isOver) child.kill("SIGKILL");
    await ended;
  };
  onEnd(stop);
  const address = new Promise<string>((resolve) => {
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
      const found = /https?:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (found) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
  });
  const url = await Promise.race([address, ended.then(() => null), sleep(withinMs, null, { ref: false })]);
  if (!url) throw new Error(`${name} did not start:\n${output}`);
  return { url, pid: child.pid!, stop };
}

/** Nothing of the caller's settings: no mail is sent, no other database is used. */
function plainEnvironment(): Record<string, string> {
  const kept = ["PATH", "HOME", "LANG", "TMPDIR", "SystemRoot", "LD_LIBRARY_PATH"];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
