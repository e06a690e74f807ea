import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptBlocks, blockOfEach, type Block, type TreeNode } from "~/kernel/small-groups/tree-rule";
import { isSafe, membersOf, rowsOf, trees } from "./oracle";

const node = (id: string, parentId: string | null, own: number): TreeNode => ({ id, parentId, own });
const under = (parentId: string, sizes: Record<string, number>) => Object.entries(sizes).map(([id, own]) => node(id, parentId, own));
const accepted = (nodes: TreeNode[], k = 5) => [...acceptBlocks(nodes, k).keys()].sort();

describe("acceptBlocks", () => {
  it("decides the examples of PULSE.md", () => {
    expect(accepted([node("root", null, 0), ...under("root", { a: 20, b: 6, c: 3 })])).toEqual(["a", "root"]);
    expect(accepted([node("root", null, 0), ...under("root", { a: 5, b: 5, c: 4 })])).toEqual(["a", "root"]);
    expect(
      accepted([node("root", null, 0), node("X", "root", 0), ...under("X", { X1: 10, X2: 10 }), ...under("root", { Y: 30, Z: 3 })]),
    ).toEqual(["X1", "Y", "root"]);
    expect(accepted([node("root", null, 4)])).toEqual([]);
  });

  it("counts people directly in a parent as its remainder", () => {
    expect(accepted([node("root", null, 4), ...under("root", { a: 10 })])).toEqual(["root"]);
    expect(accepted([node("root", null, 5), ...under("root", { a: 10 })])).toEqual(["a", "root"]);
    expect(accepted([node("root", null, 0), ...under("root", { a: 10 })])).toEqual(["a", "root"]);
  });

  it("says how much of a block is in none below, and where everybody counts", () => {
    const nodes = [node("root", null, 1), ...under("root", { a: 20, b: 6, c: 3 })];
    const blocks = acceptBlocks(nodes, 5);
    expect(blocks.get("root")).toEqual({ id: "root", aboveId: null, size: 30, rest: 10 });
    expect(blocks.get("a")).toEqual({ id: "a", aboveId: "root", size: 20, rest: 20 });
    expect(Object.fromEntries(blockOfEach(nodes, blocks))).toEqual({ root: "root", a: "a", b: "root", c: "root" });
  });

  it("gives the same blocks whatever order the nodes come in", () => {
    fc.assert(
      fc.property(trees(40), fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.nat()), (nodes, k, order) => {
        const shuffled = [...nodes].map((each) => ({ each, at: order.next().value as number })).sort((a, b) => a.at - b.at);
        expect([...acceptBlocks(shuffled.map(({ each }) => each), k)]).toEqual([...acceptBlocks(nodes, k)]);
      }),
    );
  });

  it("leaves no group of fewer than k to any combination, and hides no node that could be shown", () => {
    fc.assert(
      fc.property(trees(14), fc.integer({ min: 2, max: 4 }), (nodes, k) => {
        const { members, people, rows } = matrix(nodes, acceptBlocks(nodes, k));
        expect(isSafe(rows, people, k)).toBe(true);
        for (const { id } of nodes) {
          const group = members.get(id)!;
          if (acceptBlocks(nodes, k).has(id) || group.length === 0) continue;
          expect(isSafe([...rows, ...rowsOf([group], people)], people, k), `${id} could have been shown`).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("keeps two tiers safe, each at its own k", () => {
    fc.assert(
      fc.property(trees(14), (nodes) => {
        const shown = acceptBlocks(nodes, 2);
        const detailed = acceptBlocks(nodes, 4, shown);
        expect([...detailed.keys()].every((id) => shown.has(id))).toBe(true);
        const { people, rows } = matrix(nodes, detailed);
        expect(isSafe(rows, people, 4)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("is needed in each of its parts: rules without the remainder are caught by the oracle", () => {
    const mutants: Record<string, (nodes: TreeNode[], k: number) => string[]> = {
      "threshold only": (nodes, k) => nodes.filter(({ id }) => membersOf(nodes).get(id)!.length >= k).map(({ id }) => id),
      "remainder of children only, without people directly in the parent": (nodes, k) => {
        const bare = nodes.map((each) => (nodes.some(({ parentId }) => parentId === each.id) ? { ...each, own: 0 } : each));
        return [...acceptBlocks(bare, k).keys()];
      },
      "one less than k may remain": (nodes, k) => {
        const loose = acceptBlocks(nodes, k - 1);
        return nodes.filter(({ id }) => loose.has(id) && membersOf(nodes).get(id)!.length >= k).map(({ id }) => id);
      },
    };
    for (const [name, rule] of Object.entries(mutants)) {
      const outcome = fc.check(
        fc.property(trees(14), fc.integer({ min: 2, max: 4 }), (nodes, k) => {
          const members = membersOf(nodes);
          const people = nodes.reduce((sum, { own }) => sum + own, 0);
          return isSafe(rowsOf(rule(nodes, k).map((id) => members.get(id)!), people), people, k);
        }),
        { numRuns: 400 },
      );
      expect(outcome.failed, name).toBe(true);
    }
  });

  it("decides about 100,000 people in 2,000 departments at once", () => {
    const nodes = Array.from({ length: 2_000 }, (_, i) => node(`d${i}`, i === 0 ? null : `d${Math.floor((i - 1) / 4)}`, (i * 37) % 101));
    const startedAt = performance.now();
    const blocks = acceptBlocks(nodes, 5);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(blocks.get("d0")!.size).toBeGreaterThan(95_000);
    expect(blocks.size).toBeGreaterThan(1_700);
  });

  it("survives a chain of 2,000 departments", () => {
    const nodes = Array.from({ length: 2_000 }, (_, i) => node(`d${i}`, i === 0 ? null : `d${i - 1}`, 5));
    expect(acceptBlocks(nodes, 5).size).toBe(2_000);
  });
});

function matrix(nodes: TreeNode[], blocks: ReadonlyMap<string, Block>) {
  const members = membersOf(nodes);
  const people = nodes.reduce((sum, { own }) => sum + own, 0);
  return { members, people, rows: rowsOf([...blocks.keys()].map((id) => members.get(id)!), people) };
}
