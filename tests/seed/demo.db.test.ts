import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listToRead } from "~/domain/messages/inbox.server";
import { findActor } from "~/domain/people/actors.server";
import { verifyPin } from "~/domain/people/signing-in/pins.server";
import { verifyPassword } from "~/domain/people/credentials.server";
import { listShareablePosts } from "~/domain/shares/suggesting.server";
import { listOwnShares } from "~/domain/shares/visits.server";
import { useClock } from "~/kernel/clock";
import { prisma, query } from "~/kernel/db.server";
import { env, setEnv } from "~/kernel/env.server";
import { sql } from "~/kernel/sql";
import { messages } from "../../prisma/seed/aurora/messages";
import { DEMO_PIN, pinSignIn, waiting, DEMO_PASSWORD, people, personOf, signIns } from "../../prisma/seed/aurora/people";
import { seedDemo } from "../../prisma/seed/demo.server";
import { useDatabase } from "../support/database";

/** A Friday afternoon. */
const START = new Date("2026-11-20T15:00:00Z");
const PATIENCE = 120_000;

useDatabase();

describe("the demo company, told", () => {
  const before = env();
  let restore = () => {};
  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "vouch-seed-"));
    setEnv({ ...before, dataFolder: folder, keyFolder: `${folder}-keys` });
    restore = useClock({ now: () => START });
    await seedDemo();
  }, PATIENCE);
  afterAll(async () => {
    restore();
    await rm(env().dataFolder, { recursive: true, force: true });
    setEnv(before);
  });

  async function actorOf(key: string) {
    const { personnelNumber } = personOf(key);
    const { id } = await prisma.person.findUniqueOrThrow({ where: { personnelNumber }, select: { id: true } });
    return (await findActor(id))!;
  }
  async function count(from: ReturnType<typeof sql>): Promise<number> {
    const rows = await query<{ count: number }>(sql`SELECT count(*)::int AS count FROM ${from}`);
    return rows[0]!.count;
  }

  it("has 240 people in 9 departments, who sign in by mail or number", async () => {
    expect([await prisma.person.count(), await prisma.department.count(), await prisma.credential.count()]).toEqual([240, 9, 240 - waiting.size]);
    for (const key of signIns) expect(await verifyPassword({ identifier: `${key}@aurora.example`, password: DEMO_PASSWORD })).not.toBeNull();
    const driver = people.find(({ key, email }) => email === null && !waiting.has(key))!;
    expect(await verifyPassword({ identifier: driver.personnelNumber, password: DEMO_PASSWORD })).not.toBeNull();
    expect(await verifyPin(personOf(pinSignIn).personnelNumber, DEMO_PIN)).toMatchObject({ personId: expect.any(String) as string });
    expect(await prisma.joinCode.count()).toBe([...waiting.values()].filter((way) => way !== "nothing").length);
  });

  it("gives its administrator no other role, and nobody more than their story says", async () => {
    for (const { key, roles } of people.filter((person) => person.roles.length > 0)) {
      expect([key, (await actorOf(key)).roles.map(({ role }) => role)]).toEqual([key, roles.map(({ role }) => role)]);
    }
    expect(await prisma.roleGrant.count()).toBe(people.flatMap(({ roles }) => roles).length);
  });

  it.each([
    ["employee", "From 1 December every shop tells the sourdough story"],
    ["it", "Sourdough story: tills and screens ready by 30 November"],
    ["logistics", "Storia del lievito madre: una pagnotta in più per ogni negozio dal 1º dicembre"],
    ["moderator", "Povestea maielei începe pe 1 decembrie"],
  ])("leaves %s today's message to read, in their version and language", async (key, title) => {
    const { messages: unread } = await listToRead(await actorOf(key));
    expect(unread.map((message) => message.title)).toContain(title);
  });

  it("leaves the sign-ins nothing else to read, but for one notice", async () => {
    const unread = await Promise.all(signIns.map(async (key) => [key, (await listToRead(await actorOf(key))).total]));
    expect(Object.fromEntries(unread)).toEqual({ employee: 1, it: 1, logistics: 1, publisher: 0, approver: 1, leader: 1, moderator: 2, admin: 1 });
  });

  it("has messages in every state", async () => {
    const states = await query<{ state: string; count: number }>(sql`SELECT state::text, count(*)::int AS count FROM message GROUP BY state ORDER BY 1`);
    expect(Object.fromEntries(states.map(({ state, count: found }) => [state, found]))).toEqual({
      draft: 1, in_review: 1, scheduled: 1, published: messages.length - 3,
    });
  });

  it("offers Giulia the mill, shared 14 times with 312 visits, and shows her 86 of her own", async () => {
    const giulia = await actorOf("employee");
    const offered = await listShareablePosts(giulia, { forHome: true, limit: 10 });
    expect(offered.find(({ title }) => title === "The mill that feeds our ovens")).toMatchObject({ shares: 14, visits: 312 });
    const own = await listOwnShares(giulia, { limit: 10 });
    expect([own.length, own.reduce((sum, { visits }) => sum + visits, 0)]).toEqual([3, 86]);
  });

  it("says in the language of each text that its writer works here", async () => {
    const texts = (await prisma.share.findMany({ select: { text: true } })).map(({ text }) => text);
    const foreign = { "I work at Aurora.": /\b(che|della|di|il|non|con)\b|[ăâșțа-я]/, "Lavoro in Aurora.": /\b(the|and|of)\b|[а-я]/ };
    for (const [disclosure, words] of Object.entries(foreign)) {
      const disclosed = texts.filter((text) => text.startsWith(disclosure));
      expect(disclosed.length).toBeGreaterThan(5);
      for (const text of disclosed) expect(text).not.toMatch(words);
    }
  });

  it("is told in the order of time, and nothing after now", async () => {
    expect(await count(sql`(SELECT occurred_at < lag(occurred_at) OVER (ORDER BY id) AS is_back FROM event) e WHERE is_back`)).toBe(0);
    expect(await count(sql`event WHERE occurred_at > ${START}::timestamptz`)).toBe(0);
    expect(await count(sql`audit_entry WHERE occurred_at > ${START}::timestamptz`)).toBe(0);
    expect(await count(sql`audit_entry`)).toBeGreaterThan(50);
    expect(await count(sql`read_receipt r JOIN message m ON m.id = r.message_id WHERE r.read_at < m.published_at OR r.read_at > ${START}::timestamptz`)).toBe(0);
  });

  it("lets nobody read what came before them", async () => {
    expect(await count(sql`read_receipt r JOIN person p ON p.id = r.person_id WHERE r.read_at < p.joined_on`)).toBe(0);
  });

  it("leaves no mail of the past to be sent", async () => {
    expect(await count(sql`mail_outbox WHERE status <> 'sent'`)).toBe(0);
    expect(await count(sql`mail_outbox`)).toBeGreaterThan(300);
    expect(await count(sql`message WHERE sends_mail AND state = 'published' AND mailed_at IS NULL`)).toBe(0);
  });

  it("stays as it is when the demo is started again", async () => {
    const events = await count(sql`event`);
    await seedDemo();
    expect(await count(sql`event`)).toBe(events);
  });

  it("is told anew where the first telling was cut short, and comes out the same", { timeout: PATIENCE }, async () => {
    const outcome = async () => ({
      events: await count(sql`event`),
      receipts: await count(sql`read_receipt`),
      confirmed: await count(sql`acknowledgement`),
      visits: (await query(sql`SELECT sum(people)::int AS people FROM link_visits`))[0],
      titles: await query(sql`SELECT title, body FROM variant_text ORDER BY title, body`),
      handedOver: await query(sql`SELECT text, handed_over_at FROM share ORDER BY text`),
    });
    const first = await outcome();
    await query(sql`DELETE FROM event WHERE type = 'demo.told'`);
    await seedDemo();
    expect(await outcome()).toEqual(first);
  });

  it("keeps away from a company of somebody's own", async () => {
    await query(sql`UPDATE company SET is_demo = false`);
    await expect(seedDemo()).rejects.toThrow("holds a company of its own");
    await query(sql`UPDATE company SET is_demo = true`);
  });
});
