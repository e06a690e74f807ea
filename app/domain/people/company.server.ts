import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";

/** What every page needs to know of the company. */
export interface CompanyProfile {
  name: string;
  /** What people say when they speak of it. */
  shortName: string;
  accent: string | null;
  markPictureId: string | null;
  /** The language every version must exist in. */
  language: string;
  /** The languages people read, the company's own first. */
  languages: string[];
  timeZone: string;
  isDemo: boolean;
  /** New: its administrators are shown the first steps until they put them away. */
  isFirstRun: boolean;
}

/** The profile as one JSON value, for statements that carry it along (table alias `c`). */
export const companyProfileJson = sql`json_build_object(
  'name', c.name, 'shortName', c.short_name, 'accent', c.accent, 'markPictureId', c.mark_picture_id,
  'language', c.language, 'languages', c.languages, 'timeZone', c.time_zone, 'isDemo', c.is_demo,
  'isFirstRun', c.first_run_ended_at IS NULL)`;

/** The company's profile; null while the installation is empty. */
export async function findCompany(): Promise<CompanyProfile | null> {
  const rows = await query<{ company: CompanyProfile }>(sql`SELECT ${companyProfileJson} AS company FROM company c`);
  return rows[0]?.company ?? null;
}

/** The company's profile. @throws Error while the installation is empty: pages send to set-up first. */
export async function getCompany(): Promise<CompanyProfile> {
  const company = await findCompany();
  if (!company) throw new Error("The installation is empty.");
  return company;
}
