import type { OwnDataPart } from "./own-data.server";
import { shownName } from "./shown-names.server";
import { sql } from "~/kernel/sql";

/** What this module holds of a person: their record, their ways in, and what they did to other records. */
export const ownRecord: readonly OwnDataPart[] = [
  {
    name: "person", covers: ["person.host_id"],
    rows: (person) => sql`
      SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.email, p.personnel_number AS "personnelNumber", d.name AS department,
        l.name AS location, p.job_title AS "jobTitle", p.language, p.time_zone AS "timeZone", p.theme, p.photo_picture_id AS "photo", p.ask_me AS "askMe",
        p.spoken_languages AS "spokenLanguages", p.interests, p.shows_interests AS "showsInterests", p.shows_email AS "showsEmail", p.shows_number AS "showsNumber",
        p.quiet_hours AS "quietHours", p.joined_on AS "joinedOn", p.is_guest AS "isGuest", p.guest_until AS "guestUntil",
        (SELECT ${shownName("h", sql`p.language`)} FROM person h WHERE h.id = p.host_id) AS "answersForYou",
        ARRAY(SELECT ${shownName("g", sql`p.language`)} FROM person g WHERE g.host_id = p.id) AS "guestsYouAnswerFor",
        p.created_at AS "createdAt", p.updated_at AS "updatedAt"
      FROM person p JOIN department d ON d.id = p.department_id LEFT JOIN location l ON l.id = p.location_id WHERE p.id = ${person}`,
  },
  {
    name: "roles", covers: ["role_grant.person_id"],
    rows: (person) => sql`SELECT g.role, d.name AS department, g.granted_at AS "grantedAt" FROM role_grant g LEFT JOIN department d ON d.id = g.department_id WHERE g.person_id = ${person}`,
  },
  {
    name: "devices", covers: ["session.person_id"],
    rows: (person) => sql`SELECT device, kind, created_at AS "signedInAt", seen_at AS "lastSeenAt", expires_at AS "expiresAt" FROM session WHERE person_id = ${person} ORDER BY created_at`,
  },
  {
    name: "waysIn", covers: ["credential.person_id", "pin.person_id", "passkey.person_id", "join_code.person_id"],
    rows: (person) => sql`
      SELECT 'password' AS kind, NULL AS name, changed_at AS "since", NULL::timestamptz AS "lastUsedAt", NULL::timestamptz AS "expiresAt" FROM credential WHERE person_id = ${person}
      UNION ALL SELECT 'pin', NULL, changed_at, NULL, NULL FROM pin WHERE person_id = ${person}
      UNION ALL SELECT 'passkey', name, created_at, last_used_at, NULL FROM passkey WHERE person_id = ${person}
      UNION ALL SELECT 'invitation by ' || way, NULL, created_at, NULL, expires_at FROM join_code WHERE person_id = ${person}`,
  },
  {
    name: "passwordLinks", covers: ["password_reset.person_id"],
    rows: (person) => sql`SELECT created_at AS "askedAt", expires_at AS "expiresAt", used_at AS "usedAt" FROM password_reset WHERE person_id = ${person}`,
  },
  {
    name: "signInResets", covers: ["sign_in_reset.person_id", "sign_in_reset.reset_by_id"],
    rows: (person) => sql`
      SELECT r.reset_at AS "resetAt", CASE WHEN r.person_id = ${person} THEN 'yours' ELSE 'somebody else''s, by you' END AS whose,
        CASE WHEN r.person_id = ${person} THEN ${shownName("b")} END AS by
      FROM sign_in_reset r JOIN person b ON b.id = r.reset_by_id WHERE r.person_id = ${person} OR r.reset_by_id = ${person}`,
  },
  {
    name: "daysAway", covers: ["absence.person_id", "absence.deputy_id"],
    rows: (person) => sql`
      SELECT b.starts_at AS "from", b.ends_at AS "until", b.created_at AS "saidAt", CASE WHEN b.person_id = ${person} THEN 'yours' ELSE 'somebody else''s, you stand in' END AS whose,
        (SELECT ${shownName("o")} FROM person o WHERE o.id = CASE WHEN b.person_id = ${person} THEN b.deputy_id ELSE b.person_id END) AS with
      FROM absence b WHERE b.person_id = ${person} OR b.deputy_id = ${person} ORDER BY b.starts_at`,
  },
  {
    name: "peopleYouInvited", covers: ["join_code.issued_by_id"],
    rows: (person) => sql`SELECT way, created_at AS "invitedAt" FROM join_code WHERE issued_by_id = ${person} AND person_id <> ${person}`,
  },
  {
    name: "importsYouHandedIn", covers: ["people_import.created_by_id"],
    rows: (person) => sql`SELECT file_name AS file, created_at AS "handedInAt", state FROM people_import WHERE created_by_id = ${person}`,
  },
  {
    name: "kiosksYouSetUp", covers: ["kiosk.added_by_id"],
    rows: (person) => sql`SELECT name, created_at AS "addedAt" FROM kiosk WHERE added_by_id = ${person}`,
  },
];
