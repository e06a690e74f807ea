import type { OwnDataPart } from "~/domain/people/own-data.server";
import { sql } from "~/kernel/sql";

/** What this module holds of a person: posts they wrote, and what was decided about them. */
export const ownLibraryData: readonly OwnDataPart[] = [
  {
    name: "postsYouWrote", covers: ["post.author_id", "post_editor.person_id"],
    rows: (person) => sql`
      SELECT p.id, p.title, p.state, p.author_id = ${person} AS "isAuthor", e.edited_at AS "editedAt", p.created_at AS "createdAt", p.approved_at AS "approvedAt"
      FROM post p LEFT JOIN post_editor e ON e.post_id = p.id AND e.person_id = ${person}
      WHERE p.author_id = ${person} OR e.person_id IS NOT NULL ORDER BY p.created_at`,
  },
  {
    name: "postApprovals", covers: ["post_approval.requested_by_id", "post_approval.decided_by_id", "post_approval.voided_by_id"],
    rows: (person) => sql`
      SELECT post_id AS post, requested_by_id IS NOT DISTINCT FROM ${person} AS "askedByYou", requested_at AS "requestedAt", decision,
        decided_by_id IS NOT DISTINCT FROM ${person} AS "decidedByYou", decided_at AS "decidedAt", CASE WHEN decided_by_id = ${person} THEN note END AS "yourNote",
        voided_by_id IS NOT DISTINCT FROM ${person} AS "voidedByYourEdit", voided_at AS "voidedAt"
      FROM post_approval WHERE requested_by_id = ${person} OR decided_by_id = ${person} OR voided_by_id = ${person} ORDER BY requested_at`,
  },
];
