import { acceptBlocks, type TreeNode } from "~/kernel/small-groups/tree-rule";
import { DETAIL_FROM, SMALLEST_GROUP, type Tier } from "./tiers";

/** A department of a roster. */
export interface RosterDepartment {
  id: string;
  parentId: string | null;
  name: string;
}

/** A week's tree and how many people were directly in each department. */
export interface Roster {
  id: string;
  departments: RosterDepartment[];
  people: ReadonlyMap<string, number>;
}

/** A department in an audience, and what may be said of it. */
export interface CarvedBlock {
  departmentId: string;
  /** Null under the whole audience. */
  parentId: string | null;
  name: string;
  tier: Exclude<Tier, "exact">;
  /** People of the audience in it and under it. */
  size: number;
}

export interface Carving {
  /** Everybody in the audience. */
  size: number;
  tier: Exclude<Tier, "detail">;
  blocks: CarvedBlock[];
  /** From a department's id to those above it within the audience, itself first; `WHOLE` stands last. */
  pathOf(departmentId: string): string[];
}

/** Names the audience as a whole among the departments' ids. */
export const WHOLE = "";

/** Which departments of an audience may have figures, and how fine. The same roster and audience give the same blocks. */
export function carve({ departments, people }: Roster, audience: readonly string[]): Carving {
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]));
  const paths = pathsWithin(departments.map(({ id }) => id), parents, new Set(audience));
  const tops = new Set([...paths.values()].map((path) => path.at(-1)!));
  // An audience of one department is that department: it makes no second row.
  const only = tops.size === 1 ? [...tops][0]! : null;
  const nodeId = (id: string) => (id === only ? WHOLE : id);
  const nodes: TreeNode[] = only === null ? [{ id: WHOLE, parentId: null, own: 0 }] : [];
  for (const [id, [, above]] of paths)
    nodes.push({ id: nodeId(id), parentId: id === only ? null : nodeId(above ?? WHOLE), own: people.get(id) ?? 0 });

  const shown = acceptBlocks(nodes, SMALLEST_GROUP);
  const detailed = acceptBlocks(nodes, DETAIL_FROM, shown);
  const pathOf = (id: string) => [...(paths.get(id) ?? []).filter((each) => each !== only), ...(paths.has(id) ? [WHOLE] : [])];
  const sizes = sumUpwards(people, pathOf);
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const blocks = nodes.flatMap(({ id, parentId }): CarvedBlock[] => {
    const size = sizes.get(id) ?? 0;
    if (id === WHOLE || size === 0) return [];
    const tier = detailed.has(id) ? "detail" : shown.has(id) ? "band" : "hidden";
    return [{ departmentId: id, parentId: parentId === WHOLE ? null : parentId, name: names.get(id)!, tier, size }];
  });
  const tier = detailed.has(WHOLE) ? "exact" : shown.has(WHOLE) ? "band" : "hidden";
  return { size: sizes.get(WHOLE) ?? 0, tier, blocks, pathOf };
}

/** Counts by department, added up over everything under each. */
export function sumUpwards(counts: ReadonlyMap<string, number>, pathOf: Carving["pathOf"]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [id, count] of counts) for (const at of pathOf(id)) sums.set(at, (sums.get(at) ?? 0) + count);
  return sums;
}

/** For each department under the audience the way up to the topmost one of the audience. */
function pathsWithin(ids: string[], parents: ReadonlyMap<string, string | null>, audience: ReadonlySet<string>): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const id of ids) {
    const path: string[] = [];
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) path.push(at);
    const top = path.findLastIndex((each) => audience.has(each));
    if (top >= 0) paths.set(id, path.slice(0, top + 1));
  }
  return paths;
}
