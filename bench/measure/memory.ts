import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { median } from "./statistics";

const KILOBYTE = 1024;

/** Proportional set size of a process in bytes: shared pages count in part. Null where the system does not tell (not Linux). */
export async function proportionalSetSize(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(text)?.[1];
  return kilobytes ? Number(kilobytes) * KILOBYTE : null;
}

/** What a process holds while `work` runs: the median of a sample every quarter second, and the largest. */
export async function watchMemory(pid: number, work: () => Promise<unknown>): Promise<{ usual: number; largest: number }> {
  const samples: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      samples.push((await proportionalSetSize(pid)) ?? NaN);
      await sleep(250);
    }
  })();
  try {
    await work();
  } finally {
    isOver = true;
    await watching;
  }
  return { usual: median(samples), largest: Math.max(...samples) };
}
