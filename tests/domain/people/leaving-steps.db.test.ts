import { beforeAll, describe, expect, it } from "vitest";
import { scheduleMessage } from "~/domain/messages/publishing.server";
import { startMessage } from "~/domain/messages/drafting.server";
import { getRecord } from "~/domain/messages/message-record.server";
import { listMessages } from "~/domain/messages/listing.server";
import { passMessageApprovalsOn } from "~/domain/messages/pass-approvals-on.job.server";
import { requestApproval } from "~/domain/messages/approval.server";
import { previewLeaving } from "~/domain/insights/leaving-preview.server";
import { listFormerPeople, setFormerNames } from "~/domain/people/former-people.server";
import { deactivatePerson, letOut, reactivatePerson } from "~/domain/people/leaving.server";
import { leavingSteps } from "~/domain/people/leaving-steps.server";
import { after, DAY, now } from "~/kernel/clock";
import { prisma, query, transaction } from "~/kernel/db.server";
import { queueMail } from "~/kernel/mail/outbox.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { createWorld, type World } from "../messages/world";
import { useDatabase } from "../../support/database";
import { expectEveryColumnOfPeople } from "./columns-of-people";
import { keptAfterLeaving } from "./kept-after-leaving";

useDatabase();
let world: World;
let admin: Actor;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.person("company", { roles: [{ role: "administrator" }] });
});

const draft = (audienceIds: string[]) => ({
  kind: "message" as const,
  draft: { why: { it: "Perché conta" }, audienceIds, texts: [{ departmentId: null, language: "it", title: "Titolo", body: "Testo" }] },
});

describe("the registry of what ends", () => {
  it("knows every column that names a person, or a reason stands beside it", async () => {
    await expectEveryColumnOfPeople(new Set([...leavingSteps().flatMap(({ covers }) => covers), ...Object.keys(keptAfterLeaving)]));
  });
});

describe("a leaver", () => {
  it("is told of beforehand in numbers, and exactly that ends", async () => {
    const publisher = await world.person("shops", { roles: [{ role: "publisher", departmentId: world.departments.shops }] });
    const scheduled = await startMessage(publisher, draft([world.departments.turin]));
    await scheduleMessage(publisher, scheduled, 1, after(DAY));
    const blank = await startMessage(publisher, draft([]));
    await transaction((tx) => queueMail(tx, { template: "x", language: "it", subject: "x", html: "x", text: "x", to: { personId: publisher.id, address: publisher.email! }, notBefore: after(DAY) }));
    const told = Object.fromEntries((await previewLeaving(admin, publisher.id)).map(({ name, count }) => [name, count]));
    expect(told).toMatchObject({ sessions: 0, roles: 1, mails: 1, scheduled: 1, drafts: 1 });

    await deactivatePerson(admin, publisher.id);
    expect((await getRecord(scheduled, sql`TRUE`)).state).toBe("draft");
    expect(await query(sql`SELECT 1 FROM graphile_worker.jobs WHERE key = ${`publish-message:${scheduled}`}`)).toEqual([]);
    expect(await prisma.mailOutbox.findMany({ where: { personId: publisher.id }, select: { status: true } })).toEqual([{ status: "cancelled" }]);

    // Their department's publishers find both drafts; those of another one do not.
    const nextPublisher = await world.person("shops", { roles: [{ role: "publisher", departmentId: world.departments.operations }] });
    const found = (await listMessages(nextPublisher, "draft")).messages.map(({ id, hasAuthorLeft }) => [id, hasAuthorLeft]);
    expect(found).toEqual(expect.arrayContaining([[scheduled, true], [blank, true]]));
    const elsewhere = await world.person("hr", { roles: [{ role: "publisher", departmentId: world.departments.office }] });
    expect((await listMessages(elsewhere, "draft")).messages.filter(({ id }) => id === scheduled || id === blank)).toEqual([]);
  });

  it("leaves no approval without anybody: administrators are asked at once", async () => {
    const publisher = await world.person("hr", { roles: [{ role: "publisher" }] });
    const approver = await world.person("it", { roles: [{ role: "approver" }] });
    const id = await startMessage(publisher, draft([world.departments.office]));
    await requestApproval(publisher, id, 1);
    await deactivatePerson(admin, approver.id);
    const { approval } = await getRecord(id, sql`TRUE`);
    expect(approval!.dueAt.getTime()).toBeGreaterThan(now().getTime() + DAY);
    await passMessageApprovalsOn.run({});
    expect((await getRecord(id, sql`TRUE`)).approval!.dueAt.getTime()).toBeLessThanOrEqual(now().getTime());
    expect(await query(sql`SELECT 1 FROM graphile_worker.jobs WHERE key = ${`escalate-approval:${approval!.id}`} AND run_at <= now() + interval '1 minute'`)).toHaveLength(1);
  });

  it("keeps a name or not, by the company's rule and for every reader's language", async () => {
    const author = await world.person("turin", { roles: [{ role: "publisher", departmentId: world.departments.turin }] });
    const id = await startMessage(author, draft([world.departments.turin]));
    await deactivatePerson(admin, author.id);
    const reader = await world.person("shops", { language: "ro", roles: [{ role: "publisher", departmentId: world.departments.shops }] });
    const nameFor = async () => (await listMessages(reader, "draft")).messages.find((message) => message.id === id)!.author;
    expect(await nameFor()).toBe(`${author.givenName} ${author.familyName}`);
    await setFormerNames(admin, { names: "hidden" });
    expect(await nameFor()).toBe("Fost coleg");
    expect((await getRecord(id, sql`TRUE`)).author.name).toBe("Ex collega");
    // Administrators still see whom they may let in again.
    expect((await listFormerPeople(admin)).people.map((person) => person.id)).toContain(author.id);
    await reactivatePerson(admin, author.id);
    expect(await nameFor()).toBe(`${author.givenName} ${author.familyName}`);
    await setFormerNames(admin, { names: "kept" });
  });

  it("can be many: one act, one entry for each, and once", async () => {
    const many = await Promise.all(Array.from({ length: 200 }, () => world.person("turin")));
    const ids = many.map(({ id }) => id);
    expect(await transaction((tx) => letOut(tx, admin.id, ids))).toBe(200);
    expect(await transaction((tx) => letOut(tx, admin.id, ids))).toBe(0);
    expect(await prisma.auditEntry.count({ where: { action: "person.deactivated", subjectId: { in: ids } } })).toBe(200);
  });
});
