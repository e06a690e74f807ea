import { worksHere } from "~/domain/people/standing.server";
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
    JOIN person p ON p.department_id = chosen.department_id AND ${worksHere}
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
