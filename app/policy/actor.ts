export type Role = "employee" | "drafter" | "publisher" | "approver" | "leader" | "moderator" | "administrator";

/** A role beyond employee; with a department it is limited to that part of the tree. */
export interface RoleGrant {
  role: Role;
  departmentId: string | null;
  /** It is somebody else's, who is away; this person stands in for them. */
  insteadOf?: Absent;
}

/** Somebody who is away, as decisions in their stead see them. */
export interface Absent {
  id: string;
  name: string;
  departmentId: string;
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
  /** In whose stead alone this view of the actor may act; see `capacities`. */
  standsInFor?: Absent;
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
  return capacities(actor).some(
    (as) => hasRoleEverywhere(as, role) || (paths.length > 0 && paths.every((path) => hasRoleFor(as, role, path))),
  );
}

/**
 * In their own right, and in the stead of everybody they stand in for: what needs several grants needs them
 * of one person, or two who may a half each would together be more than either.
 */
export function capacities(actor: Actor): Actor[] {
  const absent = new Map(actor.roles.flatMap(({ insteadOf: away }) => (away ? [[away.id, away] as const] : [])));
  if (absent.size === 0) return [actor];
  const roles = (id?: string) => actor.roles.filter((grant) => grant.insteadOf?.id === id);
  return [{ ...actor, roles: roles() }, ...[...absent.values()].map((away) => ({ ...actor, roles: roles(away.id), standsInFor: away }))];
}

/** In whose stead this person may do it; null when they may in their own right (or may not at all). */
export function insteadOf(actor: Actor, may: (as: Actor) => boolean): Absent | null {
  const [own, ...others] = capacities(actor);
  if (!own || others.length === 0 || may(own)) return null;
  return others.find(may)?.standsInFor ?? null;
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

/** What the audit's details say of it: in whose stead, where it was in somebody's. */
export function inStead(actor: Actor, may: (as: Actor) => boolean): { insteadOf?: string } {
  const away = insteadOf(actor, may);
  return away ? { insteadOf: away.id } : {};
}

/** The same for each capacity that has the role: for conditions on a whole audience, which one of them must hold. */
export function roleScopes(actor: Actor, role: Role): (string[] | null)[] {
  return capacities(actor).flatMap((as) => (hasRole(as, role) ? [roleScope(as, role)] : []));
}

/** The name of somebody whom this person stands in for. */
export function nameOfAbsent(actor: Actor, id: string | null): string | null {
  return actor.roles.find((grant) => grant.insteadOf && grant.insteadOf.id === id)?.insteadOf?.name ?? null;
}
