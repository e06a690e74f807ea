import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { proposeLink, prepareShare } from "~/domain/shares/composing.server";
import { getHandedOver, handOverPost, type HandOver } from "~/domain/shares/handing-over.server";
import { choosePost } from "~/domain/shares/choosing.server";
import { listShareablePosts } from "~/domain/shares/suggesting.server";
import { listOwnShares } from "~/domain/shares/visits.server";
import { after, DAY, useClock } from "~/kernel/clock";
import { prisma, query } from "~/kernel/db.server";
import { Invalid, NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "../messages/world";
import { aurora, offerPost } from "./offered-post";

useDatabase();

let world: World;
let author: Actor;
let giulia: Actor;
let marco: Actor;
beforeAll(async () => {
  world = await createWorld();
  author = await world.person("hr", { roles: [{ role: "publisher" }] });
  giulia = await world.person("turin");
  marco = await world.person("turin");
});

function form(words: string, over: Partial<HandOver> = {}): HandOver {
  const { slug, requestKey } = proposeLink();
  return { network: "bluesky", way: "share_url", words, captionId: undefined, requestKey, slug, server: undefined, ...over };
}

const refusedField = (promise: Promise<unknown>) =>
  promise.then(() => null, (error: unknown) => (error instanceof Invalid ? error.fields : Promise.reject(error)));

describe("handing a post over", () => {
  it("puts the disclosure in place and the short link into the text, and prefills the network", async () => {
    const post = await offerPost(author, world.departments.shops);
    const done = await handOverPost(giulia, aurora, post, form("I met the miller this spring."));
    expect(done.text.startsWith("I work at Aurora")).toBe(true);
    expect(done.text).toContain("I met the miller this spring.");
    expect(done.text).toContain(done.link);
    expect(done.shareUrl).toContain(encodeURIComponent(done.link));
    const share = await prisma.share.findUniqueOrThrow({ where: { id: done.id }, include: { link: true } });
    expect(share.link.targetUrl).toBe("https://www.aurora.example/mill?utm_source=bluesky&utm_medium=employee&utm_campaign=the-mill-that-feeds-our-ovens");
  });

  it("is one share however often the form is sent", async () => {
    const post = await offerPost(author, world.departments.shops);
    const sent = form("Bread of the week, and where it comes from.");
    const results = await Promise.all(Array.from({ length: 5 }, () => handOverPost(giulia, aurora, post, sent)));
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(await prisma.share.count({ where: { postId: post } })).toBe(1);
    expect(await prisma.postReach.findUnique({ where: { postId: post } })).toMatchObject({ shares: 1 });
  });

  it("refuses a colleague's text for seven days on that network, however it is dressed up, and keeps what was typed", async () => {
    const post = await offerPost(author, world.departments.shops);
    await handOverPost(giulia, aurora, post, form("Three generations, one river, our flour."));
    for (const words of ["Three generations, one river, our flour.", "three GENERATIONS one river — our flour!!", "I work at Aurora. Three generations, one river, our flour #mill"]) {
      expect(await refusedField(handOverPost(marco, aurora, post, form(words)))).toEqual({ words: "share:error.taken" });
    }
    // Her own text again, and the same text on another network, are nobody else's.
    await handOverPost(giulia, aurora, post, form("Three generations, one river, our flour."));
    await handOverPost(marco, aurora, post, form("Three generations, one river, our flour.", { network: "x" }));
    const back = useClock({ now: () => new Date(Date.now() + 7 * DAY + 60_000) });
    try {
      await handOverPost(marco, aurora, post, form("Three generations, one river, our flour."));
    } finally {
      back();
    }
  });

  it("lets only one of two people have a text when they send it at the same moment", async () => {
    const post = await offerPost(author, world.departments.shops);
    const outcomes = await Promise.allSettled([giulia, marco].map((person) => handOverPost(person, aurora, post, form("The smell of the oven at five."))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("names the field when it is too long, without own words, or without a Mastodon server", async () => {
    const post = await offerPost(author, world.departments.shops);
    expect(await refusedField(handOverPost(giulia, aurora, post, form("bread ".repeat(80))))).toEqual({ words: "share:error.count" });
    expect(await refusedField(handOverPost(giulia, aurora, post, form("#bread 🍞")))).toEqual({ words: "networks:problem.no_words" });
    expect(await refusedField(handOverPost(giulia, aurora, post, form("Fresh today.", { network: "mastodon" })))).toEqual({ server: "networks:server.invalid" });
    expect(await prisma.share.count({ where: { postId: post } })).toBe(0);
    expect(await prisma.link.count({ where: { postId: post } })).toBe(0);
  });

  it("is not found for other departments, and a share not for anybody else", async () => {
    const post = await offerPost(author, world.departments.it);
    await expect(handOverPost(giulia, aurora, post, form("Not mine to share."))).rejects.toBeInstanceOf(NotFound);
    const shops = await offerPost(author, world.departments.shops);
    const done = await handOverPost(giulia, aurora, shops, form("Mine, and only mine."));
    await expect(getHandedOver(marco, done.id)).rejects.toBeInstanceOf(NotFound);
    expect((await listOwnShares(marco, { limit: 50 })).map(({ id }) => id)).not.toContain(done.id);
  });

  it("draws another link when the proposed one is taken", async () => {
    const post = await offerPost(author, world.departments.shops);
    const first = form("A first text of mine about rye.");
    await handOverPost(giulia, aurora, post, first);
    const second = await handOverPost(marco, aurora, post, form("Another text of mine about spelt.", { slug: first.slug }));
    expect(second.link.endsWith(first.slug)).toBe(false);
  });
});

describe("captions", () => {
  it("are dealt least-used first and never when a colleague has taken them", async () => {
    const captions = ["The mill still runs on the river.", "Ask me where our flour comes from.", "Three generations of millers."];
    const post = await offerPost(author, world.departments.shops, { captions });
    const people = await Promise.all(captions.map(() => world.person("turin")));
    const used: string[] = [];
    for (const person of people) {
      const { captions: dealt, slug, requestKey } = await prepareShare(person, aurora, post, "bluesky");
      const first = dealt[0]!;
      expect(used).not.toContain(first.text);
      used.push(first.text);
      await handOverPost(person, aurora, post, { ...form(first.text), captionId: first.id, slug, requestKey });
    }
    const late = await prepareShare(await world.person("turin"), aurora, post, "bluesky");
    expect(late.captions).toEqual([]);
    expect(late.allTaken).toBe(true);
    // Another network is another matter.
    expect((await prepareShare(giulia, aurora, post, "linkedin")).captions).toHaveLength(3);
  });
});

describe("choosing", () => {
  const atHome = async (actor: Actor) => (await listShareablePosts(actor, { forHome: true, limit: 50 })).map(({ id }) => id);

  it("puts a post aside in silence, or off the home page until tomorrow", async () => {
    const aside = await offerPost(author, world.departments.shops);
    const later = await offerPost(author, world.departments.shops);
    const events = await prisma.event.count();
    await choosePost(giulia, aside, "not_for_me");
    await choosePost(giulia, later, "later");
    expect(await prisma.event.count()).toBe(events);
    const before = await atHome(giulia);
    expect(before).not.toContain(aside);
    expect(before).not.toContain(later);
    expect(await atHome(marco)).toEqual(expect.arrayContaining([aside, later]));
    expect((await listShareablePosts(giulia, { forHome: false, limit: 50 })).map(({ id }) => id)).toEqual(expect.arrayContaining([aside, later]));
    await query(sql`UPDATE post_choice SET chosen_at = ${after(-DAY)}::timestamptz WHERE person_id = ${giulia.id}::uuid`);
    const nextDay = await atHome(giulia);
    expect(nextDay).toContain(later);
    expect(nextDay).not.toContain(aside);
    await choosePost(giulia, aside, "none");
    expect(await atHome(giulia)).toContain(aside);
  });

  it("is not found for what is not offered", async () => {
    await expect(choosePost(giulia, randomUUID(), "later")).rejects.toBeInstanceOf(NotFound);
    const hidden = await offerPost(author, world.departments.it);
    await expect(choosePost(giulia, hidden, "not_for_me")).rejects.toBeInstanceOf(NotFound);
  });
});
