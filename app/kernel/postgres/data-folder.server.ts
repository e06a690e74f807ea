import { randomBytes } from "node:crypto";
import { link, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { orStartFailure, StartFailure } from "./start-failure";

const CREDENTIALS = "database-credentials.json";
/** What we leave behind when killed on the very first start, and what a freshly made file system holds. */
const HARMLESS = /^(database-credentials\.json\.\d+|lost\+found|\.DS_Store)$/;

export interface Credentials {
  /** Password of the superuser, which only the supervisor uses. */
  supervisor: string;
  /** Password of the role that owns the database, which everything else uses. */
  application: string;
}

/**
 * Makes `folder` Vouch's own on the first start and recognises it afterwards. The file that it is known by holds the
 * passwords of the database in it.
 * @throws StartFailure when the folder can't be written or holds something else
 */
export async function claimDataFolder(folder: string): Promise<Credentials> {
  return orStartFailure(folder, async () => {
    // When we are root, PostgreSQL runs as another user and must pass through.
    await makeFolder(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    const entries = await readdir(folder);
    if (entries.includes(CREDENTIALS)) return readCredentials(folder);
    if (entries.some((entry) => !HARMLESS.test(entry))) {
      throw new StartFailure(`The folder ${folder} holds something that is not Vouch's: name another one in VOUCH_DATA.`);
    }
    return writeCredentials(folder);
  });
}

/** Node's own recursive mkdir never ends where a file system refuses folders with "not found" (/proc). */
async function makeFolder(folder: string, mode: number): Promise<void> {
  try {
    await mkdir(folder, { mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || (await exists(dirname(folder)))) throw error;
    await makeFolder(dirname(folder), 0o755);
    await mkdir(folder, { mode });
  }
}

const exists = (path: string) => stat(path).then(() => true, () => false);

async function readCredentials(folder: string): Promise<Credentials> {
  try {
    const { supervisor, application } = JSON.parse(await readFile(join(folder, CREDENTIALS), "utf8"));
    if (typeof supervisor === "string" && typeof application === "string") return { supervisor, application };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new StartFailure(`The passwords in ${join(folder, CREDENTIALS)} can't be read: restore the file from a backup.`);
}

async function writeCredentials(folder: string): Promise<Credentials> {
  const password = () => randomBytes(24).toString("base64url");
  const credentials = { supervisor: password(), application: password() };
  const draft = join(folder, `${CREDENTIALS}.${process.pid}`);
  await rm(draft, { force: true });
  await writeFile(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600, flush: true });
  // Linked once complete: killed before, there is no half file; and of two that start together the first one counts.
  await link(draft, join(folder, CREDENTIALS)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(draft);
  return readCredentials(folder);
}
