import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { joinOwnVersion, versionByDepartment } from "~/domain/messages/own-version.server";
import { chooseLanguage, chooseVariant } from "~/domain/messages/version";
import { query } from "~/kernel/db.server";
import { join, sql, type Sql } from "~/kernel/sql";
import { visibleMessages } from "~/policy/messages";
import { useDatabase } from "../../support/database";

useDatabase();

const CASES = process.env.VOUCH_DEEP ? 10_000 : 300;
/** Cases that share one round trip to the database. */
const AT_ONCE = 50;
const LANGUAGES = ["it", "en", "ro", "ru"] as const;
const COMPANY = "it";

/** A random company, a random message in it, and a reader who may move. Departments are numbers; 0 is the top. */
const aCase = fc.integer({ min: 1, max: 14 }).chain((size) => {
  const department = fc.integer({ min: 0, max: size - 1 });
  return fc.record({
    parents: fc.tuple(...Array.from({ length: size }, (_, index) => (index === 0 ? fc.constant(null) : fc.integer({ min: 0, max: index - 1 })))),
    /** Under a department made before it, so that it can't close a loop. */
    move: fc.option(fc.integer({ min: 1, max: Math.max(1, size - 1) }).chain((which) => fc.record({ which: fc.constant(which), under: fc.integer({ min: 0, max: which - 1 }) }))),
    audience: fc.uniqueArray(department, { maxLength: 4 }),
    isPublished: fc.boolean(),
    variants: fc.uniqueArray(department, { maxLength: 5 }),
    /** Languages beside the company's, of the core and then of each variant. */
    languages: fc.array(fc.subarray(["en", "ro", "ru"] as const), { minLength: 6, maxLength: 6 }),
    from: department,
    to: department,
    reads: fc.constantFrom(...LANGUAGES),
  });
});

type Case = typeof aCase extends fc.Arbitrary<infer T> ? T : never;

interface Placed extends Case {
  ids: string[];
  messageId: string;
  readerDepartment: number;
  finalParents: (number | null)[];
}

/** What is expected, in plain words and without a database. */
function pathOf(one: Placed, department: number): number[] {
  const parent = one.finalParents[department];
  return parent == null ? [department] : [department, ...pathOf(one, parent)];
}

function expected(one: Placed) {
  const path = pathOf(one, one.readerDepartment);
  if (!one.isPublished || !one.audience.some((department) => path.includes(department))) return null;
  const versions = [null, ...one.variants].map((department, index) => ({
    departmentId: department === null ? null : one.ids[department]!,
    languages: [COMPANY, ...one.languages[index]!],
  }));
  const version = chooseVariant(path.map((department) => one.ids[department]!), versions)!;
  return { version: version.departmentId, language: chooseLanguage(one.reads, COMPANY, version.languages)!.language };
}

async function place(cases: Case[]): Promise<Placed[]> {
  const placed = cases.map((one): Placed => {
    const finalParents: (number | null)[] = [...one.parents];
    const move = one.move && one.move.which < one.parents.length ? one.move : null;
    if (move) finalParents[move.which] = move.under;
    return { ...one, move, finalParents, ids: one.parents.map(() => crypto.randomUUID()), messageId: crypto.randomUUID(), readerDepartment: one.to };
  });
  const rows = (all: object[]) => JSON.stringify(all);
  await query(sql`
    INSERT INTO department (id, name, parent_id, created_at)
    SELECT id, id::text, parent, now() FROM jsonb_to_recordset(${rows(placed.flatMap((one) => one.ids.map((id, index) => ({ id, place: index, parent: one.parents[index] == null ? null : one.ids[one.parents[index]!] }))))}::jsonb)
      AS x(id uuid, place int, parent uuid) ORDER BY place`);
  await query(sql`
    UPDATE department d SET parent_id = x.parent FROM jsonb_to_recordset(${rows(placed.flatMap((one) => (one.move ? [{ id: one.ids[one.move.which], parent: one.ids[one.move.under] }] : [])))}::jsonb)
      AS x(id uuid, parent uuid) WHERE d.id = x.id`);
  await query(sql`
    INSERT INTO message (id, kind, author_id, content_hash, created_at, updated_at)
    SELECT id, 'message', gen_random_uuid(), '', now(), now() FROM jsonb_to_recordset(${rows(placed.map(({ messageId }) => ({ id: messageId })))}::jsonb) AS x(id uuid)`);
  await query(sql`
    INSERT INTO message_audience (message_id, department_id, published_at)
    SELECT message, department, CASE WHEN published THEN now() END FROM jsonb_to_recordset(${rows(placed.flatMap((one) => one.audience.map((department) => ({ message: one.messageId, department: one.ids[department], published: one.isPublished }))))}::jsonb)
      AS x(message uuid, department uuid, published boolean)`);
  const variants = placed.flatMap((one) =>
    [null, ...one.variants].map((department, index) => ({ id: crypto.randomUUID(), message: one.messageId, department: department === null ? null : one.ids[department], languages: [COMPANY, ...one.languages[index]!] })));
  await query(sql`
    WITH made AS (
      INSERT INTO variant (id, message_id, department_id)
      SELECT id, message, department FROM jsonb_to_recordset(${rows(variants)}::jsonb) AS x(id uuid, message uuid, department uuid) RETURNING id)
    INSERT INTO variant_text (variant_id, language, title, body)
    SELECT x.id, language, 'T', 'B' FROM jsonb_to_recordset(${rows(variants)}::jsonb) AS x(id uuid, languages text[]) JOIN made USING (id), unnest(x.languages) AS language`);
  return placed;
}

