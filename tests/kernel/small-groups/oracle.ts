import fc from "fast-check";
import type { TreeNode } from "~/kernel/small-groups/tree-rule";

/** The people of each group, as the columns of a matrix with a row for each group. */
export type Rows = number[][];

/** Numbers everybody in the tree and gives, for each node, who is in it or under it. */
export function membersOf(nodes: readonly TreeNode[]): Map<string, number[]> {
  const members = new Map<string, number[]>(nodes.map(({ id }) => [id, []]));
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId]));
  let next = 0;
  for (const { id, own } of nodes)
    for (let i = 0; i < own; i++, next++)
      for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) members.get(at)?.push(next);
  return members;
}

export function rowsOf(groups: Iterable<readonly number[]>, people: number): Rows {
  return [...groups].map((group) => Array.from({ length: people }, (_, person) => (group.includes(person) ? 1 : 0)));
}

/**
 * The exact oracle of PULSE.md section 3: no non-zero combination of the rows touches fewer than k
 * people, that is, leaving out any k − 1 people never lowers the rank.
 */
export function isSafe(rows: Rows, people: number, k: number): boolean {
  const whole = rank(rows);
  return subsets(people, Math.min(k - 1, people)).every(
    (left) => rank(rows.map((row) => row.filter((_, person) => !left.includes(person)))) === whole,
  );
}

function subsets(people: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: Math.max(0, people - from) }, (_, i) => from + i).flatMap((first) =>
    subsets(people, size - 1, first + 1).map((others) => [first, ...others]),
  );
}

/** By elimination modulo a prime far above any minor of 0/1 matrices this small (14! < 2^37, here ≤ 3,000). */
const PRIME = 1_000_003;

export function rank(rows: Rows): number {
  const left = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0) && found < left.length; column++) {
    const at = left.findIndex((row, i) => i >= found && row[column] !== 0);
    if (at < 0) continue;
    [left[found], left[at]] = [left[at]!, left[found]!];
    const pivot = left[found]!;
    for (let i = found + 1; i < left.length; i++) {
      const [factor, scale] = [left[i]![column]!, pivot[column]!];
      if (factor) left[i] = left[i]!.map((value, j) => (((value * scale - pivot[j]! * factor) % PRIME) + PRIME) % PRIME);
    }
    found++;
  }
  return found;
}

/** Trees of at most 9 nodes and `people` people; some parents are empty, some nodes too. */
export function trees(people: number): fc.Arbitrary<TreeNode[]> {
  return fc
    .array(fc.record({ parent: fc.nat(), own: fc.integer({ min: 0, max: 6 }) }), { minLength: 1, maxLength: 9 })
    .map((drawn) => {
      let left = people;
      return drawn.map(({ parent, own }, i) => {
        const here = Math.min(own, left);
        left -= here;
        return { id: `n${i}`, parentId: i === 0 ? null : `n${parent % i}`, own: here };
      });
    });
}
