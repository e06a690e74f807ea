import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { decideApproval, requestApproval } from "~/domain/messages/approval.server";
import { setApprovalRule } from "~/domain/messages/approval-rules.server";
import { listApprovers } from "~/domain/messages/approvers.server";
import { startMessage } from "~/domain/messages/drafting.server";
import { listWaitingMessages } from "~/domain/messages/listing.server";
import { getRecord } from "~/domain/messages/message-record.server";
import { findActor } from "~/domain/people/actors.server";
import { endAbsence, nameDeputy } from "~/domain/people/deputies/naming.server";
import { findDeputies, listOwnAbsences } from "~/domain/people/deputies/reading.server";
import { deactivatePerson } from "~/domain/people/leaving.server";
import { after, DAY, useClock } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { toLocalDay } from "~/kernel/zoned-time";
import type { Actor } from "~/policy/actor";
import { canResetSignIn, resettablePeople } from "~/policy/people";
import "~/wiring.server";
import { createWorld, type World } from "../../messages/world";
import { useDatabase } from "../../../support/database";

useDatabase();

let world: World;
let admin: Actor;
let publisher: Actor;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.person("company", { roles: [{ role: "administrator" }] });
  publisher = await world.person("hr", { roles: [{ role: "publisher" }] });
  await setApprovalRule(admin, { departmentId: world.departments.shops, reason: "Negozi", coversNotices: true });
});

let back: (() => void) | undefined;
afterEach(() => back?.());
function travel(days: number): void {
  back?.();
  const moment = after(days * DAY);
  back = useClock({ now: () => moment });
}

const day = (days: number) => toLocalDay(after(days * DAY), "Europe/Rome");
const again = async ({ id }: Actor) => (await findActor(id))!;
const approver = () => world.person("operations", { roles: [{ role: "approver", departmentId: world.departments.shops }] });

async function waiting(author = publisher): Promise<{ id: string; contentHash: string }> {
  const id = await startMessage(author, { kind: "message", draft: { why: { it: "Perché" }, audienceIds: [world.departments.shops], texts: [{ departmentId: null, language: "it", title: "Forni", body: "Nuovi" }] } });
  await requestApproval(author, id, 1);
  return { id, contentHash: (await getRecord(id, sql`TRUE`)).contentHash };
}

