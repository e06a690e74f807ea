import type { RetentionRule } from "~/kernel/retention.server";
import { sql } from "~/kernel/sql";

const ranOut = (before: Date) => sql`SELECT person_id FROM join_code WHERE expires_at < ${before}::timestamptz`;

/** Who left before then, and of whom more than the name is still here. */
const leavers = (before: Date) => sql`
  SELECT id FROM person WHERE deactivated_at < ${before}::timestamptz
    AND (email IS NOT NULL OR personnel_number IS NOT NULL OR job_title IS NOT NULL OR photo_picture_id IS NOT NULL OR ask_me <> ''
      OR spoken_languages <> '{}' OR interests <> '{}' OR time_zone IS NOT NULL OR quiet_hours IS NOT NULL)`;

/** Ways in that ran out, and the details of people who left. Their names stay beside what they wrote, by the company's rule. */
export const peopleRetention: readonly RetentionRule[] = [
  {
    matter: "codes", usual: 90, least: 7, most: 365, older: ranOut,
    forget: (tx, before, most) => tx.$executeRaw(sql`DELETE FROM join_code WHERE person_id IN (${ranOut(before)} LIMIT ${most}::int)`),
  },
  {
    matter: "leavers", usual: 365, least: 30, most: 3_650, older: leavers,
    async forget(tx, before, most) {
      const rows = await tx.$queryRaw<{ count: number }[]>(sql`
        WITH gone AS (SELECT id, photo_picture_id FROM person WHERE id IN (${leavers(before)} LIMIT ${most}::int) FOR UPDATE),
        -- The nightly sweep takes the files of a picture without a row.
        photos AS (DELETE FROM picture WHERE id IN (SELECT photo_picture_id FROM gone)),
        erased AS (UPDATE person p SET email = NULL, personnel_number = NULL, job_title = NULL, photo_picture_id = NULL, ask_me = '',
            spoken_languages = '{}', interests = '{}', shows_interests = false, shows_email = false, shows_number = false, time_zone = NULL, quiet_hours = NULL
          FROM gone WHERE p.id = gone.id RETURNING p.id)
        SELECT count(*)::int AS count FROM erased`);
      return rows[0]?.count ?? 0;
    },
  },
];
