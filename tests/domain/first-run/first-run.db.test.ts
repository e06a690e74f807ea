import { beforeAll, describe, expect, it } from "vitest";
import { arrangeFirstRun } from "~/domain/company/first-run.server";
import { getGuide, STEPS, type Step } from "~/domain/first-run/guide.server";
import { removeStarters } from "~/domain/first-run/starters.server";
import { hashPost } from "~/domain/library/content-hash.server";
import { listPosts } from "~/domain/library/browsing.server";
import { findPostRecord } from "~/domain/library/post-record.server";
import { listToRead } from "~/domain/messages/inbox.server";
import { listMessages } from "~/domain/messages/listing.server";
import { saveMessage } from "~/domain/messages/drafting.server";
import { contentBlockers } from "~/domain/messages/blockers";
import { getRecord, hashOf } from "~/domain/messages/message-record.server";
import { publishMessage, recallMessage } from "~/domain/messages/publishing.server";
import { createDepartment } from "~/domain/people/departments.server";
import { foundCompany } from "~/domain/people/founding.server";
import { grantRole } from "~/domain/people/roles.server";
import { findCompany } from "~/domain/people/company.server";
import { listShareablePosts } from "~/domain/shares/suggesting.server";
import { prisma, transaction } from "~/kernel/db.server";
import { Forbidden, NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import { LANGUAGES } from "~/locales/i18n";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { actorOf, foundAurora, join } from "../people/world";

useDatabase();
let admin: Actor;
let rootId: string;

async function begin(): Promise<void> {
  await prisma.$executeRaw`TRUNCATE company, person, department, message, post CASCADE`;
  ({ admin, rootId } = await foundAurora());
}
beforeAll(begin);

const done = async () => (await getGuide(admin)).steps.filter(({ isDone }) => isDone).map(({ step }) => step);
const actions = async () => (await prisma.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action);

describe("the starters of a new company", () => {
  it("are two messages, one of them a notice, and a post, in the company's language, whole and nobody's to read", async () => {
    const { starters } = await getGuide(admin);
    expect(starters.map(({ kind }) => kind).sort()).toEqual(["message", "notice", "post"]);
    for (const { id } of starters.filter(({ kind }) => kind !== "post")) {
      const record = await getRecord(id, sql`TRUE`);
      expect(record).toMatchObject({ state: "draft", isStarter: true, revision: 1, audience: [{ id: rootId }] });
      expect(record.variants[0]!.texts.map(({ language }) => language)).toEqual(["it"]);
      expect(JSON.stringify(record)).not.toContain("{{");
      expect(contentBlockers(record)).toEqual([]);
      expect(record.contentHash).toBe(hashOf(record));
    }
    const post = (await findPostRecord(starters.find(({ kind }) => kind === "post")!.id))!;
    expect(post).toMatchObject({ state: "draft", isStarter: true, approvedAt: null, language: "it" });
    expect(post.captions).toHaveLength(3);
    expect(post.contentHash).toBe(hashPost(post));
    expect((await listMessages(admin, "draft")).messages.map(({ isStarter }) => isStarter)).toEqual([true, true]);
    expect((await listPosts(admin, "all")).posts.map(({ isStarter }) => isStarter)).toEqual([true]);
    expect((await listToRead(admin, 5)).total).toBe(0);
    expect(await listShareablePosts(admin, { forHome: false, limit: 5 })).toEqual([]);
    expect(await prisma.mailOutbox.count()).toBe(0);
  });

  it.each(LANGUAGES)("speak %s where the company does", async (language) => {
    await prisma.$executeRaw`TRUNCATE company, person, department, message, post CASCADE`;
    await transaction((tx) => foundCompany(tx, { companyName: "Mill", shortName: "Mill", language, languages: [language], timeZone: "UTC", givenName: "A", familyName: "B", email: "a@mill.example" }));
    const texts = await prisma.variantText.findMany();
    expect(texts.map((text) => text.language)).toEqual([language, language]);
    expect((await prisma.caption.findMany()).every((caption) => caption.language === language)).toBe(true);
    expect(JSON.stringify([texts, await prisma.post.findMany()])).toContain("Mill");
    await begin();
  });

  it("go all at once, on record, once, and for good", async () => {
    await expect(removeStarters(await actorOf(await join(admin, { departmentId: rootId })))).rejects.toBeInstanceOf(Forbidden);
    const before = await getGuide(admin);
    await Promise.all([removeStarters(admin), removeStarters(admin)]);
    expect((await getGuide(admin)).starters).toEqual([]);
    expect([await prisma.message.count(), await prisma.post.count(), await prisma.variantText.count(), await prisma.caption.count()]).toEqual([0, 0, 0, 0]);
    const entries = await prisma.auditEntry.findMany({ where: { action: "starters.removed" } });
    expect(entries).toHaveLength(1);
    expect(entries[0]!.actorId).toBe(admin.id);
    for (const { id } of before.starters) expect(JSON.stringify(entries[0]!.details)).toContain(id);
    await removeStarters(admin);
    expect((await actions()).filter((action) => action === "starters.removed")).toHaveLength(1);
  });

  it("become somebody's own by a change or by going out, and stay then", async () => {
    await begin();
    const { starters } = await getGuide(admin);
    const [message, notice] = ["message", "notice"].map((kind) => starters.find((starter) => starter.kind === kind)!.id) as [string, string];
    await saveMessage(admin, message, 1, { texts: [{ departmentId: null, language: "it", title: "Nostro", body: "Testo" }] });
    await publishMessage(admin, notice, 1);
    await recallMessage(admin, notice);
    await removeStarters(admin);
    expect((await prisma.message.findMany({ select: { id: true, isStarter: true } })).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [message, notice].sort().map((id) => ({ id, isStarter: false })),
    );
    expect(await prisma.post.count()).toBe(0);
  });

  it("do not come to a demo company", async () => {
    await prisma.$executeRaw`TRUNCATE company, person, department, message, post CASCADE`;
    await transaction((tx) => foundCompany(tx, { companyName: "Demo", shortName: "Demo", language: "it", languages: ["it"], timeZone: "UTC", givenName: "A", familyName: "B", email: "a@mill.example", isDemo: true }));
    expect([await prisma.message.count(), await prisma.post.count()]).toEqual([0, 0]);
    expect((await findCompany())?.isFirstRun).toBe(false);
    await begin();
  });
});

describe("the first steps", () => {
  it("tick themselves by what is there, each one alone", async () => {
    await begin();
    expect((await getGuide(admin)).steps.map(({ step }) => step)).toEqual([...STEPS]);
    expect(await done()).toEqual([]);
    const told: Step[] = [];
    const expectNext = async (step: Step) => {
      told.push(step);
      expect((await done()).sort()).toEqual([...told].sort());
    };
    const departmentId = await createDepartment(admin, { name: "Negozi", parentId: rootId });
    await expectNext("departments");
    const personId = await join(admin, { departmentId });
    await expectNext("people");
    // The founder may publish; an approver who is nobody else would help nobody.
    await grantRole(admin, admin.id, { role: "approver", departmentId: null });
    expect((await done()).sort()).toEqual([...told].sort());
    await grantRole(admin, personId, { role: "approver", departmentId: null });
    await expectNext("approver");
    const notice = (await getGuide(admin)).starters.find(({ kind }) => kind === "notice")!;
    await publishMessage(admin, notice.id, 1);
    await expectNext("message");
    await prisma.post.updateMany({ data: { approvedAt: new Date(), state: "approved" } });
    await expectNext("post");
    await prisma.mailSetting.create({ data: { carrier: "smtp", sender: "", updatedAt: new Date() } });
    await expectNext("mail");
  });

  it("are the administrators' alone, can be put away and be taken up again, on record", async () => {
    const other = await actorOf(await join(admin, { departmentId: rootId }));
    await expect(getGuide(other)).rejects.toBeInstanceOf(NotFound);
    await expect(arrangeFirstRun(other, { act: "putAway" })).rejects.toBeInstanceOf(Forbidden);
    expect((await findCompany())?.isFirstRun).toBe(true);
    await arrangeFirstRun(admin, { act: "putAway" });
    await arrangeFirstRun(admin, { act: "putAway" });
    expect((await findCompany())?.isFirstRun).toBe(false);
    expect((await getGuide(admin)).steps).toHaveLength(STEPS.length);
    await arrangeFirstRun(admin, { act: "takeUp" });
    expect((await findCompany())?.isFirstRun).toBe(true);
    expect((await actions()).filter((action) => action.startsWith("first-run."))).toEqual(["first-run.ended", "first-run.resumed"]);
  });
});
