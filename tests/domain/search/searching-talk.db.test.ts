import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { getProfile } from "~/domain/people/profile.server";
import { startMessage } from "~/domain/messages/drafting.server";
import { publishMessage } from "~/domain/messages/publishing.server";
import { readMessage } from "~/domain/messages/reading.server";
import { listAllRemarks, listRemarks } from "~/domain/messages/remarks.server";
import { searchEverything } from "~/domain/search/searching.server";
import { addComment, listComments, removeComment } from "~/domain/wins/answering.server";
import { readWin } from "~/domain/wins/reading.server";
import { giveThanks } from "~/domain/wins/thanking.server";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "../messages/world";

useDatabase();

const numRuns = process.env.VOUCH_DEEP ? 150 : 15;
let world: World;
let people: Record<"giver" | "thanked" | "other" | "moderator" | "publisher", Actor>;
let shopsPublisher: Actor;
let count = 0;
/** A word that nothing else has, nor anything like it: of a beginning alike, the search for slips would find another. */
const newWord = () => `zq${[...createHash("sha256").update(String(++count)).digest().subarray(0, 10)].map((byte) => "bcdfghjklmnprstvwx"[byte % 18]).join("")}ty`;

beforeAll(async () => {
  world = await createWorld();
  people = {
    giver: await world.person("hr"), thanked: await world.person("turin"), other: await world.person("it"),
    moderator: await world.person("company", { roles: [{ role: "moderator" }] }), publisher: await world.person("company", { roles: [{ role: "publisher" }] }),
  };
  shopsPublisher = await world.person("shops", { roles: [{ role: "publisher", departmentId: world.departments.shops }] });
});

const idsOf = async (actor: Actor, q: string, kind: string) => (await searchEverything(actor, q, 50)).groups.filter((group) => group.kind === kind).flatMap(({ items }) => items.map(({ id }) => id));
/** The word, its beginning, and a slip of it. */
const waysTo = (word: string) => [word, word.slice(0, -2), `${word.slice(0, -2)}${word.at(-1)}${word.at(-2)}`];

it("finds exactly the wins and comments that their page shows, by whole words, beginnings and slips", { timeout: 240_000 }, async () => {
  const scene = fc.record({ by: fc.constantFrom(null, "giver", "moderator"), isCommentRemoved: fc.boolean(), viewer: fc.constantFrom("giver", "thanked", "other", "moderator") });
  await fc.assert(
    fc.asyncProperty(scene, async ({ by, isCommentRemoved, viewer }) => {
      const [said, answered, id, commentId] = [newWord(), newWord(), crypto.randomUUID(), crypto.randomUUID()];
      await giveThanks(people.giver, { id, person: [people.thanked.id], team: [], text: `Grazie per ${said}`, pictureAlt: "" });
      await addComment(people.other, id, { id: commentId, body: `Anche da noi ${answered}` });
      if (isCommentRemoved) await removeComment(people.other, id, commentId);
      if (by) await query(sql`UPDATE win SET removed_at = now(), removed_by_id = ${people[by as "giver"].id}::uuid WHERE id = ${id}::uuid`);
      const actor = people[viewer as "giver"];
      const page = await readWin(actor, id).then(async ({ text }) => ({ text, comments: (await listComments(actor, id)).comments.map(({ body }) => body).join() }), () => null);
      for (const q of waysTo(said)) expect(await idsOf(actor, q, "win"), q).toEqual(page?.text.includes(said) ? [id] : []);
      for (const q of waysTo(answered).slice(0, 2)) expect(await idsOf(actor, q, "win"), q).toEqual(page?.comments.includes(answered) ? [id] : []);
      if (!page) expect(JSON.stringify(await searchEverything(actor, "grazie anche", 50))).not.toMatch(new RegExp(`${said}|${answered}`));
    }),
    { numRuns },
  );
});

