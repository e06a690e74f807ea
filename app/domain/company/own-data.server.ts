import type { OwnDataPart } from "~/domain/people/own-data.server";
import { sql } from "~/kernel/sql";

/** What this module holds of a person: the notices they accepted and published. */
export const ownCompanyData: readonly OwnDataPart[] = [
  {
    name: "privacyNoticesAccepted", covers: ["privacy_acceptance.person_id"],
    rows: (person) => sql`SELECT version, accepted_at AS "acceptedAt" FROM privacy_acceptance WHERE person_id = ${person} ORDER BY version`,
  },
  {
    name: "privacyNoticesYouPublished", covers: ["privacy_notice.published_by_id"],
    rows: (person) => sql`SELECT version, published_at AS "publishedAt" FROM privacy_notice WHERE published_by_id = ${person} ORDER BY version`,
  },
];
