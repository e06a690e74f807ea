import { randomUUID } from "node:crypto";
import { appendFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countSpooledVisits, forgetPastVisitors } from "~/domain/shares/redirect/counting.server";
import { findTarget, hearLink, loadLinks } from "~/domain/shares/redirect/link-index.server";
import { SlugTable } from "~/domain/shares/redirect/slug-table";
import { spoolFolder, VisitSpool, type SpooledVisit } from "~/domain/shares/redirect/visit-spool.server";
import { dayOf, hashVisitor, removeOldVisitKeys } from "~/domain/shares/redirect/visitor-hash.server";
import { visitorKind } from "~/domain/shares/redirect/visitor";
import { newSlug } from "~/domain/shares/links.server";
import { DAY, now, useClock } from "~/kernel/clock";
import { disconnect, connect, databaseUrl, prisma } from "~/kernel/db.server";
import { env, setEnv } from "~/kernel/env.server";
import { useDatabase } from "../../support/database";

useDatabase();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vouch-visits-"));
  setEnv({ ...env(), dataFolder: path.join(folder, "data"), keyFolder: path.join(folder, "keys") });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function makeLink(target = "https://www.aurora.example/mill") {
  return prisma.link.create({ data: { slug: newSlug(), targetUrl: target, postId: randomUUID(), personId: randomUUID(), network: "x", createdAt: now() } });
}

const visitOf = async (slug: string, who: string, day = dayOf(now())): Promise<SpooledVisit> => ({
  slug, day, kind: "person", visitor: await hashVisitor(day, { address: who, userAgent: "Mozilla/5.0", slug }),
});

const countsOf = async (linkId: string) => {
  const rows = await prisma.linkVisits.findMany({ where: { linkId } });
  return rows.reduce((sum, row) => ({ people: sum.people + row.people, repeats: sum.repeats + row.repeats, machines: sum.machines + row.machines }), { people: 0, repeats: 0, machines: 0 });
};

describe("counting visits", () => {
  let spool: VisitSpool;
  beforeEach(() => {
    spool = new VisitSpool();
    return () => spool.close();
  });

  it("counts each visitor of a link once a day, and machines apart", async () => {
    const [link, other] = [await makeLink(), await makeLink()];
    for (const who of ["a", "b", "a", "a"]) await spool.append(await visitOf(link.slug, who));
    await spool.append(await visitOf(other.slug, "a"));
    await spool.append({ slug: link.slug, day: dayOf(now()), kind: "machine", visitor: "" });
    await countSpooledVisits();
    await spool.append(await visitOf(link.slug, "b"));
    await countSpooledVisits();
    expect(await countsOf(link.id)).toEqual({ people: 2, repeats: 3, machines: 1 });
    expect(await countsOf(other.id)).toEqual({ people: 1, repeats: 0, machines: 0 });
    expect(await prisma.postReach.findUnique({ where: { postId: link.postId } })).toMatchObject({ visits: 2 });
  });

  it("counts every line once while several processes count the same spools, and after a restart", async () => {
    const link = await makeLink();
    const visits = await Promise.all(Array.from({ length: 200 }, (_, index) => visitOf(link.slug, `v${index}`)));
    await Promise.all(visits.map((visit) => spool.append(visit)));
    await Promise.all([countSpooledVisits(), countSpooledVisits(), countSpooledVisits()]);
    await countSpooledVisits();
    expect(await countsOf(link.id)).toEqual({ people: 200, repeats: 0, machines: 0 });
  });

  it("keeps what was acknowledged while the database is away, and counts it afterwards", async () => {
    const link = await makeLink();
    const url = databaseUrl();
    await findTarget(link.slug);
    await disconnect();
    connect("postgresql://nobody:nothing@127.0.0.1:1/none");
    try {
      expect(await findTarget(link.slug)).toBe(link.targetUrl);
      await spool.append(await visitOf(link.slug, "while away"));
      await expect(countSpooledVisits()).rejects.toThrow();
    } finally {
      await disconnect();
      connect(url);
    }
    await countSpooledVisits();
    expect(await countsOf(link.id)).toEqual({ people: 1, repeats: 0, machines: 0 });
  });

  it("passes over a line torn by a crash and goes on behind it", async () => {
    const link = await makeLink();
    await spool.append(await visitOf(link.slug, "first"));
    const [name] = (await readdir(spoolFolder())).slice(-1);
    for (const entry of await readdir(spoolFolder())) {
      if ((await readFile(path.join(spoolFolder(), entry), "utf8")).includes(link.slug)) await appendFile(path.join(spoolFolder(), entry), '["broken\n');
    }
    expect(name).toBeDefined();
    await spool.append(await visitOf(link.slug, "second"));
    await countSpooledVisits();
    expect(await countsOf(link.id)).toMatchObject({ people: 2 });
  });

  it("stores neither address nor browser, and throws the key away after the day", async () => {
    const link = await makeLink();
    await spool.append(await visitOf(link.slug, "203.0.113.77"));
    const texts = await Promise.all((await readdir(spoolFolder())).map((name) => readFile(path.join(spoolFolder(), name), "utf8")));
    expect(texts.join()).not.toMatch(/203\.0\.113|Mozilla/);
    const today = dayOf(now());
    expect(await readdir(path.join(env().keyFolder, "visits"))).toEqual([`${today}.key`]);
    const back = useClock({ now: () => new Date(Date.now() + 2 * DAY) });
    try {
      await removeOldVisitKeys();
      expect(await readdir(path.join(env().keyFolder, "visits"))).toEqual([]);
    } finally {
      back();
    }
  });

  it("forgets seen visitors and counted spools after some days", async () => {
    const link = await makeLink();
    await spool.append(await visitOf(link.slug, "x"));
    await countSpooledVisits();
    const back = useClock({ now: () => new Date(Date.now() + 10 * DAY) });
    try {
      await forgetPastVisitors();
    } finally {
      back();
    }
    expect(await prisma.visitSeen.count()).toBe(0);
    expect(await readdir(spoolFolder())).toEqual([]);
    expect(await countsOf(link.id)).toMatchObject({ people: 1 });
  });
});

