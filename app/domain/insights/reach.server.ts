import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canSeeInsights, visibleFigures } from "~/policy/insights";
import { DETAIL_FROM, SMALLEST_GROUP, type Tier } from "./tiers";

/** What became of a published message, for its publishers: never who, and nothing that two looks could be subtracted from. */
export interface Reach {
  /** live: as of now; nightly: as of the last night; waiting: the first night is to come. */
  counted: "live" | "nightly" | "waiting";
  tier: Tier;
  /** People it is for: now where it is live, else as of the night; null where that is not told. */
  size: number | null;
  /** A number in the tier exact, a third (0 to 2) in the tier band; null: not told, or not yet counted. */
  opened: number | null;
  confirmed: number | null;
  takenAt: Date | null;
  questions: number;
  unanswered: number;
  /** The figures have a page that this person may open. */
  hasPage: boolean;
}

interface Row extends Omit<Reach, "counted" | "tier"> {
  tier: Tier | null;
  people: number;
  isForAll: boolean;
  openedNow: number | null;
  confirmedNow: number | null;
}

/**
 * Live for a message to the whole company of 20 and more: everybody but guests who ever opened it, leavers
 * among them, so that a leaving changes nothing. For every other audience what the last night's snapshot
 * tells (domain/insights/tiers): a number that moved with each click would say of the one person who was
 * known to click what they did. Questions can be read anyway. One statement.
 * The caller has made sure that the actor may edit the message.
 */
export async function readReach(actor: Actor, messageId: string): Promise<Reach> {
  const id = sql`${messageId}::uuid`;
  const guests = sql`(SELECT g.id FROM person g WHERE g.is_guest)`;
  const [row] = await query<Row>(sql`
    WITH meant AS MATERIALIZED (
      SELECT a.department_id, d.parent_id IS NULL AS is_top FROM message_audience a JOIN department d ON d.id = a.department_id WHERE a.message_id = ${id}
    ), whole AS MATERIALIZED (
      SELECT EXISTS (SELECT 1 FROM meant WHERE is_top) AS is_for_all, (SELECT count(*)::int FROM person p
        WHERE p.deactivated_at IS NULL AND NOT p.is_guest AND p.department_id IN (
          SELECT c.descendant_id FROM meant JOIN department_closure c ON c.ancestor_id = meant.department_id)) AS people
    )
    SELECT whole.people, whole.is_for_all AS "isForAll", i.tier, i.size, i.opened, i.confirmed, i.taken_at AS "takenAt",
      CASE WHEN whole.is_for_all THEN (SELECT count(*)::int FROM read_receipt r WHERE r.message_id = ${id} AND r.person_id NOT IN ${guests}) END AS "openedNow",
      CASE WHEN whole.is_for_all THEN (SELECT count(*)::int FROM acknowledgement k WHERE k.message_id = ${id} AND k.person_id NOT IN ${guests}) END AS "confirmedNow",
      (SELECT count(*)::int FROM message_remark q WHERE q.message_id = ${id} AND q.kind = 'question' AND q.answers_id IS NULL) AS questions,
      (SELECT count(*)::int FROM message_remark q WHERE q.message_id = ${id} AND q.kind = 'question' AND q.answers_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM message_remark x WHERE x.answers_id = q.id)) AS unanswered,
      i.taken_at IS NOT NULL AND ${canSeeInsights(actor)}::boolean AND ${visibleFigures(actor)} AS "hasPage"
    FROM whole LEFT JOIN insights_item i ON i.id = ${id}`);
  return told(row!);
}

function told({ people, isForAll, openedNow, confirmedNow, tier, ...row }: Row): Reach {
  // Those who left are among them: there can be more of them than there are people now.
  const atMost = (count: number | null, most: number) => count && Math.min(count, most);
  const whole = (size: number, opened: number | null, confirmed: number | null) => ({ tier: "exact" as const, size, opened: atMost(opened, size), confirmed: atMost(confirmed, size) });
  if (isForAll && people >= DETAIL_FROM) return { ...row, counted: "live", ...whole(people, openedNow, confirmedNow) };
  if (tier && row.takenAt) return { ...row, counted: "nightly", tier, ...(row.size !== null && whole(row.size, row.opened, row.confirmed)) };
  return { ...row, counted: "waiting", tier: people < SMALLEST_GROUP ? "hidden" : people < DETAIL_FROM ? "band" : "exact", size: null, opened: null, confirmed: null };
}
