import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { startMessage } from "~/domain/messages/drafting.server";
import { factsOf, getRecord } from "~/domain/messages/message-record.server";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canKeepGuests, canSeePicture, mayComeTo, visibleGuests } from "~/policy/guests";
import { canEditMessage, canPublishMessage, editableMessages } from "~/policy/messages";
import { canSeeWins } from "~/policy/wins";
import { createWorld, type World } from "../domain/messages/world";
import { useDatabase } from "../support/database";

useDatabase();

let world: World;
let guest: Actor;
beforeAll(async () => {
  world = await createWorld();
  const drafter = await world.person("shops", { roles: [{ role: "drafter", departmentId: world.departments.shops }] });
  guest = { ...drafter, isGuest: true, ancestorIds: [] };
});

describe("a guest", () => {
  it("comes to nothing but what is put down as theirs", () => {
    const routes = readdirSync(path.resolve("app/routes")).map((file) => `routes/${file.replace(/\.tsx?$/, "")}`);
    const open = routes.filter((id) => mayComeTo(guest, id));
    expect(open.filter((id) => /admin|insights|wins|people|search|share|_index|helping|recognition|messages\.\$id/.test(id) && !/studio|settings/.test(id))).toEqual([]);
    expect(open.length).toBeGreaterThan(15);
    expect(routes.every((id) => mayComeTo({ isGuest: false }, id))).toBe(true);
    expect(canSeeWins(guest)).toBe(false);
  });

  it("edits their own drafts until they are out, and nobody else's", async () => {
    const other = await world.person("shops", { roles: [{ role: "drafter", departmentId: world.departments.shops }] });
    for (const [author, state] of [[guest, "draft"], [guest, "scheduled"], [guest, "published"], [other, "draft"]] as const) {
      const id = await startMessage(author, { kind: "message", draft: { audienceIds: [world.departments.turin] } });
      await query(sql`UPDATE message SET state = ${state}::message_state, published_at = CASE WHEN ${state}::text = 'published' THEN now() END WHERE id = ${id}::uuid`);
      const facts = factsOf(await getRecord(id, sql`TRUE`));
      const may = author === guest && state !== "published";
      expect([canEditMessage(guest, facts), canPublishMessage(guest, facts)]).toEqual([may, false]);
      expect((await query(sql`SELECT 1 FROM message m WHERE m.id = ${id}::uuid AND ${editableMessages(guest)}`)).length > 0).toBe(may);
    }
  });

  it("is kept by those who administer the whole company", async () => {
    const admin = await world.person("company", { roles: [{ role: "administrator" }] });
    await query(sql`UPDATE person SET is_guest = true, guest_until = now() + interval '1 day' WHERE id = ${guest.id}::uuid`);
    const seen = async (actor: Actor) => (await query<{ id: string }>(sql`SELECT p.id FROM person p WHERE ${visibleGuests(actor)}`)).map(({ id }) => id);
    expect([canKeepGuests(admin), await seen(admin)]).toEqual([true, [guest.id]]);
    expect([canKeepGuests(guest), await seen(guest)]).toEqual([false, []]);
  });

  it("sees the pictures they put there", () => {
    expect([canSeePicture(guest, { createdById: guest.id }), canSeePicture(guest, { createdById: null }), canSeePicture({ ...guest, isGuest: false }, { createdById: null })]).toEqual([true, false, true]);
  });
});
