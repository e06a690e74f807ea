import { describe, expect, it } from "vitest";
import { networks } from "~/domain/shares/networks/all";
import { composeShareText, parseHashtags } from "~/domain/shares/share-text";
import { normaliseWording } from "~/domain/shares/wording";
import { calendarFrom } from "../../prisma/seed/calendar";
import { company, pathOf } from "../../prisma/seed/aurora/departments";
import { messages } from "../../prisma/seed/aurora/messages";
import { peopleIn, personOf } from "../../prisma/seed/aurora/people";
import { posts } from "../../prisma/seed/aurora/posts";
import { languages, type Language, type MessageStory } from "../../prisma/seed/aurora/story";
import { pictureKeys } from "../../prisma/seed/pictures";

const HOUR = 3_600_000;
const calendar = calendarFrom(new Date("2026-11-20T15:00:00Z"), company.timeZone);
const aWeekOfCalendars = [20, 21, 22, 23, 24, 25, 26].map((day) => calendarFrom(new Date(`2026-11-${day}T15:00:00Z`), company.timeZone));

/** The version that a department reads: the nearest one up the tree, else the core. */
function versionFor(message: MessageStory, department: string) {
  const own = pathOf(department).find((key) => message.versions?.[key]);
  return own ? message.versions![own]! : message.core;
}

/** Readers who find no text in their own language. */
function readersWithoutText(message: MessageStory) {
  return peopleIn(message.audience).filter(({ department, language }) => !versionFor(message, department)[language]);
}

