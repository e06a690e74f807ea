import { Conflict } from "./errors";

/**
 * The rule of every editor that knows which revision it was filled in from: nobody overwrites what they
 * have not seen. A save that would change nothing is no conflict, whatever it was filled in from: it is
 * the same save sent twice, by a second press or a lost answer.
 * @param changes whether the save would change what stands
 * @throws Conflict
 */
export function refuseStale(thing: string, { isStale, changes }: { isStale: boolean; changes: boolean }): void {
  if (isStale && changes) throw new Conflict(thing);
}
