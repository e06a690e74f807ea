import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const RUN = fileURLToPath(new URL("./run.mjs", import.meta.url));

export interface Child {
  process: ChildProcess;
  /** Resolves when the child has printed this text; rejects when it ends before. */
  says(text: string): Promise<void>;
  /** Exit code and all that was printed. */
  ended: Promise<{ code: number | null; output: string }>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** Starts a TypeScript file in a node process of its own; its default export gets the arguments. */
export function startChild(file: URL, ...args: string[]): Child {
  const child = spawn(process.execPath, [RUN, fileURLToPath(file), ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, output })),
  );
  return {
    process: child,
    ended,
    says: (text) =>
      new Promise((resolve, reject) => {
        const check = () => output.includes(text) && resolve();
        listeners.add(check);
        check();
        void ended.then(() => reject(new Error(`The child ended without saying "${text}":\n${output}`)));
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
