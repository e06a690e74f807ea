import { worksHere } from "~/domain/people/standing.server";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canChangeCompany } from "~/policy/company";
import type { WorkingWeek } from "./working-calendar";

/** What the company set for itself, and how things stand, for the pages of its settings. */
export interface CompanySettings {
  version: number;
  /** The first steps stand in the menu. */
  isFirstRun: boolean;
  name: string;
  shortName: string;
  accent: string | null;
  markPictureId: string | null;
  language: string;
  languages: string[];
  timeZone: string;
  workingWeek: WorkingWeek;
  quietFrom: string | null;
  quietUntil: string | null;
  holidaysAhead: number;
  locations: number;
  approvalRules: number;
  hidesFormerNames: boolean;
  interests: string[];
  networkKeys: number;
  mailCarrier: string | null;
  privacyVersion: number | null;
  /** Active people who did not accept the version that asks for it. */
  privacyMissing: number;
}

/** One statement, whatever page asks. @throws NotFound */
export async function getSettings(actor: Actor): Promise<CompanySettings> {
  if (!canChangeCompany(actor)) throw new NotFound("settings");
  const rows = await query<CompanySettings>(sql`
    SELECT c.version, c.first_run_ended_at IS NULL AS "isFirstRun", c.name, c.short_name AS "shortName", c.accent, c.mark_picture_id AS "markPictureId", c.language, c.languages,
      c.time_zone AS "timeZone", c.working_week AS "workingWeek", c.hides_former_names AS "hidesFormerNames", c.interests, c.quiet_from AS "quietFrom", c.quiet_until AS "quietUntil",
      (SELECT count(*)::int FROM holiday WHERE day >= current_date) AS "holidaysAhead",
      (SELECT count(*)::int FROM location) AS locations,
      (SELECT count(*)::int FROM approval_rule) AS "approvalRules",
      (SELECT count(*)::int FROM network_key) AS "networkKeys",
      (SELECT carrier FROM mail_setting) AS "mailCarrier",
      (SELECT max(version) FROM privacy_notice) AS "privacyVersion",
      CASE WHEN c.privacy_asked IS NULL THEN 0 ELSE (SELECT count(*)::int FROM person p WHERE ${worksHere} AND NOT EXISTS
        (SELECT 1 FROM privacy_acceptance a WHERE a.person_id = p.id AND a.version >= c.privacy_asked)) END AS "privacyMissing"
    FROM company c`);
  return rows[0]!;
}
