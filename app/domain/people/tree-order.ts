interface Branch {
  id: string;
  name: string;
  parentId: string | null;
}

/** Parents before their children, siblings by name as the language sorts; each with its depth (0 for the top). */
export function inTreeOrder<T extends Branch>(branches: readonly T[], language: string): (T & { depth: number })[] {
  const byName = new Intl.Collator(language, { numeric: true }).compare;
  const children = groupByParent(branches);
  const ordered: (T & { depth: number })[] = [];
  const walk = (parentId: string | null, depth: number) => {
    for (const branch of [...(children.get(parentId) ?? [])].sort((one, other) => byName(one.name, other.name))) {
      ordered.push({ ...branch, depth });
      walk(branch.id, depth + 1);
    }
  };
  walk(null, 0);
  return ordered;
}

function groupByParent<T extends Branch>(branches: readonly T[]): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const branch of branches) {
    const siblings = groups.get(branch.parentId);
    if (siblings) siblings.push(branch);
    else groups.set(branch.parentId, [branch]);
  }
  return groups;
}
