import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { getOfferedPost, listOffered } from "~/domain/library/offering.server";
import { after, DAY, now, useClock } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { canSharePost, offeredPosts } from "~/policy/library";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "../messages/world";

useDatabase();

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

interface Sketch {
  /** Index of each department's parent among those before it; the first hangs under the company. */
  parents: number[];
  posts: { audience: number[]; isOnOffer: boolean; from: number | null; until: number | null }[];
}

const sketch: fc.Arbitrary<Sketch> = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc.record({
    parents: fc.tuple(...Array.from({ length: size }, (_, at) => fc.integer({ min: 0, max: Math.max(0, at - 1) }))),
    posts: fc.array(
      fc.record({
        audience: fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { minLength: 1, maxLength: 3 }),
        isOnOffer: fc.boolean(),
        from: fc.option(fc.integer({ min: -3, max: 3 })),
        until: fc.option(fc.integer({ min: -3, max: 3 })),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  }),
);

async function insertTree(parents: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [at, parent] of parents.entries()) {
    const id = crypto.randomUUID();
    const parentId = at === 0 ? world.departments.company : ids[parent];
    await query(sql`INSERT INTO department (id, name, parent_id, created_at) VALUES (${id}::uuid, ${id}::text, ${parentId}::uuid, now())`);
    ids.push(id);
  }
  return ids;
}

const pathOf = (parents: number[], at: number): number[] => (at === 0 ? [0] : [at, ...pathOf(parents, parents[at]!)]);
const days = (count: number | null) => (count === null ? null : after(count * DAY));

async function insertPost(departmentIds: string[], isOnOffer: boolean, validFrom: Date | null, validUntil: Date | null, approvedAt = now()): Promise<string> {
  const id = crypto.randomUUID();
  await query(sql`
    INSERT INTO post (id, state, title, language, author_id, content_hash, approved_at, valid_from, valid_until, created_at, updated_at)
    VALUES (${id}::uuid, ${isOnOffer ? "approved" : "draft"}::post_state, 'A post', 'en', ${crypto.randomUUID()}::uuid, '',
            ${isOnOffer ? approvedAt : null}::timestamptz, ${validFrom}::timestamptz, ${validUntil}::timestamptz, now(), now())`);
  await query(sql`
    INSERT INTO post_audience (post_id, department_id, approved_at)
    SELECT ${id}::uuid, d, ${isOnOffer ? approvedAt : null}::timestamptz FROM unnest(${departmentIds}::uuid[]) AS d`);
  return id;
}

describe("what is offered", () => {
  it("is what a plain reading of audience and days says, for everybody", async () => {
    const at = now();
    const restore = useClock({ now: () => at });
    await fc.assert(
      fc.asyncProperty(sketch, async ({ parents, posts }) => {
        const ids = await insertTree(parents);
        const made = await Promise.all(
          posts.map(async (post) => ({ ...post, id: await insertPost(post.audience.map((one) => ids[one]!), post.isOnOffer, days(post.from), days(post.until)) })),
        );
        for (const [home] of ids.entries()) {
          const path = pathOf(parents, home);
          const actor = { ...(await reader()), ancestorIds: [...path.map((one) => ids[one]!), world.departments.company] };
          const expected = made
            .filter(({ isOnOffer, from, until, audience }) => isOnOffer && (from ?? -9) <= 0 && (until ?? 9) > 0 && audience.some((one) => path.includes(one)))
            .map(({ id }) => id);
          const facts = made.filter((post) =>
            canSharePost(actor, { audienceIds: post.audience.map((one) => ids[one]!), isOnOffer: post.isOnOffer, validFrom: days(post.from), validUntil: days(post.until) }, at),
          );
          const rows = await query<{ id: string }>(sql`SELECT p.id FROM post p WHERE ${offeredPosts(actor)}`);
          const listed = (await listOffered(actor)).posts.map(({ id }) => id);
          expect(listed.toSorted()).toEqual(expected.toSorted());
          expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
          expect(facts.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
          for (const { id } of made) {
            const found = await getOfferedPost(actor, id).then(() => true, () => false);
            expect(found).toBe(expected.includes(id));
          }
        }
      }),
      { numRuns: process.env.VOUCH_DEEP ? 500 : 20 },
    ).finally(restore);
  });

  it("comes page by page, each post once, the newest approval first", async () => {
    const { it: own, company } = world.departments;
    const expected: string[] = [];
    for (let day = 0; day < 47; day++) expected.push(await insertPost(day % 3 === 0 ? [own, company] : [company], true, null, null, after(-day * DAY)));
    const actor = await world.person("it");
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listOffered>> = await listOffered(actor, cursor);
      seen.push(...page.posts.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(expected);
  });

  it("starts anew for a cursor that is none", async () => {
    const actor = await world.person("it");
    const first = await listOffered(actor);
    for (const cursor of ["", "x", "1_2", "99999999999999999_x", "1e5_00000000-0000-0000-0000-000000000000"]) expect(await listOffered(actor, cursor)).toEqual(first);
  });
});

let held: Awaited<ReturnType<World["person"]>> | undefined;
async function reader() {
  return (held ??= await world.person("hr"));
}
