import type { ClientBase } from "pg";
import { SLUG_ALPHABET, SLUG_LENGTH } from "~/domain/shares/links";
import { oneOf } from "./functions";
import type { Sizes } from "./sizes";
import { withoutIndexes } from "./without-indexes";

const NETWORKS = ["linkedin", "facebook", "x", "bluesky", "mastodon", "whatsapp"];
const TITLES = ["Why we mill our own flour", "Our bread on the road", "Open day at the bakery", "We are looking for bakers", "A loaf for the food bank"];
/** Multiplied with a number it walks through all slugs without meeting one twice (no factor in common with the alphabet's size). */
const STRIDE = 104_729_000_011n;

/** Approved posts, a third of them for everybody. */
export async function generatePosts(db: ClientBase, { posts, departments }: Sizes, at: Date): Promise<void> {
  await db.query(
    `INSERT INTO post (id, state, title, summary, why, language, link_url, link_title, link_description, link_host, facts, hashtags,
       author_id, content_hash, approved_at, created_at, updated_at)
     SELECT bench.id('post', i), 'approved', ${oneOf(TITLES, "i", 40)} || ', ' || i, 'A short summary of what the story tells.',
       'People outside should know.', 'it', 'https://measured.example/story/' || i, 'Story ' || i, 'What the page says about itself.',
       'measured.example', E'Founded in 1962\\n240 people', '#bread', bench.id('person', bench.pick(i, 41, 50)), md5('post' || i), out, out, out
     FROM generate_series(0, $2::bigint - 1) i, LATERAL (SELECT date_trunc('milliseconds', $1::timestamptz - i * interval '20 hours') AS out)`,
    [at, posts],
  );
  await db.query(
    `INSERT INTO post_audience (post_id, department_id, approved_at)
     SELECT p.id, bench.id('department', CASE WHEN i % 3 = 0 THEN 0 ELSE 1 + bench.pick(i * 4 + j, 42, $2 - 1) END), p.approved_at
     FROM generate_series(0, $1::bigint - 1) i JOIN post p ON p.id = bench.id('post', i)
     CROSS JOIN LATERAL generate_series(1, CASE WHEN i % 3 = 0 THEN 1 ELSE 3 END) j ON CONFLICT DO NOTHING`,
    [posts, departments],
  );
  await db.query(
    `INSERT INTO caption (post_id, language, text, position)
     SELECT bench.id('post', i), 'it', 'Caption ' || j || ' of story ' || i || ': we bake before the town wakes up.', j
     FROM generate_series(0, $1::bigint - 1) i, generate_series(0, 3) j`,
    [posts],
  );
}

/** Shares over the last year, each with its link; every tenth link was followed. */
export async function generateShares(db: ClientBase, { shares, people, posts }: Sizes, at: Date): Promise<void> {
  const drawn = `bench.id('person', bench.pick(i, 50, $3)) AS person_id, bench.id('post', bench.pick(i, 51, $4)) AS post_id,
    ${oneOf(NETWORKS, "i", 52)} AS network, date_trunc('milliseconds', $1::timestamptz - interval '1 second' * bench.pick(i, 53, 31536000)) AS moment`;
  const values = [at, shares, people, posts];
  await withoutIndexes(db, ["share", "link"], async () => {
    await db.query(
      `INSERT INTO link (id, slug, target_url, post_id, person_id, network, created_at)
       SELECT bench.id('link', i), ${slugOf("i")}, 'https://measured.example/story/' || bench.pick(i, 51, $4) || '?utm_source=' || network || '&utm_medium=employee',
         post_id, person_id, network, moment
       FROM (SELECT i, ${drawn} FROM generate_series(0, $2::bigint - 1) i) AS s`,
      values,
    );
    await db.query(
      `INSERT INTO share (id, request_key, person_id, post_id, network, way, text, wording_hash, link_id, handed_over_at)
       SELECT bench.id('share', i), bench.id('request', i), person_id, post_id, network, 'share_url', 'In my own words, number ' || i, md5('wording' || i), bench.id('link', i), moment
       FROM (SELECT i, ${drawn} FROM generate_series(0, $2::bigint - 1) i) AS s`,
      values,
    );
  });
  await db.query(
    `INSERT INTO link_visits (link_id, day, people, repeats, machines)
     SELECT bench.id('link', i), ($1::timestamptz - interval '1 day' * bench.pick(i, 54, 60))::date, 1 + bench.pick(i, 55, 9), bench.pick(i, 56, 3), bench.pick(i, 57, 2)
     FROM generate_series(0, $2::bigint - 1, 10) i`,
    [at, shares],
  );
  await db.query(
    `INSERT INTO post_reach (post_id, shares, visits)
     SELECT s.post_id, count(*), coalesce(sum(v.people), 0) FROM share s LEFT JOIN link_visits v ON v.link_id = s.link_id GROUP BY s.post_id`,
  );
}

/** SQL for the slug of a numbered link: its digits in the alphabet, the numbers spread over all slugs. */
function slugOf(rowNumber: string): string {
  const base = BigInt(SLUG_ALPHABET.length);
  const spread = `(${rowNumber} * ${STRIDE} % ${base ** BigInt(SLUG_LENGTH)})`;
  const digit = (place: number) => `substr('${SLUG_ALPHABET}', 1 + (${spread} / ${base ** BigInt(place)} % ${base})::int, 1)`;
  return Array.from({ length: SLUG_LENGTH }, (_, place) => digit(place)).join(" || ");
}
