import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Binaries } from "./binaries.server";
import type { Credentials } from "./data-folder.server";
import type { Identity } from "./identity.server";
import { isAlive } from "./server-process.server";
import type { ServerOptions } from "./settings.server";
import { StartFailure } from "./start-failure";

/** The folder of PostgreSQL's own files. */
export function clusterFolder(dataFolder: string): string {
  return join(dataFolder, "postgres");
}

export const SUPERVISOR = "postgres";

interface Context {
  identity: Identity;
  binaries: Binaries;
  credentials: Credentials;
  options: ServerOptions;
}

/**
 * Makes the cluster on the first start. It is made apart and renamed when complete: killed before, there is none.
 *
 * Text sorts by code point and upper and lower case are Unicode's (C.UTF-8, built into PostgreSQL), the same on every
 * machine whatever its system offers; lists for people say `COLLATE "und-x-icu"`.
 *
 * @throws StartFailure when the folder holds something else or another major version
 */
export async function ensureCluster(dataFolder: string, context: Context): Promise<void> {
  const cluster = clusterFolder(dataFolder);
  await removeHalfMade(dataFolder);
  if (await isUsable(cluster, context.binaries)) return;

  const workshop = join(dataFolder, `postgres.init-${process.pid}`);
  await rm(workshop, { recursive: true, force: true });
  try {
    await create(workshop, context);
    await rename(join(workshop, "cluster"), cluster).catch(async (error: NodeJS.ErrnoException) => {
      // Another process that started at the same time was quicker.
      if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes(error.code ?? "")) throw error;
      if (!(await isUsable(cluster, context.binaries))) throw error;
    });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function create(workshop: string, { identity, binaries, credentials, options }: Context): Promise<void> {
  const passwordFile = join(workshop, "password");
  await mkdir(workshop, { mode: 0o700 });
  await identity.own(workshop);
  await writeFile(passwordFile, `${credentials.supervisor}\n`, { mode: 0o600 });
  await identity.own(passwordFile);
  const { code, output } = await identity.run(binaries.initdb, [
    `--pgdata=${join(workshop, "cluster")}`,
    `--username=${SUPERVISOR}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--data-checksums",
    "--no-instructions",
    ...(options.durable ? [] : ["--no-sync"]),
  ]);
  if (code !== 0) throw new StartFailure(`PostgreSQL could not make its files in ${workshop}: ${lastLine(output)}`);
}

/** Whether there is a cluster of our major version; false when there is nothing yet. */
async function isUsable(cluster: string, { majorVersion }: Binaries): Promise<boolean> {
  const entries = await readdir(cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (entries.length === 0) return false;
  const version = (await readFile(join(cluster, "PG_VERSION"), "utf8").catch(() => "")).trim();
  if (version === majorVersion) return true;
  throw new StartFailure(
    version === ""
      ? `The folder ${cluster} holds something that is not Vouch's: name another data folder in VOUCH_DATA.`
      : `The data in ${cluster} was written by PostgreSQL ${version}, and this Vouch brings ${majorVersion}: ` +
        `restore a backup into an empty folder.`,
  );
}

async function removeHalfMade(dataFolder: string): Promise<void> {
  for (const entry of await readdir(dataFolder)) {
    const maker = /^postgres\.init-(\d+)$/.exec(entry)?.[1];
    if (maker && !isAlive(Number(maker))) await rm(join(dataFolder, entry), { recursive: true, force: true });
  }
}

/** What a program said last, as a sentence. */
export function lastLine(output: string): string {
  return `${output.split("\n").at(-1)?.trim().replace(/\.$/, "") || "it gave no reason"}.`;
}
