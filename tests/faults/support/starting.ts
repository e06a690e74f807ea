import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");

export interface Started {
  child: ChildProcess;
  output(): string;
  /** Resolves with what it printed once it matches; rejects when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<{ code: number | null; output: string; ms: number }>;
}

/** Starts the product as its commands do, for better or worse. */
export function startVouch(mode: string, env: Record<string, string>): Started {
  const began = Date.now();
  const child = spawn(process.execPath, [path.join(root, "scripts/start.mjs"), mode], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<{ code: number | null; output: string; ms: number }>((resolve) => child.on("close", (code) => resolve({ code, output, ms: Date.now() - began })));
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output);
        if (found) resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then(({ code }) => reject(new Error(`It ended with ${code} without saying ${pattern}:\n${output}`)));
    });
  return { child, output: () => output, says, ended };
}

/** What was printed, without the lines that say what a start is doing. */
export function linesOf(output: string): string[] {
  return output.split("\n").map((line) => line.trim()).filter((line) => line && !/"level":(10|20|30)/.test(line));
}
