export type Role = "employee" | "drafter" | "publisher" | "approver" | "leader" | "moderator" | "administrator";

/** A role beyond employee; with a department it is limited to that part of the tree. */
export interface RoleGrant {
  role: Role;
  departmentId: string | null;
}

/** Whoever asks. Everything a decision needs of them, read once a request. */
export interface Actor {
  id: string;
  givenName: string;
  familyName: string;
  jobTitle: string | null;
  email: string | null;
  departmentId: string;
  departmentName: string;
  /** The department and everything above it, nearest first, the root last. */
  ancestorIds: string[];
  locationName: string | null;
  roles: RoleGrant[];
  /** The language the person reads. */
  language: string;
  /** IANA name; the person's, else their location's, else the company's. */
  timeZone: string;
  theme: "light" | "dark" | null;
  photoPictureId?: string | null;
  /** From outside: drafts only, and reads nothing by being in a department. */
  isGuest?: boolean;
}

/** A department as decisions see it: itself and everything above it, nearest first. */
export type DepartmentPath = readonly string[];

/** Has the role somewhere in the tree. */
export function hasRole(actor: Actor, role: Role): boolean {
  return role === "employee" || actor.roles.some((grant) => grant.role === role);
}

/** Has the role for the whole company. */
export function hasRoleEverywhere(actor: Actor, role: Role): boolean {
  return actor.roles.some((grant) => grant.role === role && grant.departmentId === null);
}

/** Has the role for this department: unlimited, or limited to it or to one above it. */
export function hasRoleFor(actor: Actor, role: Role, path: DepartmentPath): boolean {
  return actor.roles.some(
    (grant) => grant.role === role && (grant.departmentId === null || path.includes(grant.departmentId)),
  );
}

/** Has the role for every one of these departments; false for none of them unless it is unlimited. */
export function hasRoleForAll(actor: Actor, role: Role, paths: readonly DepartmentPath[]): boolean {
  if (hasRoleEverywhere(actor, role)) return true;
  return paths.length > 0 && paths.every((path) => hasRoleFor(actor, role, path));
}

/** The departments that limit what this person writes: as a publisher, else as one who only drafts. */
export function writingScope(actor: Actor): string[] | null {
  return roleScope(actor, hasRole(actor, "publisher") ? "publisher" : "drafter");
}

/** The departments that limit this role: null means everywhere, an empty list means nowhere. */
export function roleScope(actor: Actor, role: Role): string[] | null {
  if (hasRoleEverywhere(actor, role)) return null;
  return actor.roles.flatMap((grant) => (grant.role === role && grant.departmentId ? [grant.departmentId] : []));
}