describe("finding where a link leads", () => {
  it("hears of new links, loads the old ones, and knows no others", async () => {
    const link = await makeLink("https://www.aurora.example/heard");
    const slug = newSlug();
    hearLink(JSON.stringify([slug, "https://www.aurora.example/other"]));
    await loadLinks();
    expect(await findTarget(slug)).toBe("https://www.aurora.example/other");
    expect(await findTarget(link.slug)).toBe("https://www.aurora.example/heard");
    expect(await findTarget(newSlug())).toBeNull();
    expect(await findTarget("../etc")).toBeNull();
  });

  it("holds what it was given, whatever the order (against a Map)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (size) => {
        const table = new SlugTable();
        const reference = new Map<string, string>();
        for (let index = 0; index < size; index++) {
          const slug = newSlug();
          const target = `https://example.com/${index % 7}`;
          table.add(slug, target);
          reference.set(slug, target);
        }
        expect(table.size).toBe(reference.size);
        for (const [slug, target] of reference) expect(table.find(slug)).toBe(target);
        for (let index = 0; index < 200; index++) {
          const slug = newSlug();
          expect(table.find(slug)).toBe(reference.get(slug) ?? null);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("who follows", () => {
  const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
  const kind = (headers: Record<string, string>, method = "GET") => visitorKind({ method, headers: { "user-agent": chrome, ...headers } });

  it.each([
    chrome,
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Android 15; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0",
    "Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
    // In-app browsers: a person tapped the link.
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21G93 [LinkedInApp]/9.30.1432",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21G93 Instagram 350.0.0.20.90",
  ])("counts %s as a person", (userAgent) => {
    expect(kind({ "user-agent": userAgent })).toBe("person");
  });

  it.each([
    "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "WhatsApp/2.24.6.77 A",
    "TelegramBot (like TwitterBot)",
    "Twitterbot/1.0",
    "Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)",
    "Mastodon/4.3.0 (http.rb/5.2.0; +https://mastodon.social/) Bot",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36",
    "BarracudaCentral (https://www.barracudacentral.org)",
    "Mozilla/5.0 (compatible; Proofpoint URL Defense)",
    "curl/8.5.0",
    "python-requests/2.32.0",
    "Go-http-client/2.0",
    "",
  ])("keeps %s apart", (userAgent) => {
    expect(kind({ "user-agent": userAgent })).toBe("machine");
  });

  it("keeps looking ahead apart", () => {
    expect(kind({ "sec-purpose": "prefetch;prerender" })).toBe("machine");
    expect(kind({ purpose: "prefetch" })).toBe("machine");
    expect(kind({ "x-moz": "prefetch" })).toBe("machine");
    expect(kind({}, "HEAD")).toBe("machine");
  });
});
