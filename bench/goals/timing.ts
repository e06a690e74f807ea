import type pg from "pg";
import type { Statement } from "../measure/plan";
import { median } from "../measure/statistics";

/** Calls one after the other, `calls` for each of `subjects` in turn. @returns the median of their times in milliseconds */
export async function timeEach(subjects: number, calls: number, call: (nth: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < calls; round++) {
    for (let nth = 0; nth < subjects; nth++) {
      const began = performance.now();
      await call(nth);
      times.push(performance.now() - began);
    }
  }
  return median(times);
}

/** Milliseconds that one piece of work takes. */
export async function timeOnce(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The one statement that a read of the product sends: F3 sends the same. @throws Error when it sends none or several */
export async function captureStatement(pool: pg.Pool, read: () => Promise<unknown>): Promise<Statement> {
  const seen: Statement[] = [];
  const query = pool.query;
  const spy = (config: Statement, ...rest: unknown[]) => {
    seen.push({ text: config.text, values: config.values });
    return (query as (...args: unknown[]) => unknown).call(pool, config, ...rest);
  };
  pool.query = spy as typeof pool.query;
  try {
    await read();
  } finally {
    pool.query = query;
  }
  if (seen.length !== 1) throw new Error(`A read that should be one statement sent ${seen.length}.`);
  return seen[0]!;
}
