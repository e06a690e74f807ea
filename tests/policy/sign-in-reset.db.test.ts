import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Role } from "~/policy/actor";
import { canResetSignIn, resettablePeople, type SignInSubject } from "~/policy/people";
import { createWorld, type World } from "../domain/messages/world";
import { useDatabase } from "../support/database";

useDatabase();

const NAMES = ["company", "office", "hr", "it", "operations", "shops", "turin"] as const;
const department = fc.constantFrom(...NAMES);
const role = fc.constantFrom<Role>("publisher", "leader", "administrator", "moderator");
const somebody = fc.record({
  home: department, grants: fc.uniqueArray(fc.tuple(role, fc.option(department)), { maxLength: 2, selector: ([name]) => name }),
  hasMail: fc.boolean(), hasNumber: fc.boolean(), hasLeft: fc.boolean(),
});

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

it("decides about resetting a sign-in as its row filter does, for random roles, scopes and people", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(somebody, { minLength: 2, maxLength: 4 }), async (people) => {
      const actors = [];
      for (const { home, grants, hasMail, hasNumber, hasLeft } of people) {
        const roles = grants.map(([name, scope]) => ({ role: name, departmentId: name === "administrator" || name === "moderator" ? null : scope && world.departments[scope] }));
        const actor = await world.person(home, { roles });
        await query(sql`
          UPDATE person SET email = CASE WHEN ${hasMail}::bool THEN email END, personnel_number = CASE WHEN ${hasNumber}::bool THEN ${actor.id.slice(0, 13)}::text END,
            deactivated_at = CASE WHEN ${hasLeft}::bool THEN now() END WHERE id = ${actor.id}::uuid`);
        actors.push(actor);
      }
      for (const actor of actors) {
        for (const [at, subject] of actors.entries()) {
          const { hasMail, hasNumber, hasLeft } = people[at]!;
          const facts: SignInSubject = { id: subject.id, isActive: !hasLeft, hasMail, hasNumber, hasRoles: subject.roles.length > 0, departmentPath: subject.ancestorIds };
          const [row] = await query<{ may: boolean }>(sql`SELECT ${resettablePeople(actor)} AS may FROM person p WHERE p.id = ${subject.id}::uuid`);
          expect(row!.may).toBe(canResetSignIn(actor, facts));
        }
      }
    }),
    { numRuns: process.env.VOUCH_DEEP ? 500 : 30 },
  );
});
