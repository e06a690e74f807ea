/** Whether a difference between two groups is more than chance; formulas of PULSE.md section 4. */

/** Wilson's interval of a proportion, `count` of `n`. @param z of the normal distribution: 1.959964 for 95 % */
export function wilson(count: number, n: number, z: number): [low: number, high: number] {
  const p = count / n;
  const middle = p + (z * z) / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return [Math.max(0, (middle - reach) / whole), Math.min(1, (middle + reach) / whole)];
}

/** Newcombe's interval of the difference of two independent proportions, the first less the second. */
export function newcombe([count1, n1]: [number, number], [count2, n2]: [number, number], z: number): [low: number, high: number] {
  const [p1, p2] = [count1 / n1, count2 / n2];
  const [low1, high1] = wilson(count1, n1, z);
  const [low2, high2] = wilson(count2, n2, z);
  const difference = p1 - p2;
  return [difference - Math.hypot(p1 - low1, high2 - p2), difference + Math.hypot(high1 - p1, p2 - low2)];
}

/** Two-sided 1 % in all, shared out over up to 10, 100 or more comparisons (Bonferroni): z for 0.001, 0.0001, 0.00001. */
export function zFor(comparisons: number): number {
  return comparisons <= 10 ? 3.290527 : comparisons <= 100 ? 3.890592 : 4.417173;
}
