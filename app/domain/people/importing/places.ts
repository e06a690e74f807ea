import { plain } from "./columns";

interface Node {
  id: string;
  name: string;
  parentId: string | null;
}

export type Place = { id: string; path: string } | { missing: string } | { problem: "departmentAmbiguous" };

/** Finds departments by what a file calls them: a path ("Retail / Turin"), its end, or a name there is once. */
export class DepartmentFinder {
  readonly #byEnd = new Map<string, { id: string; depth: number; segments: number }[]>();
  readonly #paths = new Map<string, string>();
  readonly #rootName: string;

  constructor(departments: readonly Node[]) {
    const nodes = new Map(departments.map((node) => [node.id, node]));
    this.#rootName = plain(departments.find(({ parentId }) => parentId === null)?.name ?? "");
    for (const node of departments) {
      const names: string[] = [];
      for (let at: Node | undefined = node; at; at = at.parentId ? nodes.get(at.parentId) : undefined) names.unshift(at.name);
      this.#paths.set(node.id, names.slice(names.length > 1 ? 1 : 0).join(" / "));
      for (let start = 0; start < names.length; start++) {
        const key = names.slice(start).map(plain).join("/");
        this.#byEnd.set(key, [...(this.#byEnd.get(key) ?? []), { id: node.id, depth: names.length, segments: names.length - start }]);
      }
    }
  }

  pathOf(id: string): string {
    return this.#paths.get(id) ?? "";
  }

  find(text: string): Place {
    const segments = splitPath(text);
    const found = this.#byEnd.get(segments.map(plain).join("/")) ?? [];
    // Of several that end so, the one that is named from the top is meant.
    const whole = found.find(({ depth, segments: named }) => named >= depth - 1);
    const meant = found.length === 1 ? found[0] : whole;
    if (meant) return { id: meant.id, path: this.pathOf(meant.id) };
    if (found.length > 1) return { problem: "departmentAmbiguous" };
    const below = plain(segments[0] ?? "") === this.#rootName ? segments.slice(1) : segments;
    return { missing: below.join(" / ") };
  }
}

/** "Retail / Turin" or "Retail > Turin" → its names. */
export function splitPath(text: string): string[] {
  return text.split(/\s*[/>\\]\s*/).map((name) => name.trim().slice(0, 80)).filter(Boolean);
}
