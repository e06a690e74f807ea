import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { startMessage } from "~/domain/messages/drafting.server";
import { publishMessage } from "~/domain/messages/publishing.server";
import { readMessage } from "~/domain/messages/reading.server";
import { searchEverything } from "~/domain/search/searching.server";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "../messages/world";

useDatabase();

type Place = keyof World["departments"];
const PLACES: Place[] = ["company", "office", "hr", "it", "operations", "shops", "turin"];
let world: World;
let publisher: Actor;
let admin: Actor;

interface Version { department: Place | null; language: "it" | "en" | "ro" | "ru"; title: string; body: string }

async function publish(audience: Place[], versions: Version[], isOpen = false): Promise<string> {
  const id = await startMessage(publisher, {
    kind: "message",
    draft: {
      why: { it: "Perché" }, audienceIds: audience.map((place) => world.departments[place]),
      texts: versions.map(({ department, ...text }) => ({ ...text, departmentId: department && world.departments[department] })),
    },
  });
  await publishMessage(publisher, id, 1);
  if (isOpen) await query(sql`UPDATE message SET is_open_to_all = true WHERE id = ${id}::uuid`);
  return id;
}

const idsOf = async (actor: Actor, q: string, kind = "message") =>
  (await searchEverything(actor, q, 200)).groups.filter((group) => group.kind === kind).flatMap(({ items }) => items.map(({ id }) => id));

beforeAll(async () => {
  world = await createWorld();
  publisher = await world.person("company", { roles: [{ role: "publisher" }] });
  admin = await world.person("company", { roles: [{ role: "administrator" }] });
});

