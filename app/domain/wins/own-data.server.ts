import type { OwnDataPart } from "~/domain/people/own-data.server";
import { shownName } from "~/domain/people/shown-names.server";
import { sql } from "~/kernel/sql";

/** What this module holds of a person: thanks they gave and got, what they answered, what they want to see. */
export const ownWinData: readonly OwnDataPart[] = [
  {
    name: "winsYouGave", covers: ["win.giver_id"],
    rows: (person) => sql`
      SELECT w.id, w.kind, w.text, w.picture_alt AS "pictureAlt", w.happened_at AS "happenedAt", w.edited_at AS "editedAt", w.removed_at AS "removedAt", w.removal_reason AS "removalReason",
        (SELECT coalesce(json_agg(json_build_object('text', e.text, 'editedAt', e.edited_at) ORDER BY e.edited_at), '[]') FROM win_edit e WHERE e.win_id = w.id) AS "before"
      FROM win w WHERE w.giver_id = ${person} ORDER BY w.happened_at`,
  },
  {
    // One that its giver took back is nobody's; one that a moderator removed is told without its text.
    name: "winsForYou", covers: ["win_person.person_id", "win_receipt.person_id"],
    rows: (person) => sql`
      SELECT w.id, w.kind, CASE WHEN w.removed_at IS NULL THEN w.text END AS text, CASE WHEN w.removed_at IS NULL THEN ${shownName("g")} END AS "from",
        w.happened_at AS "happenedAt", w.removed_at AS "removedAt", (SELECT seen_at FROM win_receipt s WHERE s.win_id = w.id AND s.person_id = ${person}) AS "seenAt"
      FROM win_person x JOIN win w ON w.id = x.win_id LEFT JOIN person g ON g.id = w.giver_id WHERE x.person_id = ${person} AND (w.removed_at IS NULL OR w.removed_by_id IS DISTINCT FROM w.giver_id) ORDER BY w.happened_at`,
  },
  {
    name: "winReactions", covers: ["win_reaction.person_id"],
    rows: (person) => sql`SELECT win_id AS win, kind, reacted_at AS "reactedAt" FROM win_reaction WHERE person_id = ${person}`,
  },
  {
    name: "winComments", covers: ["win_comment.person_id"],
    rows: (person) => sql`SELECT win_id AS win, body, written_at AS "writtenAt", removed_at AS "removedAt" FROM win_comment WHERE person_id = ${person} ORDER BY written_at`,
  },
  {
    name: "winsAndCommentsYouRemoved", covers: ["win.removed_by_id", "win_comment.removed_by_id"],
    rows: (person) => sql`
      SELECT id AS win, removal_reason AS "yourReason", removed_at AS "removedAt" FROM win WHERE removed_by_id = ${person}
      UNION ALL SELECT win_id, NULL, removed_at FROM win_comment WHERE removed_by_id = ${person}`,
  },
  {
    name: "winPreferences", covers: ["win_preference.person_id"],
    rows: (person) => sql`SELECT hides_years AS "hidesYears", pauses_live AS "pausesLive" FROM win_preference WHERE person_id = ${person}`,
  },
];
