/**
 * A small seeded generator, so that the demo company is the same every time.
 * mulberry32 by Tommy Ettinger (public domain); good enough for names and pictures, not for secrets.
 */
export interface Random {
  /** A number from 0 up to, and not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** A number from `low` up to `high`. */
  between(low: number, high: number): number;
  /** One of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[];
  /** True with the probability `p`. */
  chance(p: number): boolean;
  bytes(count: number): Buffer;
  /** Formed like a random UUID (version 4). */
  uuid(): string;
}

/** A generator that gives the same numbers for the same name. */
export function seededRandom(name: string): Random {
  let state = hashOf(name);

  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const bytes = (count: number) => Buffer.from(Array.from({ length: count }, () => whole(0, 255)));

  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    pick: (list) => {
      if (list.length === 0) throw new RangeError("Nothing to pick from.");
      return list[whole(0, list.length - 1)] as (typeof list)[number];
    },
    shuffled: (list) => {
      const mixed = [...list];
      for (let at = mixed.length - 1; at > 0; at--) {
        const other = whole(0, at);
        [mixed[at], mixed[other]] = [mixed[other] as (typeof list)[number], mixed[at] as (typeof list)[number]];
      }
      return mixed;
    },
    chance: (p) => next() < p,
    bytes,
    uuid: () => {
      const hex = bytes(16).toString("hex");
      const variant = "89ab"[whole(0, 3)];
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

/** FNV-1a, 32 bits. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