describe("a deputy", () => {
  it("decides in the absent one's stead for the span, is named so in the list and in the audit, and then no more", async () => {
    const [absent, deputy] = [await approver(), await world.person("it")];
    await nameDeputy(absent, { id: crypto.randomUUID(), from: day(1), until: day(3), deputyId: deputy.id });
    expect((await again(deputy)).roles).toEqual([]);
    travel(1.5);
    const message = await waiting();
    const acting = await again(deputy);
    expect((await listApprovers(await getRecord(message.id, sql`TRUE`))).map(({ id }) => id)).toContain(deputy.id);
    expect((await listWaitingMessages(acting)).find(({ id }) => id === message.id)?.insteadOf).toBe(`${absent.givenName} ${absent.familyName}`);
    expect((await listWaitingMessages(await again(absent))).find(({ id }) => id === message.id)?.insteadOf).toBeNull();
    await decideApproval(acting, message.id, { decision: "approved", contentHash: message.contentHash, note: "" });
    const [entry] = await query<{ actorId: string; details: { insteadOf?: string } }>(sql`
      SELECT actor_id AS "actorId", details FROM audit_entry WHERE action = 'message.approved' AND subject_id = ${message.id}`);
    expect(entry).toMatchObject({ actorId: deputy.id, details: { insteadOf: absent.id } });
    travel(4.5);
    expect((await again(deputy)).roles).toEqual([]);
  });

  it("never approves what they wrote themselves, nor what the absent one wrote", async () => {
    const absent = await world.person("operations", { roles: [{ role: "approver" }, { role: "publisher" }] });
    const deputy = await world.person("it", { roles: [{ role: "publisher" }] });
    await nameDeputy(absent, { id: crypto.randomUUID(), from: day(0), until: day(3), deputyId: deputy.id });
    for (const author of [absent, deputy]) {
      // Somebody else could decide, so that it may be asked for.
      const other = await world.person("turin", { roles: [{ role: "approver" }] });
      const message = await waiting(author);
      await expect(decideApproval(await again(deputy), message.id, { decision: "approved", contentHash: message.contentHash, note: "" })).rejects.toThrow();
      expect(other.id).not.toBe(deputy.id);
    }
  });

  it("is named once, however often the form is sent, and by mail", async () => {
    const [absent, deputy] = [await approver(), await world.person("it")];
    const form = { id: crypto.randomUUID(), from: day(5), until: day(6), deputyId: deputy.id };
    await nameDeputy(absent, form);
    await nameDeputy(absent, form);
    expect(await query(sql`SELECT 1 FROM mail_outbox WHERE person_id = ${deputy.id}::uuid`)).toHaveLength(1);
    await expect(nameDeputy(absent, { ...form, id: crypto.randomUUID(), from: day(6), until: day(9) })).rejects.toMatchObject({ fields: { from: "studio-absence:error.overlaps" } });
    await expect(nameDeputy(absent, { ...form, id: crypto.randomUUID(), from: day(-1), until: day(9) })).rejects.toMatchObject({ fields: { from: "studio-absence:error.past" } });
    await expect(nameDeputy(absent, { ...form, id: crypto.randomUUID(), from: day(9), until: day(8) })).rejects.toMatchObject({ fields: { until: "studio-absence:error.order" } });
    await expect(nameDeputy(absent, { ...form, id: crypto.randomUUID(), from: day(9), until: day(9), deputyId: absent.id })).rejects.toMatchObject({ fields: { deputy: "studio-absence:error.nobody" } });
    await expect(nameDeputy(deputy, { ...form, id: crypto.randomUUID(), deputyId: absent.id })).rejects.toThrow("absence");
    const [own] = await listOwnAbsences(absent);
    await endAbsence(absent, own!.id);
    expect(await listOwnAbsences(absent)).toEqual([]);
  });

  it("ends with either of the two, and is found by parts of a name", async () => {
    const [absent, deputy] = [await approver(), await world.person("it")];
    await nameDeputy(absent, { id: crypto.randomUUID(), from: day(0), until: day(9), deputyId: deputy.id });
    expect((await again(deputy)).roles).toHaveLength(1);
    await deactivatePerson(admin, absent.id);
    expect((await again(deputy)).roles).toEqual([]);
    expect((await findDeputies(admin, deputy.email!)).map(({ id }) => id)).toEqual([deputy.id]);
    await expect(findDeputies(admin, "nobody of this name")).rejects.toMatchObject({ fields: { deputy: "studio-absence:error.nobody" } });
  });

  it("is not somebody whose sign-in a leader may reset: the card would be a way to borrowed rights", async () => {
    const [absent, deputy, leader] = [await approver(), await world.person("it", { email: null }), await world.person("office", { roles: [{ role: "leader" }] })];
    await query(sql`UPDATE person SET personnel_number = ${deputy.id.slice(0, 8)}::text WHERE id = ${deputy.id}::uuid`);
    const mayReset = async () => (await query(sql`SELECT 1 FROM person p WHERE p.id = ${deputy.id}::uuid AND ${resettablePeople(leader)}`)).length > 0;
    expect(await mayReset()).toBe(true);
    await nameDeputy(absent, { id: crypto.randomUUID(), from: day(4), until: day(9), deputyId: deputy.id });
    expect(await mayReset()).toBe(false);
    expect(canResetSignIn(leader, { id: deputy.id, isActive: true, hasMail: false, hasNumber: true, hasRoles: true, departmentPath: deputy.ancestorIds })).toBe(false);
  });
});
