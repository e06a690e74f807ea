import { join, sql, type Sql } from "~/kernel/sql";
import { hasRole, hasRoleEverywhere, hasRoleFor, hasRoleForAll, roleScope, roleScopes, type Actor, type DepartmentPath } from "./actor";

/** What a decision about a message's or post's figures needs to know of it. */
export interface InsightsFacts {
  /** The departments it is for, each with everything above it. */
  audience: readonly DepartmentPath[];
  /** Every department under one of them. */
  underIds: readonly string[];
}

/** Leaders see what became of messages and posts, and publishers of their own. */
export function canSeeInsights(actor: Actor): boolean {
  return hasRole(actor, "leader") || hasRole(actor, "publisher");
}

/** Leaders whose part of the tree it touches; publishers whose part holds all of its audience. */
export function canSeeFigures(actor: Actor, { audience, underIds }: InsightsFacts): boolean {
  if (hasRoleEverywhere(actor, "leader") || hasRoleForAll(actor, "publisher", audience)) return true;
  const scope = roleScope(actor, "leader") ?? [];
  return scope.some((id) => underIds.includes(id) || audience.some((path) => path.includes(id)));
}

/** A department's figures: its leaders, and publishers for all of the audience. What is hidden is hidden from all. */
export function canSeeBlock(actor: Actor, { audience }: Pick<InsightsFacts, "audience">, department: DepartmentPath): boolean {
  return hasRoleFor(actor, "leader", department) || hasRoleForAll(actor, "publisher", audience);
}

/** The departments that a leader's page begins with; null for the whole audience. */
export function leadsOnly(actor: Actor): string[] | null {
  return hasRoleEverywhere(actor, "publisher") ? null : hasRole(actor, "leader") ? roleScope(actor, "leader") : null;
}

/** Condition on `i` (insights_item): the row filter of `canSeeFigures`. */
export function visibleFigures(actor: Actor): Sql {
  const scope = roleScope(actor, "leader");
  if (scope === null) return sql`TRUE`;
  const touched = sql`EXISTS (
    SELECT 1 FROM department_closure c
    WHERE (c.descendant_id = ANY(${scope}::uuid[]) AND c.ancestor_id = ANY(i.audience))
       OR (c.ancestor_id = ANY(${scope}::uuid[]) AND c.descendant_id = ANY(i.audience)))`;
  return sql`(${join([publishesAll(actor), ...(scope.length ? [touched] : [])], " OR ")})`;
}

/** Condition on `b` (insights_block) and `i`, its item: the row filter of `canSeeBlock`. */
export function visibleBlocks(actor: Actor): Sql {
  const scope = roleScope(actor, "leader");
  if (scope === null) return sql`TRUE`;
  const led = sql`EXISTS (SELECT 1 FROM department_closure c WHERE c.descendant_id = b.department_id AND c.ancestor_id = ANY(${scope}::uuid[]))`;
  return sql`(${join([publishesAll(actor), ...(scope.length ? [led] : [])], " OR ")})`;
}

/** Condition on `i`: its audience lies whole in this publisher's part. */
function publishesAll(actor: Actor): Sql {
  const scopes = roleScopes(actor, "publisher");
  return scopes.length ? sql`(${join(scopes.map(wholeAudienceIn), " OR ")})` : sql`FALSE`;
}

function wholeAudienceIn(scope: string[] | null): Sql {
  if (scope === null) return sql`TRUE`;
  return sql`(cardinality(i.audience) > 0 AND NOT EXISTS (
    SELECT 1 FROM unnest(i.audience) AS a(id) WHERE NOT EXISTS (
      SELECT 1 FROM department_closure c WHERE c.descendant_id = a.id AND c.ancestor_id = ANY(${scope}::uuid[]))))`;
}
