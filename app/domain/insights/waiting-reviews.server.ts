import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { reviewablePosts } from "~/policy/library";
import { approvableMessages } from "~/policy/messages";

/** How many contents wait for this person's decision. */
export async function countWaitingReviews(actor: Actor): Promise<number> {
  const rows = await query<{ count: number }>(sql`
    SELECT (SELECT count(*) FROM message m JOIN message_approval w ON w.message_id = m.id AND w.decision = 'waiting'
            WHERE ${approvableMessages(actor, now())})
         + (SELECT count(*) FROM post p WHERE ${reviewablePosts(actor)}) AS count`);
  return rows[0]?.count ?? 0;
}
