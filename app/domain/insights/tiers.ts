/**
 * What may be said of a group, by how many people it holds; PULSE.md section 3, step 4. Numbers of a group
 * are told in steps so wide that at least two counts fit into each, so that none can be read back.
 */

/** The fewest people that a group with figures holds. */
export const SMALLEST_GROUP = 5;
/** From so many on: tenths for a department, numbers for a whole audience. */
export const DETAIL_FROM = 20;

/** exact: numbers; detail: tenths; band: thirds; hidden: nothing. */
export type Tier = "exact" | "detail" | "band" | "hidden";

/** 0 for 5 to 9 people, 1 for 10 to 19, 2 for 20 and more. */
export function bandOf(size: number): number {
  return size < 10 ? 0 : size < DETAIL_FROM ? 1 : 2;
}

/** 0 for under a tenth … 9 for nine tenths and more, all included. */
export function tenthOf(count: number, size: number): number {
  return Math.min(9, Math.floor((10 * count) / size));
}

/** 0 for under a third, 2 for over two thirds, 1 for what lies between. */
export function thirdOf(count: number, size: number): number {
  if (3 * count < size) return 0;
  return 3 * count > 2 * size ? 2 : 1;
}

/** A count as its tier tells it; null where nothing may be told. */
export function stepOf(tier: Tier, count: number, size: number): number | null {
  if (tier === "exact") return count;
  if (tier === "detail") return tenthOf(count, size);
  return tier === "band" ? thirdOf(count, size) : null;
}
