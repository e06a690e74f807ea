import { hasRoleEverywhere, type Actor } from "./actor";

/** May look at the tree with its headcounts. (Names of departments are known to everybody.) */
export function canSeeDepartments(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}

/** May create, rename, move and remove departments. */
export function canChangeDepartments(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}

/** What the screens of a department offer. The top of the tree is neither moved nor removed. */
export interface DepartmentAbilities {
  rename: boolean;
  move: boolean;
  remove: boolean;
}

export function departmentAbilities(actor: Actor, department: { parentId: string | null }): DepartmentAbilities {
  const may = canChangeDepartments(actor);
  return { rename: may, move: may && department.parentId !== null, remove: may && department.parentId !== null };
}
