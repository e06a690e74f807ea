import { beforeAll, describe, expect, it } from "vitest";
import { listPosts } from "~/domain/library/browsing.server";
import { savePost, startPost } from "~/domain/library/drafting.server";
import type { PostContent } from "~/domain/library/post";
import { Conflict, Forbidden, Invalid, NotFound } from "~/kernel/errors";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "../messages/world";
import { contentOf, getPost, rules, wholePost, writePost } from "./posts";

useDatabase();

let world: World;
let author: Actor;
let shopsPublisher: Actor;

beforeAll(async () => {
  world = await createWorld();
  author = await world.person("hr", { roles: [{ role: "publisher" }] });
  shopsPublisher = await world.person("shops", { roles: [{ role: "publisher", departmentId: world.departments.shops }] });
});

const save = async (who: Actor, id: string, change: Partial<PostContent>) => {
  const { revision, content } = await contentOf(id, who.timeZone);
  return savePost(who, id, { revision, content: { ...content, ...change } }, rules);
};

async function fieldsOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(Invalid);
  return Object.keys((error as Invalid).fields);
}

describe("a draft", () => {
  it("begins for the whole of its publisher's part of the tree", async () => {
    expect((await getPost(await startPost(author, { title: "For all", language: "it" }))).audience).toEqual([world.departments.company]);
    expect((await getPost(await startPost(shopsPublisher, { title: "For shops", language: "it" }))).audience).toEqual([world.departments.shops]);
    await expect(startPost(await world.person("it"), { title: "Mine", language: "it" })).rejects.toThrow(Forbidden);
  });

  it("comes back as it was saved", async () => {
    const id = await writePost(author, { validFrom: "2026-03-29", validUntil: "2026-10-25", audience: [world.departments.hr, world.departments.turin] });
    const { content, revision } = await contentOf(id);
    const expected = { ...wholePost, validFrom: "2026-03-29", validUntil: "2026-10-25", captions: expect.anything(), audience: expect.anything() };
    expect(content).toEqual(expected);
    expect(content.captions.map(({ id: _, ...caption }) => caption)).toEqual(wholePost.captions.map(({ id: _, ...caption }) => caption));
    expect(content.audience.toSorted()).toEqual([world.departments.hr, world.departments.turin].toSorted());
    expect(revision).toBe(2);
    const post = await getPost(id);
    expect(post.linkHost).toBe("aurora.example");
    // From midnight to midnight in Rome, on the days on which clocks are set forward and back.
    expect([post.validFrom, post.validUntil]).toEqual([new Date("2026-03-28T23:00Z"), new Date("2026-10-25T23:00Z")]);
  });

  it("is the same for a colleague in another zone who changes nothing", async () => {
    const id = await writePost(author, { validUntil: "2027-01-31" });
    const elsewhere = { ...author, timeZone: "Pacific/Auckland" };
    expect(await save(elsewhere, id, {})).toMatchObject({ isUnchanged: true });
  });

  it("is never overwritten by somebody who saw an older one", async () => {
    const id = await writePost(author);
    const seen = await contentOf(id);
    await save(author, id, { why: "The first one's why" });
    await expect(savePost(author, id, { ...seen, content: { ...seen.content, why: "The second one's" } }, rules)).rejects.toThrow(Conflict);
    const both = await contentOf(id);
    const answers = await Promise.allSettled(
      ["A", "B", "C"].map((why) => savePost(author, id, { ...both, content: { ...both.content, why } }, rules)),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await getPost(id)).revision).toBe(both.revision + 1);
  });

  it("keeps the ids of captions that stay, whatever their order", async () => {
    const id = await writePost(author);
    const before = (await getPost(id)).captions;
    await save(author, id, { captions: [...before].reverse().map((caption) => ({ ...caption, text: `${caption.text} Indeed.` })) });
    expect((await getPost(id)).captions.map((caption) => caption.id)).toEqual(before.map((caption) => caption.id).reverse());
    const other = await writePost(author);
    await save(author, other, { captions: before });
    expect((await getPost(other)).captions.map((caption) => caption.id)).not.toEqual(expect.arrayContaining([before[0]?.id]));
    expect((await getPost(id)).captions).toHaveLength(2);
  });

  it("names the field of everything that a form alone can't know", async () => {
    const id = await writePost(author);
    const caption = { id: null, network: null, language: "it", text: "Ciao" };
    expect(await fieldsOf(save(author, id, { language: "de" }))).toEqual(["language"]);
    expect(await fieldsOf(save(author, id, { audience: [crypto.randomUUID()] }))).toEqual(["audience"]);
    expect(await fieldsOf(save(author, id, { captions: [caption, { ...caption, network: "friendster" }] }))).toEqual(["captions.1.network"]);
    expect(await fieldsOf(save(author, id, { captions: [{ ...caption, language: "xx" }] }))).toEqual(["captions.0.language"]);
    expect(await fieldsOf(save(author, id, { captions: [{ ...caption, network: "short", text: "x".repeat(281) }] }))).toEqual(["captions.0.text"]);
    await save(author, id, { captions: [{ ...caption, network: "short", text: "x".repeat(280) }] });
  });

  it("stays within its publisher's part of the tree", async () => {
    const own = await startPost(shopsPublisher, { title: "Ours", language: "it" });
    expect(await fieldsOf(save(shopsPublisher, own, { audience: [world.departments.shops, world.departments.it] }))).toEqual(["audience"]);
    await save(shopsPublisher, own, { audience: [world.departments.turin] });
    const others = await writePost(author);
    await expect(save(shopsPublisher, others, { title: "Mine now" })).rejects.toThrow(NotFound);
    await expect(save(await world.person("it"), own, { title: "Mine now" })).rejects.toThrow(NotFound);
    const listed = (await listPosts(shopsPublisher, "all")).posts.map(({ id }) => id);
    expect(listed).toContain(own);
    expect(listed).not.toContain(others);
  });
});
