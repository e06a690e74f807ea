import { after, DAY } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { carve, type Roster } from "./carving";
import { lockSnapshots, rosterReader } from "./roster.server";
import { bandOf } from "./tiers";

/** So long after it came out a message or post is counted; a post also for as long as it is on offer. */
export const COUNTED_FOR = 90 * DAY;
const AT_ONCE = 50;

interface Candidate {
  id: string;
  kind: "message" | "post";
  audience: string[];
  startedAt: Date;
}

/**
 * Gives what came out between last night and this one its blocks, by this week's roster; they stay. What was
 * called back loses them.
 */
export async function enrolItems(rosterId: string, night: Date): Promise<void> {
  await transaction(async (tx) => {
    await lockSnapshots(tx);
    await tx.$executeRaw`
      DELETE FROM insights_item i WHERE i.kind = 'message'
        AND NOT EXISTS (SELECT 1 FROM message m WHERE m.id = i.id AND m.state = 'published' AND m.published_at = i.started_at)`;
  });
  while ((await enrolNext(rosterId, night)) === AT_ONCE);
}

async function enrolNext(rosterId: string, night: Date): Promise<number> {
  return transaction(async (tx) => {
    await lockSnapshots(tx);
    const found = await findNew(tx, night);
    if (found.length === 0) return 0;
    const roster = await rosterReader(tx)(rosterId);
    for (const item of found) await insertItem(tx, roster, item);
    return found.length;
  }, { timeoutMs: 60_000 });
}

async function findNew(tx: Tx, night: Date): Promise<Candidate[]> {
  const since = sql`${after(-COUNTED_FOR)}::timestamptz`;
  return tx.$queryRaw<Candidate[]>(sql`
    SELECT found.id, found.kind, found.audience, found.started_at AS "startedAt" FROM (
      SELECT m.id, 'message' AS kind, m.published_at AS started_at,
        ARRAY(SELECT a.department_id FROM message_audience a WHERE a.message_id = m.id ORDER BY 1) AS audience
      FROM message m WHERE m.state = 'published' AND m.published_at > ${since} AND m.published_at <= ${night}::timestamptz
      UNION ALL
      SELECT p.id, 'post', p.approved_at, ARRAY(SELECT a.department_id FROM post_audience a WHERE a.post_id = p.id ORDER BY 1)
      FROM post p WHERE p.state = 'approved' AND p.approved_at <= ${night}::timestamptz) AS found
    WHERE NOT EXISTS (SELECT 1 FROM insights_item i WHERE i.id = found.id)
    ORDER BY found.started_at LIMIT ${AT_ONCE}::int`);
}

async function insertItem(tx: Tx, roster: Roster, { id, kind, audience, startedAt }: Candidate): Promise<void> {
  const { tier, size, blocks } = carve(roster, audience);
  await tx.$executeRaw`
    INSERT INTO insights_item (id, kind, roster_id, audience, started_at, tier, band)
    VALUES (${id}::uuid, ${kind}::insights_kind, ${roster.id}::uuid, ${audience}::uuid[], ${startedAt}::timestamptz,
      ${tier}::insights_tier, ${tier === "band" ? bandOf(size) : null}::int)`;
  const column = <T>(of: (block: (typeof blocks)[number]) => T) => blocks.map(of);
  await tx.$executeRaw`
    INSERT INTO insights_block (item_id, department_id, parent_id, name, tier, size, band)
    SELECT ${id}::uuid, b.department_id, b.parent_id, b.name, b.tier::insights_tier, b.size, b.band
    FROM unnest(${column((b) => b.departmentId)}::uuid[], ${column((b) => b.parentId)}::uuid[], ${column((b) => b.name)}::text[],
      ${column((b) => b.tier)}::text[], ${column((b) => (b.tier === "detail" ? b.size : null))}::int[],
      ${column((b) => (b.tier === "band" ? bandOf(b.size) : null))}::int[]) AS b(department_id, parent_id, name, tier, size, band)`;
}
