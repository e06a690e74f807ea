import { inTreeOrder } from "~/domain/people/tree-order";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { empty, sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { leadsOnly, visibleBlocks } from "~/policy/insights";
import type { BlockFigures } from "./figure-text";

/** A department as the page lists it. */
export interface ListedBlock extends BlockFigures {
  /** There are departments under it. */
  isParent: boolean;
}

export interface BlockLevel {
  blocks: ListedBlock[];
  /** From the top down to the department whose parts are listed; empty at the top. */
  path: { id: string; name: string }[];
  next: string | null;
}

const PAGE_SIZE = 50;

const columns = sql`b.department_id AS "departmentId", b.name, b.tier, b.size, b.band, b.opened, b.confirmed, b.shared`;

/**
 * One level of an item's departments, by name: those at the top of what this person leads, or those right
 * under `within`. One statement, two within a department.
 * @throws NotFound for a department that is not theirs
 */
export async function listBlocks(actor: Actor, itemId: string, { within, after }: { within?: string; after?: string }): Promise<BlockLevel> {
  const path = within ? await pathTo(actor, itemId, within) : [];
  const led = leadsOnly(actor) ?? [];
  const level = within ? sql`b.parent_id = ${within}::uuid` : sql`(b.parent_id IS NULL OR b.department_id = ANY(${led}::uuid[]))`;
  const behind = isUuid(after)
    ? sql`AND (b.name, b.department_id) > (SELECT l.name, l.department_id FROM insights_block l WHERE l.item_id = i.id AND l.department_id = ${after}::uuid)`
    : empty;
  const rows = await query<ListedBlock>(sql`
    SELECT ${columns}, EXISTS (SELECT 1 FROM insights_block u WHERE u.item_id = i.id AND u.parent_id = b.department_id) AS "isParent"
    FROM insights_item i JOIN insights_block b ON b.item_id = i.id
    WHERE i.id = ${itemId}::uuid AND ${level} AND ${visibleBlocks(actor)} ${behind}
    ORDER BY b.name, b.department_id LIMIT ${PAGE_SIZE + 1}::int`);
  return { blocks: rows.slice(0, PAGE_SIZE), path, next: rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1]!.departmentId : null };
}

async function pathTo(actor: Actor, itemId: string, within: string): Promise<BlockLevel["path"]> {
  if (!isUuid(within)) throw new NotFound("department");
  const rows = await query<{ id: string; name: string }>(sql`
    WITH RECURSIVE up AS (
      SELECT b.department_id, b.parent_id, b.name, 0 AS height FROM insights_block b WHERE b.item_id = ${itemId}::uuid AND b.department_id = ${within}::uuid
      UNION ALL
      SELECT b.department_id, b.parent_id, b.name, up.height + 1 FROM up JOIN insights_block b ON b.item_id = ${itemId}::uuid AND b.department_id = up.parent_id)
    SELECT b.department_id AS id, b.name FROM up b JOIN insights_item i ON i.id = ${itemId}::uuid
    WHERE ${visibleBlocks(actor)} ORDER BY b.height DESC`);
  if (rows.at(-1)?.id !== within) throw new NotFound("department");
  return rows;
}

/** All departments of an item that this person may see, parents before their children. One statement. */
export async function listAllBlocks(actor: Actor, itemId: string): Promise<(BlockFigures & { depth: number; path: string[] })[]> {
  const rows = await query<BlockFigures & { parentId: string | null }>(sql`
    SELECT ${columns}, b.parent_id AS "parentId"
    FROM insights_item i JOIN insights_block b ON b.item_id = i.id
    WHERE i.id = ${itemId}::uuid AND ${visibleBlocks(actor)}`);
  const known = new Set(rows.map(({ departmentId }) => departmentId));
  const branches = rows.map((row) => ({ ...row, id: row.departmentId, parentId: row.parentId && known.has(row.parentId) ? row.parentId : null }));
  const names: string[] = [];
  return inTreeOrder(branches, actor.language).map((row) => {
    names.length = row.depth;
    names.push(row.name);
    return { ...row, path: [...names] };
  });
}
