/** The fewest people of a group with a percentage. */
export const WITH_PERCENT = 20;

/**
 * What may be shown of a share: of 20 people and more percent in steps of 5, capped at 5 and 95; of fewer a
 * third (1, 2, 3), since an exact percentage of a small group gives its counts back (PULSE.md, section 3).
 */
export function shownShare(part: number, people: number): number {
  if (people < WITH_PERCENT) return part * 3 < people ? 1 : part * 3 <= people * 2 ? 2 : 3;
  return Math.min(95, Math.max(5, Math.round((part / people) * 20) * 5));
}
