import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { findApprovers } from "~/domain/library/approvers.server";
import { findPostRecord, approvalFacts } from "~/domain/library/post-record.server";
import { after, DAY, now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor, Role } from "~/policy/actor";
import { canApprovePost, canEditPost, editablePosts, reviewablePosts } from "~/policy/library";
import { createWorld, type World } from "../domain/messages/world";
import { useDatabase } from "../support/database";

useDatabase();

const NAMES = ["company", "office", "hr", "it", "operations", "shops", "turin"] as const;
const department = fc.constantFrom(...NAMES);
const role = fc.constantFrom<Role>("publisher", "drafter", "approver", "administrator", "leader");

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const scene = fc.record({
  people: fc.array(
    fc.record({ home: department, grants: fc.uniqueArray(fc.tuple(role, fc.option(department)), { maxLength: 4, selector: ([name, scope]) => `${name} ${scope}` }) }),
    { minLength: 1, maxLength: 4 },
  ),
  audience: fc.uniqueArray(department, { maxLength: 3 }),
  author: fc.nat(3),
  editors: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
  isWaiting: fc.boolean(),
  isOverdue: fc.boolean(),
  hasAuthorLeft: fc.boolean(),
});

async function insertPost(author: Actor, editors: Actor[], audienceIds: string[], isWaiting: boolean, dueAt: Date): Promise<string> {
  const id = crypto.randomUUID();
  await query(sql`
    INSERT INTO post (id, state, title, language, author_id, content_hash, created_at, updated_at)
    VALUES (${id}::uuid, ${isWaiting ? "in_review" : "draft"}::post_state, 'A post', 'en', ${author.id}::uuid, '', now(), now())`);
  await query(sql`INSERT INTO post_audience (post_id, department_id) SELECT ${id}::uuid, d FROM unnest(${audienceIds}::uuid[]) AS d`);
  await query(sql`INSERT INTO post_editor (post_id, person_id, edited_at) SELECT ${id}::uuid, e, now() FROM unnest(${editors.map((editor) => editor.id)}::uuid[]) AS e`);
  if (isWaiting) {
    await query(sql`
      INSERT INTO post_approval (post_id, content_hash, requested_by_id, requested_at, due_at)
      VALUES (${id}::uuid, '', ${author.id}::uuid, now(), ${dueAt}::timestamptz)`);
  }
  return id;
}

it("decides about a post as its row filters do, for random roles, scopes and audiences", async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ people, audience, author, editors, isWaiting, isOverdue, hasAuthorLeft }) => {
      const actors: Actor[] = [];
      for (const { home, grants } of people) {
        const roles = grants.map(([name, scope]) => ({ role: name, departmentId: scope && world.departments[scope] }));
        actors.push(await world.person(home, { roles }));
      }
      const pick = (index: number) => actors[index % actors.length]!;
      const editing = [...new Set(editors.map(pick))];
      const id = await insertPost(pick(author), editing, audience.map((name) => world.departments[name]), isWaiting, after(isOverdue ? -DAY : DAY));
      // Not one of those who are asked about: they would be asked about nothing any more.
      if (hasAuthorLeft) {
        const leaver = await world.person(people[0]!.home);
        await query(sql`UPDATE person SET deactivated_at = now() WHERE id = ${leaver.id}::uuid`);
        await query(sql`UPDATE post SET author_id = ${leaver.id}::uuid WHERE id = ${id}::uuid`);
      }
      const post = (await findPostRecord(id))!;
      const facts = approvalFacts(post, now());
      const { people: approvers } = await findApprovers(post);
      for (const actor of actors) {
        const [row] = await query<{ edit: boolean; review: boolean }>(sql`
          SELECT ${editablePosts(actor)} AS edit, ${reviewablePosts(actor)} AS review FROM post p WHERE p.id = ${id}::uuid`);
        expect(row).toEqual({ edit: canEditPost(actor, facts), review: isWaiting && canApprovePost(actor, facts) });
        expect(approvers.some((approver) => approver.id === actor.id)).toBe(canApprovePost(actor, facts));
      }
    }),
    { numRuns: process.env.VOUCH_DEEP ? 2_000 : 50 },
  );
}, 300_000);
