import { now } from "~/kernel/clock";
import type { Tx } from "~/kernel/db.server";
import { recordEvents } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import { peopleEvents } from "../events";
import { splitPath } from "./places";

/**
 * Makes the departments that these paths name under the top of the tree, level by level; those that are
 * there stay. Names are compared without case. @returns ids by path
 */
export async function createPaths(tx: Tx, actorId: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const root = await tx.department.findFirstOrThrow({ where: { parentId: null }, select: { id: true } });
  const ids = new Map<string, string>([["", root.id]]);
  const key = (names: readonly string[]) => names.map((name) => name.toLowerCase()).join("/");
  const split = [...new Set(paths)].map((path) => ({ path, names: splitPath(path) }));
  for (let depth = 1; depth <= Math.max(0, ...split.map(({ names }) => names.length)); depth++) {
    const level = new Map(split.filter(({ names }) => names.length >= depth).map(({ names }) => [key(names.slice(0, depth)), names.slice(0, depth)] as const));
    const wanted = [...level].map(([at, names]) => ({ at, id: crypto.randomUUID(), parent_id: ids.get(key(names.slice(0, -1)))!, name: names.at(-1)! }));
    const made = await tx.$queryRaw<{ at: string; id: string; name: string; parentId: string; isNew: boolean }[]>(sql`
      WITH wanted AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w (at text, id uuid, parent_id uuid, name text)),
      there AS (SELECT DISTINCT ON (w.at) w.at, d.id, d.name, d.parent_id FROM wanted w JOIN department d ON d.parent_id = w.parent_id AND lower(d.name) = lower(w.name)),
      added AS (
        INSERT INTO department (id, name, parent_id, created_at)
        SELECT id, name, parent_id, ${now()}::timestamptz FROM wanted w WHERE NOT EXISTS (SELECT 1 FROM there t WHERE t.at = w.at)
        RETURNING id, name, parent_id)
      SELECT t.at, t.id, t.name, t.parent_id AS "parentId", false AS "isNew" FROM there t
      UNION ALL SELECT w.at, a.id, a.name, a.parent_id, true FROM added a JOIN wanted w ON w.id = a.id`);
    for (const { at, id } of made) ids.set(at, id);
    await recordEvents(tx, made.filter(({ isNew }) => isNew).map(({ id, name, parentId }) => ({
      type: peopleEvents.departmentCreated, actorId, subjectKind: "department", subjectId: id, payload: { parentId }, audit: { details: { name, parentId } },
    })));
  }
  return new Map(split.map(({ path, names }) => [path, ids.get(key(names))!]));
}
