import { worksHere } from "~/domain/people/standing.server";
import { after, DAY } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import { LANGUAGES } from "~/locales/i18n";
import type { Actor } from "~/policy/actor";
import { canChangeCompany } from "~/policy/company";

export interface LanguageCoverage {
  language: string;
  readers: number;
  /** Messages of the last 90 days that have no text in it: their readers see another language. */
  missing: number;
}

/** For every language that Vouch speaks. @throws NotFound */
export async function listLanguageCoverage(actor: Actor): Promise<LanguageCoverage[]> {
  if (!canChangeCompany(actor)) throw new NotFound("languages");
  return query<LanguageCoverage>(sql`
    SELECT x.language, (SELECT count(*)::int FROM person p WHERE p.language = x.language AND ${worksHere}) AS readers,
      (SELECT count(*)::int FROM message m WHERE m.state = 'published' AND m.published_at > ${after(-90 * DAY)}::timestamptz
        AND EXISTS (SELECT 1 FROM variant v WHERE v.message_id = m.id
          AND NOT EXISTS (SELECT 1 FROM variant_text t WHERE t.variant_id = v.id AND t.language = x.language))) AS missing
    FROM unnest(${[...LANGUAGES]}::text[]) WITH ORDINALITY AS x (language, place) ORDER BY x.place`);
}
