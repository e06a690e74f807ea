import { HOUR, after } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { empty, sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { offeredPosts } from "~/policy/library";

/** How long "Later" keeps a post off the home page; on the share page it stays in reach. */
const LATER_RESTS = 20 * HOUR;

export interface SuggestedPost {
  id: string;
  title: string;
  summary: string;
  validUntil: Date | null;
  approvedAt: Date;
  linkHost: string;
  picture: { id: string; width: number; height: number; placeholder: string; widths: number[] } | null;
  pictureAlt: string;
  choice: "later" | "not_for_me" | null;
  isShared: boolean;
  /** Totals over everybody. */
  shares: number;
  visits: number;
}

/** The posts offered to a person with their own choice and everybody's totals, newest first; one statement. */
export async function listShareablePosts(actor: Actor, { forHome, limit }: { forHome: boolean; limit: number }): Promise<SuggestedPost[]> {
  return query<SuggestedPost>(sql`
    SELECT p.id, p.title, p.summary, p.valid_until AS "validUntil", p.approved_at AS "approvedAt", p.link_host AS "linkHost",
           p.picture_alt AS "pictureAlt",
           (SELECT json_build_object('id', i.id, 'width', i.width, 'height', i.height, 'placeholder', i.placeholder, 'widths', i.widths)
            FROM picture i WHERE i.id = p.picture_id) AS picture,
           pc.choice, own.id IS NOT NULL AS "isShared",
           (SELECT count(*) FROM share s WHERE s.post_id = p.id) AS shares,
           (SELECT coalesce(sum(v.people), 0) FROM link l JOIN link_visits v ON v.link_id = l.id WHERE l.post_id = p.id) AS visits
    FROM post p
    LEFT JOIN post_choice pc ON pc.post_id = p.id AND pc.person_id = ${actor.id}::uuid
    LEFT JOIN LATERAL (SELECT s.id FROM share s WHERE s.post_id = p.id AND s.person_id = ${actor.id}::uuid LIMIT 1) own ON true
    WHERE ${offeredPosts(actor)}
      ${forHome ? sql`AND own.id IS NULL AND (pc.choice IS NULL OR (pc.choice = 'later' AND pc.chosen_at < ${after(-LATER_RESTS)}::timestamptz))` : empty}
    ORDER BY p.approved_at DESC, p.id DESC
    LIMIT ${limit}`);
}
