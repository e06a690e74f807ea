import { beforeEach, describe, expect, it } from "vitest";
import { sealNextEntries } from "~/domain/audit/sealing.job.server";
import { exportAudit } from "~/domain/audit/exporting.server";
import { applyRetention, changeRetention, getRetention, retentionForm } from "~/domain/company/retention.server";
import { listLooksAtMe, viewPerson } from "~/domain/audit/viewing.server";
import { after, DAY, now, useClock } from "~/kernel/clock";
import { prisma, query, transaction } from "~/kernel/db.server";
import { Forbidden, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { forgetOldRows } from "~/kernel/forgetting.job.server";
import { retentionRules } from "~/kernel/retention.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { verifyAudit } from "../../../scripts/verify-audit.mjs";
import { recordShare, writePost } from "../../attacks/support/company";
import { createWorld, type World } from "../messages/world";
import { useDatabase } from "../../support/database";

useDatabase();
let world: World;
let admin: Actor;
beforeEach(async () => {
  await prisma.$executeRaw`TRUNCATE company, person, department, event, mail_content, post, link, link_visits, chat_channel, win CASCADE`;
  world = await createWorld();
  admin = await world.person("company", { roles: [{ role: "administrator" }, { role: "publisher" }] });
});

const old = (days: number) => after(-days * DAY);
const older = async (matter: string) => (await getRetention(admin)).find((each) => each.matter === matter)!.older;
const applied = async () => (await prisma.auditEntry.findMany({ where: { action: "retention.applied" }, orderBy: { id: "desc" } })).map(({ details }) => details);
/** The counts before, then the night: what was announced is what goes. */
async function expectGone(matter: string, count: number) {
  expect(await older(matter)).toBe(count);
  await applyRetention();
  expect(await older(matter)).toBe(0);
  expect((await applied()).find((details) => (details as { matter: string }).matter === matter)).toMatchObject({ matter, count });
}

async function mail(age: number, status: "sent" | "queued" | "failed") {
  const content = await prisma.mailContent.create({ data: { template: `${status} ${age}`, language: "en", subject: "s", html: "h", text: "t", createdAt: old(age) } });
  await prisma.mailOutbox.create({ data: { contentId: content.id, address: "a@b.example", status, notBefore: now(), createdAt: old(age) } });
}

describe("the night", () => {
  it("throws away mails that left, never those that wait", async () => {
    for (const [age, status] of [[40, "sent"], [40, "failed"], [40, "queued"], [5, "sent"]] as const) await mail(age, status);
    await expectGone("mail", 2);
    await forgetOldRows.run({});
    expect((await prisma.mailContent.findMany({ orderBy: { template: "asc" } })).map(({ template }) => template)).toEqual(["queued 40", "sent 5"]);
  });

  it("throws away old events and old codes, and keeps the young ones", async () => {
    await prisma.event.createMany({ data: [{ type: "x.old", occurredAt: old(500) }, { type: "x.young", occurredAt: old(300) }] });
    const [late, waiting] = [await world.person("turin"), await world.person("turin")];
    await prisma.joinCode.createMany({
      data: [
        { personId: late.id, way: "mail", hash: "a", issuedById: admin.id, createdAt: old(120), expiresAt: old(100) },
        { personId: waiting.id, way: "mail", hash: "b", issuedById: admin.id, createdAt: old(80), expiresAt: old(60) },
      ],
    });
    expect(await older("codes")).toBe(1);
    await expectGone("events", 1);
    expect((await prisma.event.findMany({ where: { type: { startsWith: "x." } } })).map(({ type }) => type)).toEqual(["x.young"]);
    expect((await prisma.joinCode.findMany()).map(({ personId }) => personId)).toEqual([waiting.id]);
  });

  it("forgets on which day a link was visited, and no visit", async () => {
    const id = await writePost(admin, { title: "Il mulino", audience: [world.departments.company] });
    await recordShare(admin, id, "bcdfghj2");
    const { linkId } = await prisma.share.findFirstOrThrow();
    const days = [1, 30, 100, 181, 200, 201, 260].map((age) => old(age));
    await prisma.linkVisits.createMany({ data: days.map((day, index) => ({ linkId, day, people: index + 1, repeats: 2, machines: 3 })) });
    const sums = () => prisma.linkVisits.aggregate({ _sum: { people: true, repeats: true, machines: true } });
    const [before, recent] = [await sums(), await prisma.linkVisits.count({ where: { day: { gte: old(180) } } })];
    await applyRetention();
    expect(await sums()).toEqual(before);
    expect(await prisma.linkVisits.count({ where: { day: { gte: old(180) } } })).toBe(recent);
    expect((await prisma.linkVisits.findMany({ where: { day: { lt: old(180) } } })).every(({ day }) => day.getUTCDate() === 1)).toBe(true);
    await applyRetention();
    expect(await sums()).toEqual(before);
  });

  it("forgets the details of who left, not their name, and nobody who is here", async () => {
    const [gone, lately, here] = [await world.person("turin"), await world.person("turin"), await world.person("turin")];
    await query(sql`UPDATE person SET personnel_number = '7', job_title = 'Baker', ask_me = 'Rye', interests = '{bread}', deactivated_at = ${old(400)}::timestamptz WHERE id = ${gone.id}::uuid`);
    await query(sql`UPDATE person SET deactivated_at = ${old(20)}::timestamptz WHERE id = ${lately.id}::uuid`);
    await expectGone("leavers", 1);
    expect(await prisma.person.findUnique({ where: { id: gone.id } })).toMatchObject({
      email: null, personnelNumber: null, jobTitle: null, askMe: "", interests: [], givenName: gone.givenName, familyName: gone.familyName,
    });
    for (const { id, email } of [lately, here]) expect((await prisma.person.findUnique({ where: { id } }))?.email).toBe(email);
  });

  it("erases details of the audit and leaves the chain whole, entry by entry, also in an export", async () => {
    const then = old(1_200);
    const back = useClock({ now: () => then });
    const looker = await world.person("company", { roles: [{ role: "administrator" }] });
    await transaction((tx) => recordEvent(tx, { type: "person.changed", actorId: admin.id, subjectKind: "person", subjectId: admin.id, audit: { details: { name: "Planted" } } }));
    await viewPerson(looker, admin.id);
    back();
    await transaction((tx) => recordEvent(tx, { type: "person.changed", actorId: admin.id, subjectKind: "person", subjectId: admin.id, audit: { details: { name: "Young" } } }));
    while ((await sealNextEntries()) > 0);
    const entries = await prisma.auditEntry.count();
    await expectGone("audit", 1);
    expect(await prisma.auditEntry.count()).toBeGreaterThanOrEqual(entries);
    expect(JSON.stringify(await prisma.auditEntry.findMany({ select: { details: true } }))).not.toContain("Planted");
    expect(JSON.stringify(await prisma.auditEntry.findMany({ select: { details: true } }))).toContain("Young");
    expect((await listLooksAtMe(admin)).looks).toHaveLength(1);
    const lines = (await new Response(await exportAudit(admin, "jsonl", {})).text()).trim().split("\n");
    const verified = await (verifyAudit as (lines: Iterable<string>) => Promise<{ fault?: string; erased?: number }>)(lines);
    expect(verified.fault).toBeUndefined();
    expect(verified.erased).toBe(1);
  });

  it("goes on batch by batch until nothing is older, and each batch is on record", async () => {
    await prisma.event.createMany({ data: Array.from({ length: 4_500 }, () => ({ type: "x.old", occurredAt: old(500) })) });
    await applyRetention();
    expect(await prisma.event.count({ where: { type: "x.old" } })).toBe(0);
    const counts = (await applied()).filter((details) => (details as { matter: string }).matter === "events").map((details) => (details as { count: number }).count);
    expect(counts.slice(0, 3).reduce((sum, count) => sum + count, 0)).toBe(4_500);
    await prisma.event.create({ data: { type: "x.old", occurredAt: old(500) } });
    await Promise.all([applyRetention(), applyRetention()]);
    expect(await prisma.event.count({ where: { type: "x.old" } })).toBe(0);
  });
});

describe("the company's periods", () => {
  const usual = () => Object.fromEntries(retentionRules().map(({ matter, usual: days }) => [matter, days]));

  it("are within their bounds, and each one is in force at once", async () => {
    for (const { usual: days, least, most, matter } of retentionRules()) {
      expect(least <= days && days <= most, matter).toBe(true);
      const at = (value: unknown) => retentionForm().safeParse({ version: 1, ...usual(), [matter]: value }).success;
      expect([at(least), at(most), at(least - 1), at(most + 1), at(""), at("x"), at(least + 0.5)], matter).toEqual([true, true, false, false, false, false, false]);
    }
    await mail(40, "sent");
    await changeRetention(admin, { version: 1, periods: { ...usual(), mail: 60 } });
    expect(await older("mail")).toBe(0);
    // Tried out, not saved.
    expect((await getRetention(admin, { ...usual(), mail: 10 })).find(({ matter }) => matter === "mail")!.older).toBe(1);
    await applyRetention();
    expect(await prisma.mailOutbox.count()).toBe(1);
  });

  it("belong to administrators, are on record, and two editors notice each other", async () => {
    const other = await world.person("hr", { roles: [{ role: "publisher" }] });
    await expect(getRetention(other)).rejects.toBeInstanceOf(NotFound);
    await expect(changeRetention(other, { version: 1, periods: usual() })).rejects.toBeInstanceOf(Forbidden);
    await changeRetention(admin, { version: 1, periods: { ...usual(), chat: 30 } });
    await expect(changeRetention(admin, { version: 1, periods: { ...usual(), chat: 31 } })).rejects.toMatchObject({ fields: { "": "admin-company:error.changedMeanwhile" } });
    expect(JSON.stringify((await prisma.auditEntry.findFirst({ where: { action: "company.changed" }, orderBy: { id: "desc" } }))?.details)).toContain('"chat":30');
  });
});
