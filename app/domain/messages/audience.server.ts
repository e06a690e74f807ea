import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { versionByDepartment } from "./own-version.server";
import type { MessageRecord } from "./message-record";
import { chooseLanguage } from "./version";

/** What counting needs of a message; a draft that nobody saved has it as well. */
export interface Counted {
  audienceIds: string[];
  /** Each version with the languages it has a whole text in. */
  versions: { departmentId: string | null; languages: string[] }[];
  companyLanguage: string;
}

/** How many people get one version. */
export interface VersionCount {
  departmentId: string | null;
  people: number;
  languages: LanguageCount[];
}

export interface LanguageCount {
  /** What these people read. */
  language: string;
  people: number;
  /** What they will get; null while the version has no text at all. */
  gets: string | null;
}

export interface VersionCounts {
  /** Everybody in the audience, each counted with exactly one version. */
  total: number;
  /** Those of them without a mail address; "few" for fewer than five, where a number would nearly be a name. */
  unreachable: number | "few";
  versions: VersionCount[];
}

/** Fewer people than that are not counted out. */
const SMALLEST_COUNTED = 5;

interface Row {
  versionId: string | null;
  language: string;
  people: number;
  unreachable: number;
}

/**
 * How many people get which version, and in which language; also of a draft that nobody saved. One
 * statement: versions are chosen per department, people are only counted.
 */
export async function countVersions({ audienceIds, versions, companyLanguage }: Counted): Promise<VersionCounts> {
  const departments = versions.flatMap(({ departmentId }) => (departmentId ? [departmentId] : []));
  const rows = await query<Row>(sql`
    SELECT chosen.version_id AS "versionId", p.language, count(*)::int AS people,
           (count(*) FILTER (WHERE p.email IS NULL))::int AS unreachable
    FROM (${versionByDepartment(sql`${audienceIds}::uuid[]`, sql`${departments}::uuid[]`)}) AS chosen
    JOIN person p ON p.department_id = chosen.department_id AND p.deactivated_at IS NULL
    GROUP BY 1, 2 ORDER BY 2`);
  const sum = (some: Row[], what: "people" | "unreachable") => some.reduce((total, row) => total + row[what], 0);
  const unreachable = sum(rows, "unreachable");
  return {
    total: sum(rows, "people"),
    unreachable: unreachable > 0 && unreachable < SMALLEST_COUNTED ? "few" : unreachable,
    versions: versions.map(({ departmentId, languages }) => {
      const own = rows.filter(({ versionId }) => versionId === departmentId);
      return {
        departmentId,
        people: sum(own, "people"),
        languages: own.map(({ language, people }) => ({
          language,
          people,
          gets: chooseLanguage(language, companyLanguage, languages)?.language ?? null,
        })),
      };
    }),
  };
}

/** A message as counting sees it: a language counts where both title and text are there. */
export function countedOf(record: Pick<MessageRecord, "audience" | "variants" | "company">): Counted {
  return {
    audienceIds: record.audience.map(({ id }) => id),
    versions: record.variants.map(({ departmentId, texts }) => ({
      departmentId,
      languages: texts.filter(({ title, body }) => title && body).map(({ language }) => language),
    })),
    companyLanguage: record.company.language,
  };
}

/** What became of a published message, as numbers: never who. */
export interface Reach {
  /** People it is for now. */
  total: number;
  /** Null in an audience of fewer than five, where a number would be a name. */
  opened: number | null;
  confirmed: number;
  questions: number;
  unanswered: number;
}

/** Counts readers who are in the audience now, so that every number is at most the total. One statement. */
export async function countReach(messageId: string): Promise<Reach> {
  const rows = await query<Reach>(sql`
    WITH reader AS MATERIALIZED (
      SELECT p.id FROM person p
      WHERE p.deactivated_at IS NULL AND p.department_id IN (
        SELECT c.descendant_id FROM message_audience a JOIN department_closure c ON c.ancestor_id = a.department_id
        WHERE a.message_id = ${messageId}::uuid))
    SELECT (SELECT count(*)::int FROM reader) AS total,
      (SELECT count(*)::int FROM read_receipt r JOIN reader ON reader.id = r.person_id WHERE r.message_id = ${messageId}::uuid) AS opened,
      (SELECT count(*)::int FROM acknowledgement k JOIN reader ON reader.id = k.person_id WHERE k.message_id = ${messageId}::uuid) AS confirmed,
      (SELECT count(*)::int FROM message_remark q WHERE q.message_id = ${messageId}::uuid AND q.kind = 'question' AND q.answers_id IS NULL) AS questions,
      (SELECT count(*)::int FROM message_remark q WHERE q.message_id = ${messageId}::uuid AND q.kind = 'question' AND q.answers_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM message_remark x WHERE x.answers_id = q.id)) AS unanswered`);
  const reach = rows[0]!;
  return reach.total < SMALLEST_COUNTED ? { ...reach, opened: null } : reach;
}
