import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { startMessage } from "~/domain/messages/drafting.server";
import { approvalFactsOf, factsOf, getRecord } from "~/domain/messages/message-record.server";
import { after, DAY, now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Role } from "~/policy/actor";
import { approvableMessages, canApproveMessage, canEditMessage, canPublishMessage, editableMessages, publishableMessages } from "~/policy/messages";
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
  home: department,
  grants: fc.uniqueArray(fc.tuple(role, fc.option(department)), { maxLength: 4, selector: ([name, scope]) => `${name} ${scope}` }),
  authorHome: department,
  audience: fc.uniqueArray(department, { maxLength: 3 }),
  isAuthor: fc.boolean(),
  isEditor: fc.boolean(),
  isOverdue: fc.boolean(),
  hasAuthorLeft: fc.boolean(),
});

it("decides about one message as its filter does about all of them", async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ home, grants, authorHome, audience, isAuthor, isEditor, isOverdue, hasAuthorLeft }) => {
      const person = await world.person(home, { roles: grants.map(([name, scope]) => ({ role: name, departmentId: scope && world.departments[scope] })) });
      const writer = await world.person(authorHome, { roles: [{ role: "publisher" }] });
      const id = await startMessage(writer, { kind: "message", draft: { audienceIds: audience.map((name) => world.departments[name]) } });
      const author = isAuthor ? person : writer;
      const dueAt = after(isOverdue ? -DAY : DAY);
      await query(sql`UPDATE message SET author_id = ${author.id}::uuid WHERE id = ${id}::uuid`);
      if (hasAuthorLeft && !isAuthor) await query(sql`UPDATE person SET deactivated_at = now() WHERE id = ${author.id}::uuid`);
      if (isEditor) await query(sql`INSERT INTO message_editor (message_id, person_id, edited_at) VALUES (${id}::uuid, ${person.id}::uuid, now())`);
      await query(sql`INSERT INTO message_approval (message_id, content_hash, requested_by_id, requested_at, due_at)
        SELECT id, content_hash, author_id, now(), ${dueAt}::timestamptz FROM message WHERE id = ${id}::uuid`);

      const record = await getRecord(id, sql`TRUE`);
      const [filtered] = await query<{ isEditable: boolean; isPublishable: boolean; isApprovable: boolean }>(sql`
        SELECT ${editableMessages(person)} AS "isEditable", ${publishableMessages(person)} AS "isPublishable", ${approvableMessages(person, now())} AS "isApprovable"
        FROM message m JOIN message_approval w ON w.message_id = m.id WHERE m.id = ${id}::uuid`);
      expect(filtered).toEqual({
        isEditable: canEditMessage(person, factsOf(record)),
        isPublishable: canPublishMessage(person, factsOf(record)),
        isApprovable: canApproveMessage(person, approvalFactsOf(record)),
      });
    }),
    { numRuns: process.env.VOUCH_DEEP ? 1_000 : 60 },
  );
}, 300_000);
