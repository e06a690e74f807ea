import { useClock } from "~/kernel/clock";

/** One thing that somebody did, and when. */
export interface Step {
  at: Date;
  tell(): Promise<void>;
}

/**
 * Tells the steps in the order of their moments, each by the clock of its own. What would come after
 * `end` happens at `end`. The clock is the whole process's: nothing else may run meanwhile.
 */
export async function tellInTime(steps: readonly Step[], end: Date): Promise<void> {
  let moment = end;
  const restore = useClock({ now: () => moment });
  try {
    for (const { at, tell } of [...steps].sort((one, other) => one.at.getTime() - other.at.getTime())) {
      moment = at < end ? at : end;
      await tell();
    }
  } finally {
    restore();
  }
}
