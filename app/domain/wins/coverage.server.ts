import { getCompany } from "~/domain/people/company.server";
import { after, DAY, now } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { acceptBlocks, blockOfEach, type Block, type TreeNode } from "~/kernel/small-groups/tree-rule";
import { sql } from "~/kernel/sql";
import { toLocalDay } from "~/kernel/zoned-time";
import type { Actor } from "~/policy/actor";
import { canSeeCoverage, canSeeWins, coverageScope } from "~/policy/wins";
import { shownShare, WITH_PERCENT } from "./shown-share";

/** The fewest people of a group with a figure, and of one with a percentage. */
const FEWEST = 5;
/** Looked at for so long before the count. */
const LOOKED_AT = 28 * DAY;
const WEEKS_SHOWN = 8;

/** Department and site of everybody, in small counts: how many there are, were thanked, and thanked. */
interface Count {
  departmentId: string;
  locationId: string | null;
  people: number;
  received: number;
  given: number;
}

type Sums = Omit<Count, "departmentId" | "locationId">;

/**
 * Counts this week's coverage anew: who was thanked at least once in four weeks, by department (with
 * everything under it) and by site, only for groups that may have figures. Of everything else nothing is
 * kept. One row a group and week; safe to run twice.
 */
export async function countCoverage(): Promise<void> {
  const { timeZone } = await getCompany();
  const today = toLocalDay(now(), timeZone);
  const since = after(-LOOKED_AT);
  const [counts, tree] = await Promise.all([
    query<Count>(sql`
      WITH received AS (
        SELECT DISTINCT x.person_id FROM win_person x JOIN win w ON w.id = x.win_id
        WHERE x.happened_at > ${since}::timestamptz AND w.removed_at IS NULL AND w.kind <> 'milestone'
      ), given AS (
        SELECT DISTINCT w.giver_id FROM win w WHERE w.happened_at > ${since}::timestamptz AND w.removed_at IS NULL
      )
      SELECT p.department_id AS "departmentId", p.location_id AS "locationId", count(*)::int AS people,
        count(r.person_id)::int AS received, count(g.giver_id)::int AS given
      FROM person p LEFT JOIN received r ON r.person_id = p.id LEFT JOIN given g ON g.giver_id = p.id
      WHERE p.deactivated_at IS NULL AND NOT p.is_guest GROUP BY 1, 2`),
    query<{ id: string; parentId: string | null }>(sql`SELECT id, parent_id AS "parentId" FROM department`),
  ]);
  const root = tree.find(({ parentId }) => parentId === null);
  if (!root) return;
  const groups = [...byDepartment(counts, tree), ...bySite(counts, root.id)];
  await transaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM recognition_coverage WHERE week = date_trunc('week', ${today}::date)::date`;
    await tx.$executeRaw`
      INSERT INTO recognition_coverage (week, family, group_id, people, received, given, is_band, is_unseen)
      SELECT date_trunc('week', ${today}::date)::date, g.family, g.id, g.people, g.received, g.given, g.band, g.unseen
      FROM unnest(${groups.map((each) => each.family)}::text[], ${groups.map((each) => each.id)}::uuid[], ${groups.map((each) => each.people)}::int[],
        ${groups.map((each) => shownShare(each.received, each.people))}::int[], ${groups.map((each) => shownShare(each.given, each.people))}::int[],
        ${groups.map((each) => each.people < WITH_PERCENT)}::boolean[], ${groups.map((each) => each.received * 10 < each.people)}::boolean[])
        AS g(family, id, people, received, given, band, unseen)`;
  });
}

interface Group extends Sums {
  family: "department" | "site";
  id: string;
}

/** Departments that the tree rule accepts, each with everybody under it. */
function byDepartment(counts: Count[], tree: { id: string; parentId: string | null }[]): Group[] {
  const own = sumBy(counts, ({ departmentId }) => departmentId);
  const nodes: TreeNode[] = tree.map(({ id, parentId }) => ({ id, parentId, own: own.get(id)?.people ?? 0 }));
  const blocks = acceptBlocks(nodes, FEWEST);
  return collect("department", blocks, blockOfEach(nodes, blocks), own);
}

/** Sites under the company as a tree of two levels, by the same rule; whoever has none counts in the company alone. */
function bySite(counts: Count[], rootId: string): Group[] {
  const own = sumBy(counts, ({ locationId }) => locationId ?? rootId);
  const nodes: TreeNode[] = [...own].map(([id, { people }]) => ({ id, parentId: id === rootId ? null : rootId, own: people }));
  if (!own.has(rootId)) nodes.push({ id: rootId, parentId: null, own: 0 });
  const blocks = acceptBlocks(nodes, FEWEST);
  return collect("site", blocks, blockOfEach(nodes, blocks), own).filter(({ id }) => id !== rootId);
}

function collect(family: Group["family"], blocks: Map<string, Block>, blockOf: Map<string, string | null>, own: Map<string, Sums>): Group[] {
  const sums = new Map<string, Sums>([...blocks.keys()].map((id) => [id, { people: 0, received: 0, given: 0 }]));
  for (const [id, sum] of own) {
    for (let block = blockOf.get(id) ?? null; block !== null; block = blocks.get(block)!.aboveId) add(sums.get(block)!, sum);
  }
  return [...sums].map(([id, sum]) => ({ family, id, ...sum }));
}

function sumBy(counts: Count[], keyOf: (count: Count) => string): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const count of counts) {
    const key = keyOf(count);
    if (!sums.has(key)) sums.set(key, { people: 0, received: 0, given: 0 });
    add(sums.get(key)!, count);
  }
  return sums;
}

function add(to: Sums, { people, received, given }: Sums): void {
  to.people += people;
  to.received += received;
  to.given += given;
}

export interface UnseenGroup {
  family: "department" | "site";
  id: string;
  name: string;
}

/** Two groups, others each week, in which hardly anybody was thanked for four weeks. Never people. One statement. */
export async function listUnseenWork(actor: Actor): Promise<UnseenGroup[]> {
  return canSeeWins(actor) ? query<UnseenGroup>(unseenWork) : [];
}

/** The same for one reader, with whether they paused what is new: what stands beside the feed. One statement. */
export async function findFeedRail(actor: Actor): Promise<{ unseen: UnseenGroup[]; isPaused: boolean }> {
  const rows = await query<{ unseen: UnseenGroup[]; isPaused: boolean }>(sql`
    SELECT coalesce((SELECT json_agg(u) FROM (${unseenWork}) AS u), '[]') AS unseen,
      coalesce((SELECT pauses_live FROM win_preference WHERE person_id = ${actor.id}::uuid), FALSE) AS "isPaused"`);
  return rows[0]!;
}

const unseenWork = sql`
    SELECT c.family, c.group_id AS id, coalesce(d.name, l.name) AS name
    FROM recognition_coverage c
    LEFT JOIN department d ON c.family = 'department' AND d.id = c.group_id
    LEFT JOIN location l ON c.family = 'site' AND l.id = c.group_id
    WHERE c.week = (SELECT max(week) FROM recognition_coverage) AND c.is_unseen AND coalesce(d.name, l.name) IS NOT NULL
    ORDER BY md5(c.week::text || c.group_id::text) LIMIT 2`;

export interface CoverageRow extends UnseenGroup {
  people: number;
  received: number;
  given: number;
  /** A third (1, 2, 3) instead of a percentage. */
  isBand: boolean;
  /** Depth in the tree, for departments. */
  depth: number;
}

export interface Coverage {
  week: string | null;
  rows: CoverageRow[];
  /** The company's share of those thanked, week by week, oldest first. */
  weeks: { week: string; received: number }[];
}

/** The newest week's coverage, for departments of whoever may see it. @throws NotFound */
export async function getCoverage(actor: Actor): Promise<Coverage> {
  if (!canSeeCoverage(actor)) throw new NotFound("coverage");
  const scope = coverageScope(actor);
  const mine = scope === null ? sql`TRUE` : sql`(c.family = 'department' AND EXISTS (
    SELECT 1 FROM department_closure k WHERE k.descendant_id = c.group_id AND k.ancestor_id = ANY(${scope}::uuid[])))`;
  const [rows, weeks] = await Promise.all([
    query<CoverageRow & { week: string }>(sql`
      SELECT c.week::text AS week, c.family, c.group_id AS id, coalesce(d.name, l.name) AS name, c.people, c.received, c.given, c.is_band AS "isBand",
        (SELECT count(*)::int - 1 FROM department_closure k WHERE k.descendant_id = c.group_id) AS depth
      FROM recognition_coverage c
      LEFT JOIN department d ON c.family = 'department' AND d.id = c.group_id
      LEFT JOIN location l ON c.family = 'site' AND l.id = c.group_id
      WHERE c.week = (SELECT max(week) FROM recognition_coverage) AND coalesce(d.name, l.name) IS NOT NULL AND ${mine}
      ORDER BY c.family, depth, name LIMIT 2500`),
    scope === null
      ? query<{ week: string; received: number }>(sql`
          SELECT c.week::text AS week, c.received FROM recognition_coverage c JOIN department d ON d.id = c.group_id AND d.parent_id IS NULL
          WHERE c.family = 'department' AND NOT c.is_band ORDER BY c.week DESC LIMIT ${WEEKS_SHOWN}::int`)
      : [],
  ]);
  return { week: rows[0]?.week ?? null, rows: rows.map(({ week: _, ...row }) => row), weeks: weeks.reverse() };
}
