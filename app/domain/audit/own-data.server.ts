import type { OwnDataPart } from "~/domain/people/own-data.server";
import { sql } from "~/kernel/sql";

/** What is on record of a person: who looked at them, what happened to their record, and what they did. Details name others, and stay. */
export const ownAuditData: readonly OwnDataPart[] = [
  {
    name: "looksAtYou", covers: [],
    rows: (person) => sql`
      SELECT e.occurred_at AS at, v.given_name || ' ' || v.family_name AS by FROM audit_entry e LEFT JOIN person v ON v.id = e.actor_id
      WHERE e.subject_kind = 'person' AND e.subject_id = ${person}::text AND e.action = 'person.viewed' ORDER BY e.id`,
  },
  {
    name: "onRecordAboutYou", covers: [],
    rows: (person) => sql`
      SELECT occurred_at AS at, action FROM audit_entry WHERE subject_kind = 'person' AND subject_id = ${person}::text AND action <> 'person.viewed' ORDER BY id`,
  },
  {
    name: "onRecordByYou", covers: ["audit_entry.actor_id"],
    rows: (person) => sql`SELECT occurred_at AS at, action, subject_kind AS "onWhat" FROM audit_entry WHERE actor_id = ${person} ORDER BY id`,
  },
];
