import { HOUR, after } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { empty, sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { offeredByDepartment } from "~/policy/library";

/** Of so many times the posts that home shows, those in the person's language come first. */
const CANDIDATES = 4;
/** How long "Later" keeps a post off the home page; on the share page it stays in reach. */
const LATER_RESTS = 20 * HOUR;

export interface SuggestedPost {
  id: string;
  title: string;
  summary: string;
  language: string;
  validUntil: Date | null;
  approvedAt: Date;
  linkHost: string;
  picture: { id: string; width: number; height: number; placeholder: string; widths: number[] } | null;
  pictureAlt: string;
  choice: "later" | "not_for_me" | null;
  /** Totals over everybody. */
  shares: number;
  visits: number;
}

/**
 * The posts offered to a person with their own choice and everybody's totals, newest first, in one
 * statement: a page from the index for each department above them, merged.
 * @param forHome leaves out what was shared already, put aside, or kept for later since yesterday;
 *   of the newest, those in the person's language come first, then those in the company's
 */
export async function listShareablePosts(actor: Actor, { forHome, limit }: { forHome: boolean; limit: number }): Promise<SuggestedPost[]> {
  const most = forHome ? limit * CANDIDATES : limit;
  const undecided = sql`
    AND NOT EXISTS (SELECT 1 FROM share s WHERE s.post_id = p.id AND s.person_id = ${actor.id}::uuid)
    AND NOT EXISTS (SELECT 1 FROM post_choice c WHERE c.post_id = p.id AND c.person_id = ${actor.id}::uuid
                    AND (c.choice = 'not_for_me' OR c.chosen_at > ${after(-LATER_RESTS)}::timestamptz))`;
  const page = sql`${forHome ? undecided : empty} ORDER BY a.approved_at DESC, a.post_id DESC LIMIT ${most}`;
  const preferred = sql`p.language = ${actor.language} DESC, p.language = (SELECT language FROM company) DESC,`;
  return query<SuggestedPost>(sql`
    WITH found AS (
      SELECT DISTINCT offered.post_id, offered.approved_at FROM ${offeredByDepartment(actor, page)}
      ORDER BY offered.approved_at DESC, offered.post_id DESC LIMIT ${most})
    SELECT p.id, p.title, p.summary, p.language, p.valid_until AS "validUntil", p.approved_at AS "approvedAt", p.link_host AS "linkHost",
           p.picture_alt AS "pictureAlt",
           (SELECT json_build_object('id', i.id, 'width', i.width, 'height', i.height, 'placeholder', i.placeholder, 'widths', i.widths)
            FROM picture i WHERE i.id = p.picture_id) AS picture,
           choice.choice, coalesce(r.shares, 0) AS shares, coalesce(r.visits, 0) AS visits
    FROM found
    JOIN post p ON p.id = found.post_id
    LEFT JOIN post_choice choice ON choice.post_id = p.id AND choice.person_id = ${actor.id}::uuid
    LEFT JOIN post_reach r ON r.post_id = p.id
    ORDER BY ${forHome ? preferred : empty} found.approved_at DESC, found.post_id DESC
    LIMIT ${limit}`);
}
