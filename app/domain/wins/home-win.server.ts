import { after, DAY } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canSeeWins } from "~/policy/wins";
import type { WinView } from "./win";
import { winColumns } from "./win-columns.server";

/** A win is news for so long. */
const RECENT = 7 * DAY;
/** A thank-you waits for so long to be seen by whom it thanks. */
const WAITS = 30 * DAY;

export type HomeWin = Pick<WinView, "id" | "kind" | "text" | "happenedAt" | "giver" | "people" | "teams" | "valueName" | "milestone" | "milestoneStep"> & {
  /** It thanks the reader, who has not opened it. */
  isForMe: boolean;
};

/**
 * The one win of the home page: what thanks the reader and was not opened yet, else the newest of the
 * week. One statement. Null when there is none.
 */
export async function findHomeWin(actor: Actor): Promise<HomeWin | null> {
  if (!canSeeWins(actor)) return null;
  const [win] = await query<WinView & { isForMe: boolean }>(sql`
    WITH mine AS (
      SELECT w.id, w.happened_at FROM win_person x JOIN win w ON w.id = x.win_id
      WHERE x.person_id = ${actor.id}::uuid AND x.happened_at > ${after(-WAITS)}::timestamptz
        AND w.removed_at IS NULL AND w.kind <> 'milestone'
        AND NOT EXISTS (SELECT 1 FROM win_receipt r WHERE r.win_id = w.id AND r.person_id = x.person_id)
      ORDER BY x.happened_at DESC LIMIT 1
    ), newest AS (
      SELECT w.id, w.happened_at FROM win w WHERE w.removed_at IS NULL AND w.kind <> 'thanks' AND w.happened_at > ${after(-RECENT)}::timestamptz
      ORDER BY w.happened_at DESC, w.id DESC LIMIT 1
    )
    SELECT ${winColumns(actor)}, found.for_me AS "isForMe"
    FROM (SELECT id, TRUE AS for_me FROM mine UNION ALL SELECT id, FALSE FROM newest) AS found JOIN win w ON w.id = found.id
    ORDER BY found.for_me DESC LIMIT 1`);
  if (!win) return null;
  const { id, kind, text, happenedAt, giver, people, teams, valueName, milestone, milestoneStep, isForMe } = win;
  return { id, kind, text, happenedAt, giver, people, teams, valueName, milestone, milestoneStep, isForMe };
}
