import type { OwnDataPart } from "~/domain/people/own-data.server";
import { sql } from "~/kernel/sql";

/** In which group a person is counted while figures of its week are. */
export const ownInsightsData: readonly OwnDataPart[] = [
  {
    name: "countedIn", covers: ["insights_roster_person.person_id"],
    rows: (person) => sql`
      SELECT r.week, d.name AS department FROM insights_roster_person x JOIN insights_roster r ON r.id = x.roster_id
      LEFT JOIN insights_roster_department d ON d.roster_id = x.roster_id AND d.department_id = x.department_id WHERE x.person_id = ${person} ORDER BY r.week`,
  },
];
