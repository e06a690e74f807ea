import { after, now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { sql, type Sql } from "~/kernel/sql";
import { carve, sumUpwards, WHOLE, type Carving } from "./carving";
import { COUNTED_FOR } from "./enrolling.server";
import { lockSnapshots, rosterReader } from "./roster.server";
import { stepOf } from "./tiers";

const AT_ONCE = 100;
type Measure = "opened" | "confirmed" | "shared";

interface DueItem {
  id: string;
  kind: "message" | "post";
  rosterId: string;
  audience: string[];
  asksConfirmation: boolean;
}

/** Numbers over everybody but guests. People who left or moved away go on counting, or their going would show what they did. */
interface Totals {
  id: string;
  size: number;
  opened: number;
  confirmed: number;
  shares: number;
  visits: number;
  machines: number;
}

interface Count {
  id: string;
  departmentId: string;
  measure: Measure;
  count: number;
}

/** Condition on `i` (item): it still changes. */
export const isCounted = (): Sql => sql`(i.started_at > ${after(-COUNTED_FOR)}::timestamptz
  OR EXISTS (SELECT 1 FROM post p WHERE p.id = i.id AND p.state = 'approved'))`;

/** Counts every item once for this day, in pieces that a killed worker's successor goes on with. @param day "2026-12-31" */
export async function countItems(day: string): Promise<void> {
  while ((await countNext(day)) === AT_ONCE);
}

async function countNext(day: string): Promise<number> {
  return transaction(async (tx) => {
    await lockSnapshots(tx);
    const due = await tx.$queryRaw<DueItem[]>(sql`
      SELECT i.id, i.kind, i.roster_id AS "rosterId", i.audience, coalesce(m.asks_confirmation, false) AS "asksConfirmation"
      FROM insights_item i LEFT JOIN message m ON m.id = i.id
      WHERE (i.taken_on IS NULL OR i.taken_on < ${day}::date) AND ${isCounted()}
      ORDER BY i.id LIMIT ${AT_ONCE}::int`);
    if (due.length === 0) return 0;
    const ids = due.map(({ id }) => id);
    const totals = new Map((await sumTotals(tx, ids)).map((row) => [row.id, row]));
    const counts = groupById(await countByDepartment(tx, ids));
    const rosterOf = rosterReader(tx);
    for (const item of due) {
      const carving = carve(await rosterOf(item.rosterId), item.audience);
      const sums = sumMeasures(carving, counts.get(item.id) ?? []);
      await writeWhole(tx, item, carving, totals.get(item.id)!, sums, day);
      await writeBlocks(tx, item, carving, sums);
    }
    return due.length;
  }, { timeoutMs: 120_000 });
}

function groupById(counts: Count[]): Map<string, Count[]> {
  const groups = new Map<string, Count[]>();
  for (const count of counts) {
    const group = groups.get(count.id);
    if (group) group.push(count);
    else groups.set(count.id, [count]);
  }
  return groups;
}

function sumMeasures({ pathOf }: Carving, counts: Count[]): Record<Measure, Map<string, number>> {
  const of = (measure: Measure) => new Map(counts.filter((each) => each.measure === measure).map(({ departmentId, count }) => [departmentId, count]));
  return { opened: sumUpwards(of("opened"), pathOf), confirmed: sumUpwards(of("confirmed"), pathOf), shared: sumUpwards(of("shared"), pathOf) };
}

/** What is counted of which kind; the rest stays null and is said to be unknown. */
function isMeasured({ kind, asksConfirmation }: DueItem, measure: Measure): boolean {
  if (kind === "post") return measure === "shared";
  return measure === "opened" || (measure === "confirmed" && asksConfirmation);
}

async function writeWhole(tx: Tx, item: DueItem, { tier, size }: Carving, totals: Totals, sums: ReturnType<typeof sumMeasures>, day: string): Promise<void> {
  const told = (measure: "opened" | "confirmed") => {
    if (!isMeasured(item, measure)) return null;
    return tier === "exact" ? totals[measure] : stepOf(tier, sums[measure].get(WHOLE) ?? 0, size);
  };
  const isPost = item.kind === "post";
  await tx.$executeRaw`
    UPDATE insights_item SET taken_on = ${day}::date, taken_at = ${now()}::timestamptz,
      size = ${tier === "exact" ? totals.size : null}::int,
      opened = greatest(opened, ${told("opened")}::int), confirmed = greatest(confirmed, ${told("confirmed")}::int),
      shares = ${isPost ? totals.shares : null}::int, visits = ${isPost ? totals.visits : null}::int, machines = ${isPost ? totals.machines : null}::int
    WHERE id = ${item.id}::uuid`;
}

async function writeBlocks(tx: Tx, item: DueItem, { blocks }: Carving, sums: ReturnType<typeof sumMeasures>): Promise<void> {
  const told = blocks.filter(({ tier }) => tier !== "hidden");
  const column = (measure: Measure) =>
    told.map(({ departmentId, tier, size }) => (isMeasured(item, measure) ? stepOf(tier, sums[measure].get(departmentId) ?? 0, size) : null));
  await tx.$executeRaw`
    UPDATE insights_block b SET opened = greatest(b.opened, n.opened), confirmed = greatest(b.confirmed, n.confirmed), shared = greatest(b.shared, n.shared)
    FROM unnest(${told.map(({ departmentId }) => departmentId)}::uuid[], ${column("opened")}::int[], ${column("confirmed")}::int[], ${column("shared")}::int[])
      AS n(department_id, opened, confirmed, shared)
    WHERE b.item_id = ${item.id}::uuid AND b.department_id = n.department_id
      AND (b.opened, b.confirmed, b.shared) IS DISTINCT FROM (greatest(b.opened, n.opened), greatest(b.confirmed, n.confirmed), greatest(b.shared, n.shared))`;
}

async function sumTotals(tx: Tx, ids: string[]): Promise<Totals[]> {
  return tx.$queryRaw<Totals[]>(sql`
    SELECT i.id,
      (SELECT count(*)::int FROM person p WHERE p.deactivated_at IS NULL AND NOT p.is_guest AND p.department_id IN (
        SELECT c.descendant_id FROM department_closure c WHERE c.ancestor_id = ANY(i.audience))) AS size,
      (SELECT count(*)::int FROM read_receipt r WHERE r.message_id = i.id AND r.person_id NOT IN (SELECT g.id FROM person g WHERE g.is_guest)) AS opened,
      (SELECT count(*)::int FROM acknowledgement k WHERE k.message_id = i.id AND k.person_id NOT IN (SELECT g.id FROM person g WHERE g.is_guest)) AS confirmed,
      coalesce(t.shares, 0) AS shares, coalesce(t.visits, 0) AS visits,
      (SELECT coalesce(sum(v.machines), 0)::int FROM link l JOIN link_visits v ON v.link_id = l.id WHERE l.post_id = i.id) AS machines
    FROM insights_item i LEFT JOIN post_reach t ON t.post_id = i.id WHERE i.id = ANY(${ids}::uuid[])`);
}

/** By the department that each person is in on the item's roster: people are never named. */
async function countByDepartment(tx: Tx, ids: string[]): Promise<Count[]> {
  const by = (measure: Measure, table: Sql, on: Sql) => sql`
    SELECT i.id, h.department_id AS "departmentId", ${measure}::text AS measure, count(DISTINCT h.person_id)::int AS count
    FROM insights_item i JOIN ${table} ON ${on} = i.id
    JOIN insights_roster_person h ON h.roster_id = i.roster_id AND h.person_id = r.person_id
    WHERE i.id = ANY(${ids}::uuid[]) GROUP BY 1, 2`;
  return tx.$queryRaw<Count[]>(sql`
    ${by("opened", sql`read_receipt r`, sql`r.message_id`)} UNION ALL
    ${by("confirmed", sql`acknowledgement r`, sql`r.message_id`)} UNION ALL
    ${by("shared", sql`share r`, sql`r.post_id`)}`);
}
