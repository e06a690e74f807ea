import type { ClientBase } from "pg";
import { oneOf } from "./functions";
import { withoutIndexes } from "./without-indexes";
import { levelSizes, type Sizes } from "./sizes";

const TITLES = ["New shifts from Monday", "The order screen changes", "How we label allergens", "Payslips move online", "A visit from the mill", "Summer opening hours"];
const SENTENCES = [
  "From the first of the month the **morning team** starts ten minutes earlier.",
  "Whoever works on Sundays hands the list to the next team in writing.",
  "We tried this in two shops for six weeks, and waiting times fell by a third.",
  "Questions are welcome below; your shop lead has the printed sheet as well.",
  "Nothing changes for those who work nights, and nobody loses an hour of pay.",
  "The new screen shows what is due *within the hour*, in the order of collection.",
];
const SENTENCES_A_TEXT = 8;

/**
 * Published messages, number 0 the newest. Every 17th is for the whole company, the others for two to six departments,
 * a fifth of these near the root: everybody sees several a day.
 */
export async function generateMessages(db: ClientBase, sizes: Sizes, at: Date): Promise<void> {
  await db.query(
    `INSERT INTO message (id, kind, state, why, asks_confirmation, author_id, content_hash, published_at, created_at, updated_at)
     SELECT bench.id('message', i), (CASE WHEN bench.pick(i, 10, 10) < 3 THEN 'notice' ELSE 'message' END)::message_kind, 'published',
       jsonb_build_object('it', 'So everybody knows what to expect.', 'en', 'So everybody knows what to expect.'),
       bench.pick(i, 11, 100) < 6, bench.id('person', bench.pick(i, 12, 50)), md5('content' || i), out, out, out
     FROM generate_series(0, $2::bigint - 1) i,
       LATERAL (SELECT date_trunc('milliseconds', $1::timestamptz - interval '10 minutes' - i * interval '1 day' * $3::float8 / $2::float8) AS out)`,
    [at, sizes.messages, sizes.messageDays],
  );
  await db.query(
    `INSERT INTO message_audience (message_id, department_id, published_at, asks_confirmation)
     SELECT m.id, bench.id('department', CASE
         WHEN i % 17 = 0 THEN 0
         WHEN bench.pick(i * 8 + j, 13, 5) = 0 THEN 1 + bench.pick(i * 8 + j, 14, $2)
         ELSE 1 + bench.pick(i * 8 + j, 15, $3 - 1) END), m.published_at, m.asks_confirmation
     FROM generate_series(0, $1::bigint - 1) i
     JOIN message m ON m.id = bench.id('message', i)
     CROSS JOIN LATERAL generate_series(1, CASE WHEN i % 17 = 0 THEN 1 ELSE 2 + bench.pick(i, 16, 17) / 4 END) j
     ON CONFLICT DO NOTHING`,
    [sizes.messages, levelSizes(sizes)[1], sizes.departments],
  );
  await generateVersions(db, sizes);
}

/** A core version for each message, and for every sixth one of its departments' own; Italian and English, some in all four. */
async function generateVersions(db: ClientBase, { messages }: Sizes): Promise<void> {
  await db.query(
    `INSERT INTO variant (id, message_id, department_id)
     SELECT bench.id('core', i), bench.id('message', i), NULL FROM generate_series(0, $1::bigint - 1) i
     UNION ALL
     SELECT bench.id('variant', i), bench.id('message', i),
       (SELECT department_id FROM message_audience WHERE message_id = bench.id('message', i) ORDER BY department_id LIMIT 1)
     FROM generate_series(1, $1::bigint - 1, 6) i`,
    [messages],
  );
  const body = Array.from({ length: SENTENCES_A_TEXT }, (_, nth) => oneOf(SENTENCES, "v.n", 20 + nth)).join(
    ` || E'\\n\\n' || `,
  );
  await withoutIndexes(db, ["variant_text"], () => db.query(
    `INSERT INTO variant_text (variant_id, language, title, body)
     SELECT v.id, language, ${oneOf(TITLES, "v.n", 19)} || ', ' || v.n, ${body}
     FROM (SELECT bench.id('core', i) AS id, i AS n FROM generate_series(0, $1::bigint - 1) i
           UNION ALL SELECT bench.id('variant', i), i FROM generate_series(1, $1::bigint - 1, 6) i) AS v
     CROSS JOIN unnest(CASE WHEN v.n % 5 = 0 THEN ARRAY['it','en','ro','ru'] ELSE ARRAY['it','en'] END) AS language`,
    [messages],
  ));
}
