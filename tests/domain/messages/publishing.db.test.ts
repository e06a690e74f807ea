import { runOnce } from "graphile-worker";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { acknowledgeMessage } from "~/domain/messages/acknowledging.server";
import { countedOf, countVersions } from "~/domain/messages/audience.server";
import { discardDraft, saveMessage, startMessage } from "~/domain/messages/drafting.server";
import { countToRead, listEarlier, listToRead } from "~/domain/messages/inbox.server";
import { sendMessageMail } from "~/domain/messages/message-mail.server";
import { publishMessageJob } from "~/domain/messages/publish-message.job.server";
import { getRecord } from "~/domain/messages/message-record.server";
import { publishMessage, publishScheduledMessage, recallMessage, scheduleMessage, unscheduleMessage } from "~/domain/messages/publishing.server";
import { readMessage } from "~/domain/messages/reading.server";
import { after, HOUR, now, SECOND, useClock } from "~/kernel/clock";
import { connect, disconnect, pool, query } from "~/kernel/db.server";
import { Conflict, Invalid, NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "./world";

const database = useDatabase();

let world: World;
let publisher: Actor, seller: Actor, shopOwner: Actor, engineer: Actor;
let back = () => {};

beforeAll(async () => {
  world = await createWorld();
  publisher = await world.person("hr", { roles: [{ role: "publisher" }] });
  seller = await world.person("turin", { language: "ro" });
  shopOwner = await world.person("shops", { language: "en", email: null });
  engineer = await world.person("it", { language: "en" });
});

afterEach(() => back());

function travel(to: Date) {
  back();
  back = useClock({ now: () => to });
}

async function draft(over: Parameters<typeof saveMessage>[3] = {}) {
  return startMessage(publisher, {
    kind: "message",
    draft: {
      why: { it: "Perché sì", en: "Because" },
      audienceIds: [world.departments.company],
      sendsMail: true,
      asksConfirmation: true,
      texts: [
        { departmentId: null, language: "it", title: "Nucleo", body: "Testo **forte**" },
        { departmentId: world.departments.shops, language: "it", title: "Negozi", body: "Per voi" },
        { departmentId: world.departments.shops, language: "en", title: "Shops", body: "For you" },
      ],
      ...over,
    },
  });
}

const record = (id: string) => getRecord(id, sql`TRUE`);
const mailsOf = (id: string) => query<{ subject: string; language: string; personId: string }>(sql`
  SELECT c.subject, c.language, o.person_id AS "personId" FROM mail_outbox o JOIN mail_content c ON c.id = o.content_id
  WHERE o.batch = ${`message:${id}`}::text ORDER BY o.person_id`);

describe("a message", () => {
  it("gives everybody exactly one version, counted before", async () => {
    const id = await draft();
    const counts = await countVersions(countedOf(await record(id)));
    expect(counts.total).toBe(4);
    expect(counts.unreachable).toBe("few");
    expect(counts.versions.map(({ people }) => people).sort()).toEqual([2, 2]);
    const shops = counts.versions.find(({ departmentId }) => departmentId)!;
    expect(shops.languages).toEqual([
      { language: "en", people: 1, gets: "en" },
      { language: "ro", people: 1, gets: "it" },
    ]);
  });

  it("is read at once by its readers, each in their own version and language", async () => {
    const id = await draft();
    expect((await listToRead(seller)).total).toBe(0);
    await publishMessage(publisher, id, 1);
    const [mine] = (await listToRead(seller)).messages;
    expect(mine).toMatchObject({ id, title: "Negozi", why: "Perché sì", isFallback: true, language: "it", forDepartment: "shops", isRead: false });
    expect((await listToRead(shopOwner)).messages[0]).toMatchObject({ title: "Shops", isFallback: false, why: "Because" });
    expect((await listToRead(engineer)).messages[0]).toMatchObject({ title: "Nucleo", forDepartment: null, excerpt: "Testo forte" });
    const page = await readMessage(engineer, id);
    expect(page.html).toContain("<strong>forte</strong>");
    expect((await listToRead(engineer)).total).toBe(1); // it asks for a confirmation
    await acknowledgeMessage(engineer, id);
    await acknowledgeMessage(engineer, id);
    expect(await countToRead(engineer)).toBe(0);
    expect((await listEarlier(engineer)).messages[0]).toMatchObject({ id, isRead: true });
  });

  it("is not there for others, nor is another version", async () => {
    const id = await draft({ audienceIds: [world.departments.shops] });
    await publishMessage(publisher, id, 1);
    await expect(readMessage(engineer, id)).rejects.toThrow(NotFound);
    await expect(acknowledgeMessage(engineer, id)).rejects.toThrow(NotFound);
    const core = (await record(id)).variants.find(({ departmentId }) => departmentId === null)!;
    await expect(readMessage(seller, id, core.id)).rejects.toThrow(NotFound);
    const open = await draft({ isOpenToAll: true });
    await publishMessage(publisher, open, 1);
    const other = (await record(open)).variants.find(({ departmentId }) => departmentId === null)!;
    expect((await readMessage(seller, open, other.id)).title).toBe("Nucleo");
  });

  it("is started once, however often its form is sent", async () => {
    const id = crypto.randomUUID();
    const start = () => startMessage(publisher, { kind: "notice", id, draft: { texts: [{ departmentId: null, language: "it", title: "A", body: "B" }] } });
    expect(await Promise.all([start(), start(), start()])).toEqual([id, id, id]);
    expect((await record(id)).revision).toBe(1);
  });

  it("is published once, however often it is asked for", async () => {
    const id = await draft();
    await Promise.all([publishMessage(publisher, id, 1), publishMessage(publisher, id, 1)]);
    const events = await query(sql`SELECT 1 FROM event WHERE subject_id = ${id}::uuid AND type = 'message.published'`);
    expect(events).toHaveLength(1);
  });

  it("does not go out while something is missing", async () => {
    const id = await draft({ why: { en: "Only English" } });
    await expect(publishMessage(publisher, id, 1)).rejects.toThrow(Invalid);
  });

  it("keeps both texts when two save at once", async () => {
    const id = await draft();
    const save = (title: string) => saveMessage(publisher, id, 1, { texts: [{ departmentId: null, language: "it", title, body: "x" }] });
    const results = await Promise.allSettled([save("one"), save("two")]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toBeInstanceOf(Conflict);
    expect((await record(id)).revision).toBe(2);
  });

  it("is thrown away only before it came out", async () => {
    const id = await draft();
    await discardDraft(publisher, id);
    await expect(record(id)).rejects.toThrow(NotFound);
    const out = await draft();
    await publishMessage(publisher, out, 1);
    await expect(discardDraft(publisher, out)).rejects.toThrow(Invalid);
    await expect(saveMessage(publisher, out, 1, { why: { it: "neu" } })).rejects.toThrow(Invalid);
  });
});

describe("mail", () => {
  it("is queued once per reader with an address, in their version and language", async () => {
    const id = await draft();
    await publishMessage(publisher, id, 1);
    const { publishedAt } = await record(id);
    expect(await mailsOf(id)).toHaveLength(0);
    expect(await sendMessageMail(id, publishedAt!)).toBe(3);
    expect(await sendMessageMail(id, publishedAt!)).toBe(0);
    const mails = await mailsOf(id);
    expect(mails.find(({ personId }) => personId === seller.id)).toMatchObject({ language: "ro", subject: expect.stringContaining("Negozi") as string });
    expect(mails.find(({ personId }) => personId === engineer.id)).toMatchObject({ language: "en", subject: expect.stringContaining("Nucleo") as string });
    await expect(recallMessage(publisher, id)).rejects.toThrow(Invalid);
  });

  it("does not leave for a message that was recalled, which is as it was", async () => {
    const id = await draft();
    await publishMessage(publisher, id, 1);
    const published = await record(id);
    await readMessage(seller, id);
    await recallMessage(publisher, id);
    expect(await sendMessageMail(id, published.publishedAt!)).toBe(0);
    expect(await mailsOf(id)).toEqual([]);
    expect(await record(id)).toMatchObject({ state: "draft", revision: 1, contentHash: published.contentHash, publishedAt: null });
    expect((await listToRead(seller)).messages.map((message) => message.id)).not.toContain(id);
    const jobs = await query(sql`SELECT 1 FROM graphile_worker.jobs WHERE key = ${`send-message-mail:${id}`}::text`);
    expect(jobs).toEqual([]);
  });

  it("and a recall never both win", async () => {
    for (let round = 0; round < 8; round++) {
      const id = await draft();
      await publishMessage(publisher, id, 1);
      const { publishedAt } = await record(id);
      const [recalled, sent] = await Promise.allSettled([recallMessage(publisher, id), sendMessageMail(id, publishedAt!)]);
      const queued = sent.status === "fulfilled" ? sent.value : NaN;
      expect([recalled.status, queued]).toEqual(recalled.status === "fulfilled" ? ["fulfilled", 0] : ["rejected", 3]);
    }
  });

  it("can't be called back after 30 seconds", async () => {
    const id = await draft();
    await publishMessage(publisher, id, 1);
    travel(after(30 * SECOND, now()));
    await expect(recallMessage(publisher, id)).rejects.toThrow(Invalid);
  });
});

describe("a time that was set", () => {
  const jobOf = (id: string) => query<{ runAt: Date }>(sql`
    SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = ${`publish-message:${id}`}::text`);

  it("is kept by the queue and publishes once, by the job's time and not the clock's", async () => {
    const id = await draft();
    const at = after(2 * HOUR);
    await scheduleMessage(publisher, id, 1, at);
    await scheduleMessage(publisher, id, 1, at);
    expect((await jobOf(id)).map(({ runAt }) => runAt.getTime())).toEqual([at.getTime()]);
    expect((await listToRead(seller)).messages.map((message) => message.id)).not.toContain(id);
    await Promise.all([publishScheduledMessage(id, at), publishScheduledMessage(id, at)]);
    expect(await record(id)).toMatchObject({ state: "published", publishAt: null });
    expect(await query(sql`SELECT 1 FROM event WHERE subject_id = ${id}::uuid AND type = 'message.published'`)).toHaveLength(1);
  });

  it("gives way to another one, to an edit and to taking it back", async () => {
    const id = await draft();
    const at = after(HOUR);
    const later = after(3 * HOUR);
    await scheduleMessage(publisher, id, 1, at);
    await scheduleMessage(publisher, id, 1, later);
    await publishScheduledMessage(id, at);
    expect(await record(id)).toMatchObject({ state: "scheduled", publishAt: later });
    expect(await saveMessage(publisher, id, 1, { why: { it: "Nuovo" } })).toEqual({ revision: 2, undid: "schedule" });
    expect(await jobOf(id)).toEqual([]);
    await scheduleMessage(publisher, id, 2, later);
    await unscheduleMessage(publisher, id);
    await publishScheduledMessage(id, later);
    expect((await record(id)).state).toBe("draft");
  });

  it("is kept over a restart, and the worker that comes next publishes it", async () => {
    const id = await draft();
    // Set an hour ago for half an hour ago, while no worker ran.
    travel(after(-HOUR, new Date()));
    await scheduleMessage(publisher, id, 1, after(HOUR / 2));
    back();
    await disconnect();
    connect(database.url);
    await runOnce({ pgPool: pool, taskList: { [publishMessageJob.name]: (payload) => publishMessageJob.run(payload as never) } });
    expect((await record(id)).state).toBe("published");
  });

  it("is refused in the past", async () => {
    const id = await draft();
    await expect(scheduleMessage(publisher, id, 1, after(-SECOND))).rejects.toThrow(Invalid);
  });
});
