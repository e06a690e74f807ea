import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";

/** How a post stands: this person's own choice, seen by nobody else, and totals over everybody. */
export interface Standing {
  choice: "later" | "not_for_me" | null;
  shares: number;
  visits: number;
}

/** The standings of these posts, by id; those that nobody chose or shared are left out. One statement, none for no posts. */
export async function findStandings(actor: Actor, postIds: readonly string[]): Promise<Map<string, Standing>> {
  if (postIds.length === 0) return new Map();
  const rows = await query<Standing & { postId: string }>(sql`
    SELECT asked.id AS "postId", c.choice, coalesce(r.shares, 0) AS shares, coalesce(r.visits, 0) AS visits
    FROM unnest(${[...postIds]}::uuid[]) AS asked(id)
    LEFT JOIN post_choice c ON c.post_id = asked.id AND c.person_id = ${actor.id}::uuid
    LEFT JOIN post_reach r ON r.post_id = asked.id
    WHERE c.post_id IS NOT NULL OR r.post_id IS NOT NULL`);
  return new Map(rows.map(({ postId, ...standing }) => [postId, standing]));
}
