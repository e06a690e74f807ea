import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { approvalFacts, findPostRecord } from "~/domain/library/post-record.server";
import { startMessage } from "~/domain/messages/drafting.server";
import { approvalFactsOf, factsOf, getRecord } from "~/domain/messages/message-record.server";
import { findActor } from "~/domain/people/actors.server";
import { after, DAY, now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { insteadOf, type Actor, type Role } from "~/policy/actor";
import { canApprovePost, canEditPost, canEndPost, editablePosts, reviewablePosts, reviewsInsteadOf } from "~/policy/library";
import { approvableMessages, approvesInsteadOf, canApproveMessage, canEditMessage, canPublishMessage, editableMessages, publishableMessages } from "~/policy/messages";
import { canSeeFigures, visibleFigures } from "~/policy/insights";
import { canRemoveWin, type WinFacts } from "~/policy/wins";
import { createWorld, type World } from "../domain/messages/world";
import { useDatabase } from "../support/database";

useDatabase();

const NAMES = ["company", "office", "hr", "it", "operations", "shops", "turin"] as const;
const department = fc.constantFrom(...NAMES);
const grants = fc.uniqueArray(
  fc.tuple(fc.constantFrom<Role>("publisher", "drafter", "approver", "administrator", "leader", "moderator"), fc.option(department)),
  { maxLength: 3, selector: ([name, scope]) => `${name} ${scope}` },
);

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const scene = fc.record({
  deputy: fc.record({ home: department, grants }),
  away: fc.array(fc.record({ home: department, grants }), { minLength: 1, maxLength: 2 }),
  authorHome: department,
  audience: fc.uniqueArray(department, { maxLength: 3 }),
  author: fc.constantFrom("deputy", "absent", "other"),
  editor: fc.constantFrom("deputy", "absent", "nobody"),
  isOverdue: fc.boolean(),
  hasAuthorLeft: fc.boolean(),
});

/** Two that can't be limited are one, however they were drawn. */
function uniqueRoles(given: [Role, (typeof NAMES)[number] | null][]): { role: Role; departmentId: string | null }[] {
  const roles = given.map(([role, scope]) => ({ role, departmentId: role === "administrator" || role === "moderator" ? null : scope && world.departments[scope] }));
  return [...new Map(roles.map((grant) => [`${grant.role} ${grant.departmentId}`, grant])).values()];
}

async function hire({ home, grants: given }: { home: (typeof NAMES)[number]; grants: [Role, (typeof NAMES)[number] | null][] }): Promise<Actor> {
  return world.person(home, { roles: uniqueRoles(given) });
}

it("gives a deputy what the absent may, never more than either alone, and nothing that one of them wrote", async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ deputy: who, away, authorHome, audience, author, editor, isOverdue, hasAuthorLeft }) => {
      const alone = await hire(who);
      const absent = await Promise.all(away.map(hire));
      for (const { id } of absent)
        await query(sql`
          INSERT INTO absence (person_id, deputy_id, starts_at, ends_at, created_at)
          VALUES (${id}::uuid, ${alone.id}::uuid, ${after(-DAY)}::timestamptz, ${after(DAY)}::timestamptz, now())`);
      const deputy = (await findActor(alone.id))!;
      const other = await world.person(authorHome, { roles: [{ role: "publisher" }] });
      const by = { deputy: alone.id, absent: absent[0]!.id, other: other.id, nobody: null };
      const dueAt = after(isOverdue ? -DAY : DAY);
      const audienceIds = audience.map((name) => world.departments[name]);

      const messageId = await startMessage(other, { kind: "message", draft: { audienceIds } });
      await query(sql`UPDATE message SET author_id = ${by[author]}::uuid WHERE id = ${messageId}::uuid`);
      await query(sql`DELETE FROM message_editor WHERE message_id = ${messageId}::uuid`);
      if (by[editor]) await query(sql`INSERT INTO message_editor (message_id, person_id, edited_at) VALUES (${messageId}::uuid, ${by[editor]}::uuid, now())`);
      await query(sql`INSERT INTO message_approval (message_id, content_hash, requested_by_id, requested_at, due_at)
        SELECT id, content_hash, author_id, now(), ${dueAt}::timestamptz FROM message WHERE id = ${messageId}::uuid`);
      const postId = crypto.randomUUID();
      await query(sql`INSERT INTO post (id, state, title, language, author_id, content_hash, created_at, updated_at)
        VALUES (${postId}::uuid, 'in_review', 'A post', 'en', ${by[author]}::uuid, '', now(), now())`);
      await query(sql`INSERT INTO post_audience (post_id, department_id) SELECT ${postId}::uuid, d FROM unnest(${audienceIds}::uuid[]) AS d`);
      if (by[editor]) await query(sql`INSERT INTO post_editor (post_id, person_id, edited_at) VALUES (${postId}::uuid, ${by[editor]}::uuid, now())`);
      await query(sql`INSERT INTO post_approval (post_id, content_hash, requested_by_id, requested_at, due_at)
        VALUES (${postId}::uuid, '', ${by[author]}::uuid, now(), ${dueAt}::timestamptz)`);
      if (hasAuthorLeft && author === "other") await query(sql`UPDATE person SET deactivated_at = now() WHERE id = ${other.id}::uuid`);

      const message = await getRecord(messageId, sql`TRUE`);
      const post = approvalFacts((await findPostRecord(postId))!, now());
      const win: WinFacts = { kind: "win", giverId: by[author], thankedIds: [], isRemoved: false, removedById: null };
      const figures = { audience: factsOf(message).audience, underIds: [] };
      const may = {
        editMessage: (as: Actor) => canEditMessage(as, factsOf(message)),
        publishMessage: (as: Actor) => canPublishMessage(as, factsOf(message)),
        approveMessage: (as: Actor) => canApproveMessage(as, approvalFactsOf(message)),
        editPost: (as: Actor) => canEditPost(as, post),
        endPost: (as: Actor) => canEndPost(as, post),
        approvePost: (as: Actor) => canApprovePost(as, post),
        removeWin: (as: Actor) => canRemoveWin(as, win),
        publishersFigures: (as: Actor) => canSeeFigures(as, figures),
      };
      // Never more than either alone: a deputy's own rights, or those of one who is away. What a deputy began is
      // for nobody yet and their own: there it is what the absent may do with what they began themselves.
      const isOwnBeginning = author === "deputy" && audienceIds.length === 0;
      const asAuthor = (away: Actor): Actor => ({ ...away, id: alone.id });
      for (const [act, decide] of Object.entries(may)) {
        const begins = isOwnBeginning && ["editMessage", "publishMessage", "editPost"].includes(act);
        const mayOneAway = absent.some((away) => decide(begins ? asAuthor(away) : away));
        expect(decide(deputy) && !decide(alone) && !mayOneAway, act).toBe(false);
        if (decide(alone)) expect(decide(deputy), act).toBe(true);
      }
      // Nothing that one of them wrote or edited is approved in the other's stead.
      if (author === "deputy" || editor === "deputy") expect([may.approveMessage(deputy), may.approvePost(deputy)]).toEqual([false, false]);

      const [filtered] = await query<Record<string, boolean | string | null>>(sql`
        SELECT ${editableMessages(deputy)} AS "editMessage", ${publishableMessages(deputy)} AS "publishMessage", ${approvableMessages(deputy, now())} AS "approveMessage",
          ${approvesInsteadOf(deputy, now())}::text AS "messageStead", ${editablePosts(deputy)} AS "editPost", ${reviewablePosts(deputy)} AS "approvePost",
          ${reviewsInsteadOf(deputy)}::text AS "postStead"
        FROM message m JOIN message_approval w ON w.message_id = m.id JOIN post p ON p.id = ${postId}::uuid WHERE m.id = ${messageId}::uuid`);
      expect(filtered).toEqual({
        editMessage: may.editMessage(deputy), publishMessage: may.publishMessage(deputy), approveMessage: may.approveMessage(deputy),
        messageStead: insteadOf(deputy, may.approveMessage)?.id ?? null, editPost: may.editPost(deputy), approvePost: may.approvePost(deputy),
        postStead: insteadOf(deputy, may.approvePost)?.id ?? null,
      });
      // `underIds` is empty, so a leader is only asked about what lies above: publishers' part is compared.
      if (!deputy.roles.some(({ role }) => role === "leader")) {
        const [seen] = await query<{ figures: boolean }>(sql`SELECT ${visibleFigures(deputy)} AS figures FROM (SELECT ${audienceIds}::uuid[] AS audience) AS i`);
        expect(seen!.figures).toBe(canSeeFigures(deputy, figures));
      }
    }),
    { numRuns: process.env.VOUCH_DEEP ? 1_000 : 50 },
  );
}, 300_000);

it("depute no administrator and no drafter, nobody else's borrowed roles, and nothing outside the span", async () => {
  const admin = await world.person("company", { roles: [{ role: "administrator" }, { role: "drafter" }, { role: "approver", departmentId: world.departments.shops }] });
  const [first, second] = [await world.person("it"), await world.person("hr")];
  const away = (person: Actor, deputy: Actor, from: number, until: number) => query(sql`
    INSERT INTO absence (person_id, deputy_id, starts_at, ends_at, created_at)
    VALUES (${person.id}::uuid, ${deputy.id}::uuid, ${after(from * DAY)}::timestamptz, ${after(until * DAY)}::timestamptz, now())`);
  await away(admin, first, -1, 1);
  await away(first, second, -1, 1);
  await away(admin, second, 2, 4);
  const name = `${admin.givenName} ${admin.familyName}`;
  expect((await findActor(first.id))!.roles).toEqual([{ role: "approver", departmentId: world.departments.shops, insteadOf: { id: admin.id, name, departmentId: admin.departmentId } }]);
  expect((await findActor(second.id))!.roles).toEqual([]);
  await query(sql`DELETE FROM role_grant WHERE person_id = ${admin.id}::uuid`);
  expect((await findActor(first.id))!.roles).toEqual([]);
});
