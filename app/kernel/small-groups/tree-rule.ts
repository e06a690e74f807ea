/**
 * Which parts of a tree may have figures of their own, so that no subtraction of them leaves a group
 * smaller than k: complementary suppression for nested groups, counts only. PULSE.md section 3, step 1.
 */

/** A node and the people directly in it, without those further down. */
export interface TreeNode {
  id: string;
  parentId: string | null;
  own: number;
}

/** A node that may have figures. */
export interface Block {
  id: string;
  /** The nearest block above, out of which it is carved; null at the top. */
  aboveId: string | null;
  /** People in it and everything under it. */
  size: number;
  /** Those of them in no block further down: 0, or k and more. */
  rest: number;
}

interface Placed {
  node: TreeNode;
  depth: number;
  size: number;
}

/**
 * The blocks, from the top down. A node is one iff it holds at least k people and the block that it is
 * carved from keeps none, or at least k; nodes under a refused one are still looked at. Every other node
 * would, if it were added, expose fewer than k. Parents that are not among `nodes` make tops; figures of
 * all tops together are one more row, so give it as a node. O(n log n) but for the depth of the tree.
 * @param k the fewest people that a group may be, at least 1
 * @param among only these may become blocks: the blocks of a lower k, for figures of a second tier
 */
export function acceptBlocks(nodes: readonly TreeNode[], k: number, among?: ReadonlyMap<string, unknown>): Map<string, Block> {
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId]));
  const blocks = new Map<string, Block>();
  for (const { node, size } of inOrder(nodes)) {
    if (size < k || (among && !among.has(node.id))) continue;
    const above = nearest(node.parentId, blocks, parents);
    if (!above) {
      blocks.set(node.id, { id: node.id, aboveId: null, size, rest: size });
      continue;
    }
    // Nothing under this node is carved out yet, since the order is by depth: all of it is in `rest`.
    const left = above.rest - size;
    if (left !== 0 && left < k) continue;
    above.rest = left;
    blocks.set(node.id, { id: node.id, aboveId: above.id, size, rest: size });
  }
  return blocks;
}

/** For each node the block that its own people are counted in: itself, or the nearest above; null for none. */
export function blockOfEach(nodes: readonly TreeNode[], blocks: ReadonlyMap<string, Block>): Map<string, string | null> {
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId]));
  return new Map(nodes.map(({ id }) => [id, nearest(id, blocks, parents)?.id ?? null]));
}

function nearest(from: string | null, blocks: ReadonlyMap<string, Block>, parents: ReadonlyMap<string, string | null>): Block | undefined {
  for (let id: string | null = from; id !== null; id = parents.get(id) ?? null) {
    const block = blocks.get(id);
    if (block) return block;
  }
  return undefined;
}

/** By depth, then size descending, then id, so that ties never turn on chance. */
function inOrder(nodes: readonly TreeNode[]): Placed[] {
  const known = new Map<string, Placed>(nodes.map((node) => [node.id, { node, depth: 0, size: node.own }]));
  const children = new Map<string, Placed[]>();
  let level: Placed[] = [];
  for (const placed of known.values()) {
    const parentId = placed.node.parentId;
    if (parentId === null || !known.has(parentId)) level.push(placed);
    else if (children.has(parentId)) children.get(parentId)!.push(placed);
    else children.set(parentId, [placed]);
  }
  const ordered: Placed[] = [];
  for (let depth = 0; level.length > 0; depth++) {
    for (const placed of level) placed.depth = depth;
    ordered.push(...level);
    level = level.flatMap(({ node }) => children.get(node.id) ?? []);
  }
  // From the leaves up, each adds itself to the one above.
  for (const { node, size } of [...ordered].reverse()) {
    const above = node.parentId === null ? undefined : known.get(node.parentId);
    if (above) above.size += size;
  }
  return ordered.sort((a, b) => a.depth - b.depth || b.size - a.size || (a.node.id < b.node.id ? -1 : 1));
}
