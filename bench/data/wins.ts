import type { ClientBase } from "pg";
import { oneOf } from "./functions";
import type { Sizes } from "./sizes";
import { withoutIndexes } from "./without-indexes";

const TEXTS = [
  "Stayed two hours longer so that the whole order could leave on time.",
  "Explained the new oven to all of us until nobody had a question left.",
  "Found the mistake in the delivery list before anybody noticed it.",
  "Thank you for the calm with which you took over on Saturday.",
];
const VALUES = ["Craft", "Care", "Courage", "Candour"];
const REACTIONS = ["clap", "heart", "star"];
const DAYS = 1_000;

/** Wins of the last years with people, reactions and comments; number 0 the newest. A third are small thank-yous. */
export async function generateWins(db: ClientBase, { wins, people, departments }: Sizes, at: Date): Promise<void> {
  await db.query(
    `INSERT INTO company_value (id, position, names, sentences, created_at)
     SELECT bench.id('value', i), i, jsonb_build_object('it', name, 'en', name), jsonb_build_object('it', name, 'en', name), $2
     FROM unnest($1::text[]) WITH ORDINALITY AS v(name, i)`,
    [VALUES, at],
  );
  const moment = "(SELECT happened_at FROM win WHERE id = bench.id('win', i)) AS happened_at";
  await db.query(
    `INSERT INTO win (id, kind, giver_id, value_id, text, is_across, happened_at)
     SELECT bench.id('win', i), (CASE WHEN i % 3 = 0 THEN 'thanks' ELSE 'win' END)::win_kind, bench.id('person', bench.pick(i, 60, $3)),
       CASE WHEN i % 3 > 0 THEN bench.id('value', 1 + bench.pick(i, 61, ${VALUES.length})) END, ${oneOf(TEXTS, "i", 62)}, i % 5 = 0, happened_at
     FROM generate_series(0, $2::bigint - 1) i,
       LATERAL (SELECT date_trunc('milliseconds', $1::timestamptz - interval '1 minute' - i * interval '1 day' * ${DAYS}::float8 / $2::float8) AS happened_at)`,
    [at, wins, people],
  );
  await withoutIndexes(db, ["win_person", "win_reaction"], async () => {
    await db.query(
      `INSERT INTO win_person (win_id, person_id, department_id, happened_at)
       SELECT DISTINCT ON (i, person) bench.id('win', i), bench.id('person', person), bench.id('department', 1 + bench.pick(person, 3, $3 - 1)), happened_at
       FROM generate_series(0, $1::bigint - 1) i CROSS JOIN LATERAL (SELECT ${moment}) AS m
       CROSS JOIN LATERAL (SELECT bench.pick(i * 4 + j, 63, $2) AS person FROM generate_series(0, bench.pick(i, 64, 3)) j) AS p`,
      [wins, people, departments],
    );
    await db.query(
      `INSERT INTO win_reaction (win_id, kind, person_id, reacted_at)
       SELECT DISTINCT ON (i, j) bench.id('win', i), ${oneOf(REACTIONS, "i * 8 + j", 65)}, bench.id('person', (bench.pick(i, 66, $2) + j) % $2), happened_at
       FROM generate_series(0, $1::bigint - 1) i CROSS JOIN LATERAL (SELECT ${moment}) AS m CROSS JOIN LATERAL generate_series(1, bench.pick(i, 67, 8)) j`,
      [wins, people],
    );
  });
  await db.query(
    `INSERT INTO win_comment (win_id, person_id, body, written_at)
     SELECT bench.id('win', i), bench.id('person', bench.pick(i, 68, $2)), 'Well deserved.', happened_at
     FROM generate_series(0, $1::bigint - 1, 3) i CROSS JOIN LATERAL (SELECT ${moment}) AS m`,
    [wins, people],
  );
}