describe("messages", () => {
  it("tell 90 days: about fourteen, one to come, one in review, one draft", () => {
    expect(messages.length).toBeGreaterThanOrEqual(14);
    const at = (message: MessageStory) => message.published?.days;
    expect(messages.filter((message) => (at(message) ?? -1) > 0).map(({ key }) => key)).toEqual(["leave-requests"]);
    expect(messages.filter(({ inReviewHours }) => inReviewHours).map(({ key }) => key)).toEqual(["rye-line"]);
    expect(messages.filter(({ inReviewHours, published }) => !inReviewHours && !published).map(({ key }) => key)).toEqual(["discount-card"]);
    expect(Math.min(...messages.map(({ written }) => written.days))).toBeGreaterThanOrEqual(-90);
    expect(new Set(messages.map(({ key }) => key)).size).toBe(messages.length);
  });

  it("have every version in the company's language, and their why in all", () => {
    for (const message of messages) {
      for (const version of [message.core, ...Object.values(message.versions ?? {})]) expect([message.key, Boolean(version.it)]).toEqual([message.key, true]);
      expect(Object.keys(message.why).sort()).toEqual([...languages].sort());
    }
  });

  it("reach their readers in their own language, but for the draft and one hurried notice", () => {
    const gaps = Object.fromEntries(messages.map((message) => [message.key, readersWithoutText(message).length]).filter(([, missing]) => missing));
    expect(Object.keys(gaps).sort()).toEqual(["discount-card", "dublin-delivery"]);
    expect(gaps["discount-card"]).toBe(11);
  });

  it("say their days in every language, without a hole left", () => {
    for (const message of messages) {
      for (const version of [message.core, ...Object.values(message.versions ?? {})]) {
        for (const [language, { title, body }] of Object.entries(version)) {
          const said = calendar.say(`${title}\n${body}`, message.dates ?? {}, language as Language);
          expect(said).not.toMatch(/[{}]|undefined/);
          expect(title.length).toBeLessThanOrEqual(120);
        }
      }
    }
  });

  it("name the same days and numbers in every language of a version", () => {
    for (const message of messages) {
      for (const version of [message.core, ...Object.values(message.versions ?? {})]) {
        const facts = Object.values(version).map(({ title, body }) => [...new Set(`${title} ${body}`.match(/\{\w+/g) ?? [])].sort());
        for (const found of facts) expect([message.key, found]).toEqual([message.key, facts[0]]);
      }
    }
  });

  it("are read before they are confirmed, and approved by nobody who wrote them", () => {
    for (const { key, read = 0, confirmed = 0, asksConfirmation, approval, author } of messages) {
      expect([key, confirmed <= read]).toEqual([key, true]);
      expect([key, confirmed > 0 && !asksConfirmation]).toEqual([key, false]);
      if (approval) expect(personOf(approval.by).department).not.toBe(personOf(author).department);
    }
  });

  it("are remarked on by people who can read them", () => {
    for (const { key, audience, remarks = [] } of messages) {
      for (const { by } of remarks) expect([key, by, pathOf(personOf(by).department).some((one) => audience.includes(one))]).toEqual([key, by, true]);
    }
  });
});

describe("posts", () => {
  it("are eight: six approved, of which one has ended, one in review, one draft", () => {
    expect(posts).toHaveLength(8);
    expect(posts.filter(({ approval }) => approval)).toHaveLength(6);
    expect(posts.filter(({ ended }) => ended)).toHaveLength(1);
    expect(posts.filter(({ inReviewHours }) => inReviewHours)).toHaveLength(1);
    expect(posts.filter(({ approval, inReviewHours }) => !approval && !inReviewHours)).toHaveLength(1);
  });

  it("have a picture of their own, described where they are offered", () => {
    expect([...posts.map(({ picture }) => picture)].sort()).toEqual([...pictureKeys].sort());
    for (const { approval, inReviewHours, pictureAlt, why } of posts) if (approval ?? inReviewHours) expect(pictureAlt && why).not.toBe("");
  });

  it("have at least six captions where many share", () => {
    for (const { key, shares = [], captions } of posts) if (shares.length > 3) expect([key, captions.length >= 6]).toEqual([key, true]);
  });

  it("fit the network with disclosure, hashtags and link", () => {
    for (const post of posts) {
      const disclosure = { companyName: company.name, shortName: company.shortName, language: post.language };
      const words = [
        ...post.captions.map(({ network, text }) => ({ text, on: network ? [network] : (["x", "bluesky", "mastodon", "threads", "linkedin"] as const) })),
        ...(post.shares ?? []).map(({ network, caption, text }) => ({ text: text ?? post.captions[caption!]!.text, on: [network] })),
      ];
      for (const { text, on } of words) {
        for (const id of on) {
          const whole = composeShareText({ words: text, disclosure, link: "https://aurora.example/l/abcdefgh", network: networks[id], hashtags: parseHashtags(post.hashtags.join(" ")) });
          expect([post.key, id, text, networks[id].count(whole).problem]).toEqual([post.key, id, text, undefined]);
        }
      }
    }
  });

  it("never hand over the same words for two people on one network", () => {
    const shared = posts.flatMap(({ captions, shares = [] }) => shares.map(({ network, caption, text }) => `${network} ${normaliseWording(text ?? captions[caption!]!.text)}`));
    expect(new Set(shared).size).toBe(shared.length);
  });

  it("begin a share only from a caption that serves its network", () => {
    for (const { key, captions, shares = [] } of posts) {
      for (const { by, network, caption, text } of shares) {
        expect([key, by, caption ?? text]).not.toEqual([key, by, undefined]);
        if (caption !== undefined) expect([undefined, network]).toContain(captions[caption]?.network);
      }
    }
  });

  it("are shared while they are offered, whatever weekday the demo starts on", () => {
    for (const calendar of aWeekOfCalendars) {
      for (const { key, approval, ended, shares = [] } of posts) {
        for (const { shared } of shares) {
          const at = calendar.spareMoment(shared);
          expect([key, at > calendar.moment(approval!.at)]).toEqual([key, true]);
          if (ended) expect([key, at < calendar.moment(ended)]).toEqual([key, true]);
        }
      }
    }
  });

  it("share the mill 14 times with 312 visits, and Giulia three others with 86", () => {
    const mill = posts.find(({ key }) => key === "mill")!.shares!;
    const giulias = posts.flatMap(({ shares = [] }) => shares.filter(({ by }) => by === "employee"));
    const visits = (shares: { visits: number }[]) => shares.reduce((sum, share) => sum + share.visits, 0);
    expect([mill.length, visits(mill)]).toEqual([14, 312]);
    expect([giulias.length, visits(giulias)]).toEqual([3, 86]);
  });
});

describe("every story", () => {
  it("goes from writing over approval to its readers, whatever weekday the demo starts on", () => {
    for (const calendar of aWeekOfCalendars) {
      for (const story of [...messages, ...posts]) {
        const published = "published" in story ? story.published : undefined;
        const asked = story.inReviewHours ? [calendar.start.getTime() - story.inReviewHours * HOUR] : [];
        const moments = [story.written, story.approval?.at, published].flatMap((moment) => (moment ? [calendar.moment(moment).getTime()] : []));
        const way = [...moments, ...asked];
        expect([story.key, way]).toEqual([story.key, [...way].sort((one, other) => one - other)]);
        expect(new Set(way).size).toBe(way.length);
      }
    }
  });
});
