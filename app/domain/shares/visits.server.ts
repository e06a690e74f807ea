import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { visibleShares } from "~/policy/shares";

export interface OwnShare {
  id: string;
  postId: string;
  title: string;
  network: string;
  handedOverAt: Date;
  visits: number;
}

/** A person's own shares with the visits of each, newest first; seen by nobody else. Keyset paging by moment and id. */
export async function listOwnShares(actor: Actor, { after, limit }: { after?: { at: string; id: string }; limit: number }): Promise<OwnShare[]> {
  return query<OwnShare>(sql`
    SELECT s.id, s.post_id AS "postId", p.title, s.network, s.handed_over_at AS "handedOverAt",
           coalesce((SELECT sum(v.people) FROM link_visits v WHERE v.link_id = s.link_id), 0) AS visits
    FROM share s JOIN post p ON p.id = s.post_id
    WHERE ${visibleShares(actor)}
      AND (${after?.at ?? null}::timestamptz IS NULL OR (s.handed_over_at, s.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY s.handed_over_at DESC, s.id DESC
    LIMIT ${limit}`);
}

/** Visits through a person's own links since the first of the month, in their zone, and through how many posts. */
export async function sumOwnVisitsThisMonth(actor: Actor, month: string): Promise<{ visits: number; posts: number }> {
  const rows = await query<{ visits: number; posts: number }>(sql`
    SELECT coalesce(sum(v.people), 0) AS visits, count(DISTINCT l.post_id) AS posts
    FROM link l JOIN link_visits v ON v.link_id = l.id
    WHERE l.person_id = ${actor.id}::uuid AND v.day >= ${`${month}-01`}::date AND v.people > 0`);
  return rows[0] ?? { visits: 0, posts: 0 };
}