describe("searching", () => {
  it("meets words by stem, without accents, by their beginning and with a slip", async () => {
    const reader = await world.person("turin");
    const english = await world.person("turin", { language: "en" });
    const romanian = await world.person("turin", { language: "ro" });
    const russian = await world.person("turin", { language: "ru" });
    const id = await publish(["company"], [
      { department: null, language: "it", title: "I mulini già riaperti", body: "La farina c'è, e il **lievito** riposa in città." },
      { department: null, language: "en", title: "Our sourdough starter", body: "The mills are grinding again." },
      { department: null, language: "ro", title: "Știri din brutărie", body: "Făină și drojdie pentru toți angajații." },
      { department: null, language: "ru", title: "Новый хлеб", body: "Пекари заново запустили мельницы." },
    ]);
    for (const q of ["mulino", "gia", "già", "GIÀ RIAPERTI", "citta", "liev", "il mulino"]) expect(await idsOf(reader, q), q).toEqual([id]);
    for (const q of ["sourdough", "sourdouhg", "mill", "grind", "the mills"]) expect(await idsOf(english, q), q).toEqual([id]);
    for (const q of ["stiri", "știri", "ştiri", "faina", "brutarie"]) expect(await idsOf(romanian, q), q).toEqual([id]);
    for (const q of ["хлеба", "мельница", "новый", "запусти"]) expect(await idsOf(russian, q), q).toEqual([id]);
    // Of four languages each reads one: the others' words are not theirs.
    expect(await idsOf(reader, "sourdough")).toEqual([]);
  });

  it("never finds or hints at another department's version", async () => {
    const word = "quarzite";
    const id = await publish(["company"], [
      { department: null, language: "it", title: "Orari", body: "Per tutti" },
      { department: "shops", language: "it", title: `Orari ${word}`, body: word },
    ]);
    const alike = await publish(["company"], [{ department: null, language: "it", title: "La quarzote", body: "Testo" }]);
    const [inShops, inHr] = [await world.person("turin"), await world.person("hr")];
    expect(await idsOf(inShops, word)).toEqual([id]);
    // The hidden word does not even keep a similar one from being suggested.
    expect(await idsOf(inHr, word)).toEqual([alike]);
    expect(JSON.stringify(await searchEverything(inHr, "orari"))).not.toContain(word);
    await query(sql`UPDATE message SET is_open_to_all = true WHERE id = ${id}::uuid`);
    expect(await idsOf(inHr, word)).toEqual([id]);
  });

  it("finds colleagues as long as they work here, departments and locations for administrators, and drafts for those who may edit them", async () => {
    const person = await world.person("turin");
    await query(sql`UPDATE person SET given_name = 'Ștefania', family_name = 'Ionescu' WHERE id = ${person.id}::uuid`);
    for (const q of ["stefania", "ionescu stef", "Ștefan", "stefnaia"]) expect(await idsOf(admin, q, "person"), q).toEqual([person.id]);
    const colleague = await world.person("turin");
    expect(await idsOf(colleague, "stefania", "person")).toEqual([person.id]);
    await query(sql`UPDATE person SET deactivated_at = now() WHERE id = ${person.id}::uuid`);
    for (const q of ["stefania", "stefnaia", "ionescu"]) for (const actor of [colleague, admin]) expect(await idsOf(actor, q, "person"), q).toEqual([]);
    await query(sql`INSERT INTO location (id, name, country, time_zone) VALUES (gen_random_uuid(), 'Iași Copou', 'RO', 'Europe/Bucharest')`);
    expect(await idsOf(admin, "iasi", "location")).toHaveLength(1);
    expect(await idsOf(publisher, "iasi", "location")).toEqual([]);
    const draft = await startMessage(publisher, { kind: "message", draft: { audienceIds: [world.departments.hr], texts: [{ departmentId: null, language: "it", title: "Bozza zaffiro", body: "" }] } });
    expect(await idsOf(publisher, "zaffiro", "draft")).toEqual([draft]);
    expect((await searchEverything(await world.person("hr"), "zaffiro")).groups).toEqual([]);
    const shops = await world.person("shops", { roles: [{ role: "publisher", departmentId: world.departments.shops }] });
    expect((await searchEverything(shops, "zaffiro")).groups).toEqual([]);
    expect(await idsOf(admin, "turin", "department")).toEqual([world.departments.turin]);
    expect(await idsOf(publisher, "turin", "department")).toEqual([]);
  });

  it("takes anything that is typed", async () => {
    const texts = ["'", "\\", "a' | b", "!!", ":*", "<->", "(((", "\"unclosed", "%_%", "a:*b & !c", "\0null", "\ud800x", "🥖🥖", "x".repeat(5_000), "a b ".repeat(500), "--", "'; DROP TABLE person;--", "ⅷⅷ", "\u202eabc"];
    for (const typed of texts) await expect(searchEverything(admin, typed), typed).resolves.toBeDefined();
    await fc.assert(fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (typed) => void (await searchEverything(publisher, typed))), { numRuns: process.env.VOUCH_DEEP ? 2_000 : 60 });
  });

  it("finds exactly the messages whose own version has the word", { timeout: 300_000 }, async () => {
    const place = fc.constantFrom(...PLACES);
    const scene = fc.record({ audience: fc.uniqueArray(place, { minLength: 1, maxLength: 3 }), variants: fc.uniqueArray(place, { maxLength: 3 }), isOpen: fc.boolean(), isRecalled: fc.boolean(), reader: place });
    let count = 0;
    await fc.assert(
      fc.asyncProperty(scene, async ({ audience, variants, isOpen, isRecalled, reader: home }) => {
        const word = (department: Place | null) => `parola${"abcdefghijklmnopqrstuvwxyz"[count % 26]}${count}${department ?? "core"}`;
        count++;
        const versions = [null, ...variants];
        const id = await publish(audience, versions.map((department) => ({ department, language: "it", title: "Titolo", body: word(department) })), isOpen);
        if (isRecalled) await query(sql`UPDATE message_audience SET published_at = NULL WHERE message_id = ${id}::uuid`);
        const reader = await world.person(home);
        const own = await readMessage(reader, id).then(({ html }) => html, () => null);
        for (const department of versions) {
          const mayRead = own !== null && (own.includes(word(department)) || isOpen);
          expect(await idsOf(reader, word(department))).toEqual(mayRead ? [id] : []);
        }
      }),
      { numRuns: process.env.VOUCH_DEEP ? 300 : 25 },
    );
  });
});
