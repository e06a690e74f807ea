import type { ClientBase } from "pg";
import { oneOf } from "./functions";
import { levelSizes, type Sizes } from "./sizes";

const GIVEN = ["Anna", "Luca", "Maria", "Ion", "Elena", "Pavel", "Sofia", "Marco", "Irina", "Paolo", "Ana", "Dmitri"];
const FAMILY = ["Rossi", "Popescu", "Ivanova", "Bianchi", "Smith", "Ionescu", "Conti", "Petrov", "Green", "Ferrari", "Rusu", "Brown"];

/** The company, its tree of departments and its people. Person 0 has every role, the others have none. */
export async function generateCompany(db: ClientBase, sizes: Sizes, at: Date): Promise<void> {
  await db.query(
    `INSERT INTO company (name, short_name, language, languages, time_zone, created_at)
     VALUES ('Measured Company', 'Measured', 'it', '{it,en,ro,ru}', 'Europe/Rome', $1::timestamptz - interval '6 years')`,
    [at],
  );
  await db.query(
    `INSERT INTO location (id, name, country, time_zone)
     SELECT bench.id('location', i), 'Location ' || i, (ARRAY['IT','RO','MD'])[1 + i % 3], (ARRAY['Europe/Rome','Europe/Bucharest','Europe/Chisinau'])[1 + i % 3]
     FROM generate_series(0, 29) i`,
  );
  await generateDepartments(db, sizes, at);
  await db.query(
    `INSERT INTO person (id, given_name, family_name, email, personnel_number, department_id, location_id, job_title, language, joined_on, created_at, updated_at)
     SELECT bench.id('person', i), ${oneOf(GIVEN, "i", 1)}, ${oneOf(FAMILY, "i", 2)} || ' ' || i,
       'person' || i || '@measured.example', 'M' || i, bench.id('department', 1 + bench.pick(i, 3, $2 - 1)),
       bench.id('location', bench.pick(i, 4, 30)), 'Colleague', (ARRAY['it','it','it','it','it','it','en','en','ro','ru'])[1 + bench.pick(i, 5, 10)],
       ($1::timestamptz - interval '1 day' * bench.pick(i, 6, 3000))::date, $1::timestamptz - interval '5 years', $1::timestamptz - interval '1 year'
     FROM generate_series(0, $3::bigint - 1) i`,
    [at, sizes.departments, sizes.people],
  );
  await db.query(
    `INSERT INTO role_grant (person_id, role, granted_at)
     SELECT bench.id('person', 0), role, $1 FROM unnest(enum_range(NULL::role)) AS role WHERE role <> 'employee'`,
    [at],
  );
}

/** Level by level, so that the closure's trigger finds the parents. */
async function generateDepartments(db: ClientBase, sizes: Sizes, at: Date): Promise<void> {
  let first = 0;
  let above = { first: 0, size: 0 };
  for (const size of levelSizes(sizes)) {
    await db.query(
      `INSERT INTO department (id, name, parent_id, created_at)
       SELECT bench.id('department', i), 'Department ' || i,
         CASE WHEN $3::bigint > 0 THEN bench.id('department', $4::bigint + (i - $1) % $3::bigint) END, $5::timestamptz - interval '5 years'
       FROM generate_series($1::bigint, $1::bigint + $2::bigint - 1) i`,
      [first, size, above.size, above.first, at],
    );
    above = { first, size };
    first += size;
  }
}
