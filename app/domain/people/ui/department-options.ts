import type { Choice } from "~/ui/field";

/** Departments as choices of a native select, each indented as deep as it lies. */
export function asDepartmentOptions(departments: readonly { id: string; name: string; depth: number }[]): Choice[] {
  return departments.map(({ id, name, depth }) => ({ value: id, label: "\u2003".repeat(depth) + name }));
}