/** What each reader sees by the product's own SQL, all in one statement; the way up comes from the closure table. */
async function seenBy(placed: Placed[]) {
  const paths = await query<{ id: string; path: string[] }>(sql`
    SELECT descendant_id AS id, array_agg(ancestor_id::text ORDER BY depth) AS path FROM department_closure
    WHERE descendant_id = ANY(${placed.map((one) => one.ids[one.readerDepartment]!)}::uuid[]) GROUP BY 1`);
  const statements = placed.map((one, index): Sql => {
    const reader = { ancestorIds: paths.find(({ id }) => id === one.ids[one.readerDepartment])!.path, language: one.reads };
    return sql`
      (SELECT ${index}::int AS "case", v.department_id AS version, t.language
       FROM (SELECT DISTINCT message_id FROM ${visibleMessages(reader)}) AS seen JOIN message m ON m.id = seen.message_id ${joinOwnVersion(reader)})`;
  });
  return query<{ case: number; version: string | null; language: string }>(join(statements, " UNION ALL "));
}

beforeAll(async () => {
  // Every case is a company of its own, side by side in one database.
  await query(sql`DROP INDEX department_single_root`);
  await query(sql`
    INSERT INTO company (id, name, short_name, language, languages, time_zone, created_at)
    VALUES (1, 'Random', 'Random', ${COMPANY}, '{it,en,ro,ru}', 'UTC', now())`);
});

describe("what a reader sees", () => {
  it(`is the message's own version exactly once or nothing, as in plain words (${CASES} companies)`, async () => {
    for (let done = 0; done < CASES; done += AT_ONCE) {
      const placed = await place(fc.sample(aCase, AT_ONCE));
      const seen = await seenBy(placed);
      for (const [index, one] of placed.entries()) {
        const mine = seen.filter((row) => row.case === index).map(({ version, language }) => ({ version, language }));
        const wanted = expected(one);
        expect(mine, JSON.stringify(one)).toEqual(wanted ? [wanted] : []);
      }
    }
  }, 600_000);

  it("is what the publisher was told: every department of the audience gets one version", async () => {
    for (let done = 0; done < CASES / 10; done += AT_ONCE / 10) {
      for (const one of await place(fc.sample(aCase, AT_ONCE / 10))) {
        const ids = (departments: number[]) => sql`${departments.map((department) => one.ids[department]!)}::uuid[]`;
        const rows = await query<{ departmentId: string; versionId: string | null }>(sql`
          SELECT department_id AS "departmentId", version_id AS "versionId" FROM (${versionByDepartment(ids(one.audience), ids(one.variants))}) AS told`);
        const wanted = one.ids.flatMap((departmentId, department) => {
          const version = expected({ ...one, isPublished: true, readerDepartment: department });
          return version ? [{ departmentId, versionId: version.version }] : [];
        });
        const byDepartment = (a: { departmentId: string }, b: { departmentId: string }) => (a.departmentId < b.departmentId ? -1 : 1);
        expect(rows.sort(byDepartment)).toEqual(wanted.sort(byDepartment));
      }
    }
  }, 600_000);
});