it("never hints at a removed win, not even by keeping a similar one back", async () => {
  const [word, alike] = ["quarzitel", "quarzitol"];
  const thank = async (text: string) => {
    const id = crypto.randomUUID();
    await giveThanks(people.giver, { id, person: [people.thanked.id], team: [], text, pictureAlt: "" });
    return id;
  };
  const [hidden, shown] = [await thank(word), await thank(alike)];
  await query(sql`UPDATE win SET removed_at = now(), removed_by_id = giver_id WHERE id = ${hidden}::uuid`);
  expect(await idsOf(people.other, word, "win")).toEqual([shown]);
  expect(await idsOf(people.giver, word, "win")).toEqual([hidden]);
});

it("finds exactly the remarks and answers that the message's page, or the studio's, shows", { timeout: 240_000 }, async () => {
  const places = ["hr", "turin", "it"] as const;
  const scene = fc.record({ variants: fc.uniqueArray(fc.constantFrom("shops" as const, "turin" as const, "office" as const), { maxLength: 2 }), writer: fc.constantFrom(...places), reader: fc.constantFrom(...places, "publisher" as const, "shopsPublisher" as const), isRecalled: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(scene, async ({ variants, writer: home, reader: who, isRecalled }) => {
      const [asked, answered] = [newWord(), newWord()];
      const id = await startMessage(people.publisher, { kind: "message", draft: { why: { it: "Perché" }, audienceIds: [world.departments.company],
        texts: [null, ...variants].map((department) => ({ departmentId: department && world.departments[department], language: "it" as const, title: "Titolo", body: "Testo" })) } });
      await publishMessage(people.publisher, id, 1);
      const writer = await world.person(home);
      const { ownVariantId } = await readMessage(writer, id);
      const remarkId = crypto.randomUUID();
      const remark = (remarkOf: string, person: Actor, body: string, answersId: string | null) => query(sql`
        INSERT INTO message_remark (id, message_id, variant_id, person_id, kind, body, answers_id, written_at)
        VALUES (${remarkOf}::uuid, ${id}::uuid, ${ownVariantId}::uuid, ${person.id}::uuid, 'question', ${body}::text, ${answersId}::uuid, now())`);
      await remark(remarkId, writer, `Chi ${asked}`, null);
      await remark(crypto.randomUUID(), people.publisher, `Noi ${answered}`, remarkId);
      if (isRecalled) await query(sql`UPDATE message_audience SET published_at = NULL WHERE message_id = ${id}::uuid`);
      const edits = who === "publisher";
      const reader = edits ? people.publisher : who === "shopsPublisher" ? shopsPublisher : await world.person(who);
      const own = await readMessage(reader, id).then(async (message) => (await listRemarks(reader, id, message.ownVariantId)).remarks, () => []);
      const shown = JSON.stringify([own, edits ? (await listAllRemarks(reader, id)).remarks : []]);
      for (const word of [asked, answered]) for (const q of waysTo(word).slice(0, 2)) expect(await idsOf(reader, q, "remark"), `${who} ${q}`).toEqual(shown.includes(word) ? [id] : []);
    }),
    { numRuns },
  );
});

it("shows what is only spelled alike to those alone who would find nothing else", async () => {
  const id = crypto.randomUUID();
  await giveThanks(people.giver, { id, person: [people.thanked.id], team: [], text: "Per la brioschina", pictureAlt: "" });
  const alike = await world.person("hr");
  await query(sql`UPDATE person SET given_name = 'Brioschana' WHERE id = ${alike.id}::uuid`);
  const kinds = async (q: string) => (await searchEverything(people.other, q, 5)).groups.map(({ kind, isSimilar }) => `${kind} ${isSimilar}`);
  expect(await kinds("brioschina")).toEqual(["win false"]);
});

it("finds exactly the people whose profile opens", async () => {
  const [here, gone] = [await world.person("hr"), await world.person("it")];
  await query(sql`UPDATE person SET given_name = 'Valbruna', deactivated_at = CASE WHEN id = ${gone.id}::uuid THEN now() END WHERE id IN (${here.id}::uuid, ${gone.id}::uuid)`);
  for (const actor of [people.other, people.moderator])
    for (const { id } of [here, gone]) {
      const opens = await getProfile(actor, id).then(() => true, () => false);
      for (const q of ["valbruna", "valbr", "valburna"]) expect((await idsOf(actor, q, "person")).includes(id), q).toBe(opens);
    }
});
