/** The clock is injected so that tests and the demo's seed can tell it what time it is. */
export interface Clock {
  /** The current moment. */
  now(): Date;
}

const systemClock: Clock = { now: () => new Date() };
let current: Clock = systemClock;

/** The current moment, by the clock in force. */
export function now(): Date {
  return current.now();
}

/** Puts another clock in force and returns the way back to the one before. */
export function useClock(clock: Clock): () => void {
  const before = current;
  current = clock;
  return () => {
    current = before;
  };
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The moment `milliseconds` after `from` (or before it, when negative). */
export function after(milliseconds: number, from: Date = now()): Date {
  return new Date(from.getTime() + milliseconds);
}
