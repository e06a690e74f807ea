import { execFile } from "node:child_process";
import { readFile, readlink, realpath, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const execute = promisify(execFile);

export interface RunningServer {
  pid: number;
  port: number;
}

/**
 * What the cluster's own pid file says, if that process really is a PostgreSQL of this cluster. After a crash the file
 * stays behind and its number may belong to anything by now.
 */
export async function findRunningServer(cluster: string): Promise<RunningServer | null> {
  const lines = (await readFile(pidFile(cluster), "utf8").catch(() => "")).split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0 || !(await isServerOf(pid, cluster))) return null;
  // The port is written a moment after the number.
  return { pid, port: Number.isInteger(port) ? port : 0 };
}

/** Removes a pid file whose server is gone: PostgreSQL itself refuses to start when its number is in use again. */
export async function removeStalePidFile(cluster: string): Promise<void> {
  if (!(await findRunningServer(cluster))) await rm(pidFile(cluster), { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Resolves to whether the server ended within the time. */
export async function hasEnded(pid: number, cluster: string, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; await isServerOf(pid, cluster); await sleep(20)) {
    if (Date.now() > end) return false;
  }
  return true;
}

/**
 * Whether process `pid` is a PostgreSQL of this cluster: it was started with the cluster's folder or works inside it.
 * One that ended and was not collected by its parent (node as process 1 of a container) is none.
 */
export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const folders = [cluster, await realpath(cluster).catch(() => cluster)];
  if (process.platform === "linux") {
    // Of another user's process root itself may not see the working folder in a container, but always the command.
    const command = (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).split("\0");
    const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => "");
    if (basename(command[0] ?? "") !== "postgres") return false;
    return folders.some((path) => command.includes(path) || workingFolder === path);
  }
  if (process.platform === "win32") return true;
  const { stdout } = await execute("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return stdout.includes("postgres") && folders.some((path) => stdout.includes(path));
}

/** A loopback port that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

function pidFile(cluster: string): string {
  return join(cluster, "postmaster.pid");
}
