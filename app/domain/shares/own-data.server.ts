import type { OwnDataPart } from "~/domain/people/own-data.server";
import { sql } from "~/kernel/sql";

/** What this module holds of a person, and shows to nobody else: shares, links with their visits, choices. */
export const ownShareData: readonly OwnDataPart[] = [
  {
    name: "shares", covers: ["share.person_id"],
    rows: (person) => sql`
      SELECT s.id, p.title AS post, s.network, s.way, s.text, s.handed_over_at AS "handedOverAt" FROM share s LEFT JOIN post p ON p.id = s.post_id WHERE s.person_id = ${person} ORDER BY s.handed_over_at`,
  },
  {
    name: "links", covers: ["link.person_id"],
    rows: (person) => sql`
      SELECT l.slug, l.target_url AS "leadsTo", l.network, l.created_at AS "createdAt",
        (SELECT coalesce(json_agg(json_build_object('day', v.day, 'people', v.people, 'repeats', v.repeats, 'machines', v.machines) ORDER BY v.day), '[]')
         FROM link_visits v WHERE v.link_id = l.id) AS visits
      FROM link l WHERE l.person_id = ${person} ORDER BY l.created_at`,
  },
  {
    name: "wordingsTaken", covers: ["wording_reservation.person_id"],
    rows: (person) => sql`SELECT network, starts_at AS "from", ends_at AS "until" FROM wording_reservation WHERE person_id = ${person}`,
  },
  {
    name: "postChoices", covers: ["post_choice.person_id"],
    rows: (person) => sql`SELECT post_id AS post, choice, chosen_at AS "chosenAt" FROM post_choice WHERE person_id = ${person}`,
  },
];
