import { beforeAll, describe, expect, it } from "vitest";
import { addComment, listComments, react, removeComment } from "~/domain/wins/answering.server";
import { changeWin, removeWin, takeWinBack } from "~/domain/wins/changing.server";
import { findColleagues } from "~/domain/wins/colleagues.server";
import { countNews, listFeed, listRecentWins } from "~/domain/wins/feed.server";
import { findHomeWin } from "~/domain/wins/home-win.server";
import { readWin } from "~/domain/wins/reading.server";
import { giveThanks } from "~/domain/wins/thanking.server";
import { listValueChoices, retireValue, saveValue } from "~/domain/wins/values.server";
import { after, MINUTE, now, useClock } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { Conflict, Invalid, NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "../messages/world";

useDatabase();

let world: World;
let giver: Actor, thanked: Actor, colleague: Actor, moderator: Actor, admin: Actor;
const valueId = crypto.randomUUID();

beforeAll(async () => {
  world = await createWorld();
  [giver, thanked, colleague] = [await world.person("hr"), await world.person("turin"), await world.person("hr")];
  moderator = await world.person("company", { roles: [{ role: "moderator" }] });
  admin = await world.person("company", { roles: [{ role: "administrator" }] });
  await saveValue(admin, { id: valueId, revision: 0, position: 1, names: { it: "Pane onesto", en: "Honest bread" }, sentences: { it: "Diciamo che cosa c'è dentro." } });
});

async function thank(over: Partial<Parameters<typeof giveThanks>[1]> = {}, by = giver): Promise<string> {
  const id = crypto.randomUUID();
  await giveThanks(by, { id, person: [thanked.id], team: [], text: "Il forno alle cinque", pictureAlt: "", ...over });
  return id;
}

const eventsOf = async (id: string) => (await query<{ type: string }>(sql`SELECT type FROM event WHERE subject_id = ${id}::uuid ORDER BY id`)).map(({ type }) => type);

describe("thanking", () => {
  it("is one, however often it is sent", async () => {
    const id = crypto.randomUUID();
    const form = { id, person: [thanked.id, colleague.id], team: [], text: "Grazie", pictureAlt: "" };
    await Promise.all([giveThanks(giver, form), giveThanks(giver, form)]);
    expect(await eventsOf(id)).toEqual(["win.given"]);
    expect((await readWin(giver, id)).people).toHaveLength(2);
  });

  it("refuses oneself, leavers, nobody's ids and retired values", async () => {
    const gone = await world.person("it");
    await query(sql`UPDATE person SET deactivated_at = now() WHERE id = ${gone.id}::uuid`);
    const old = crypto.randomUUID();
    await saveValue(admin, { id: old, revision: 0, position: 9, names: { it: "Vecchio" }, sentences: {} });
    await retireValue(admin, old, true);
    for (const [over, field] of [[{ person: [giver.id] }, "q"], [{ person: [gone.id] }, "q"], [{ person: [crypto.randomUUID()] }, "q"], [{ team: [crypto.randomUUID()] }, "q"], [{ value: old }, "value"]] as const) {
      await expect(thank(over as never)).rejects.toSatisfy((error) => error instanceof Invalid && field in error.fields);
    }
  });

  it("keeps a retired value with the wins that showed it", async () => {
    const old = crypto.randomUUID();
    await saveValue(admin, { id: old, revision: 0, position: 9, names: { it: "Stagione" }, sentences: {} });
    const id = await thank({ value: old });
    await retireValue(admin, old, true);
    expect((await readWin(giver, id)).valueName).toBe("Stagione");
    expect((await listValueChoices(giver)).map((value) => value.id)).not.toContain(old);
  });

  it("finds colleagues by name and department only, without oneself and leavers", async () => {
    const found = await findColleagues(giver, thanked.familyName);
    expect(found).toEqual([{ kind: "person", id: thanked.id, name: `Ana ${thanked.familyName}`, department: "turin" }]);
    expect(await findColleagues(giver, giver.familyName)).toEqual([]);
    expect(await findColleagues(giver, "%")).toEqual([]);
  });

  it("stands on the home page of whom it thanks until they open it", async () => {
    const reader = await world.person("shops");
    const id = await thank({ person: [reader.id] });
    expect(await findHomeWin(reader)).toMatchObject({ id, isForMe: true });
    await readWin(reader, id);
    expect((await findHomeWin(reader))?.isForMe ?? false).toBe(false);
  });
});

describe("changing and removing", () => {
  it("leaves nothing behind within 30 seconds, a trace later", async () => {
    const early = await thank();
    await takeWinBack(giver, early);
    await expect(readWin(giver, early)).rejects.toBeInstanceOf(NotFound);
    const id = await thank();
    const restore = useClock({ now: () => after(MINUTE, new Date()) });
    await takeWinBack(giver, id).finally(restore);
    expect((await readWin(giver, id)).removal).toMatchObject({ reason: "" });
    await expect(readWin(thanked, id)).rejects.toBeInstanceOf(NotFound);
    expect(await eventsOf(id)).toEqual(["win.given", "win.taken-back"]);
  });

  it("keeps the history, and does not overwrite another's save", async () => {
    const id = await thank();
    await changeWin(giver, id, { revision: 1, text: "Meglio detto" });
    await expect(changeWin(giver, id, { revision: 1, text: "Altro" })).rejects.toBeInstanceOf(Conflict);
    expect((await readWin(giver, id)).history.map(({ text }) => text)).toEqual(["Il forno alle cinque"]);
    expect((await readWin(colleague, id)).history).toEqual([]);
  });

  it("shows a moderator's reason to the giver and those thanked, and to nobody else", async () => {
    const id = await thank();
    await expect(removeWin(colleague, id, { reason: "no" })).rejects.toThrow();
    await removeWin(moderator, id, { reason: "Regola 3" });
    for (const person of [giver, thanked]) expect((await readWin(person, id)).removal).toMatchObject({ reason: "Regola 3" });
    await expect(readWin(colleague, id)).rejects.toBeInstanceOf(NotFound);
    expect((await listFeed(colleague, { kind: "thanks" })).wins.map((win) => win.id)).not.toContain(id);
  });
});

describe("answering", () => {
  it("counts every person once, also when all press at once", async () => {
    const id = await thank();
    const people = await Promise.all(Array.from({ length: 12 }, () => world.person("it")));
    await Promise.all(people.flatMap((person) => [react(person, id, "bright", true), react(person, id, "bright", true)]));
    expect(await react(giver, id, "thanks", true)).toEqual(expect.arrayContaining([{ kind: "bright", count: 12, isOwn: false }, { kind: "thanks", count: 1, isOwn: true }]));
    expect(await react(people[0]!, id, "bright", false)).toContainEqual({ kind: "bright", count: 11, isOwn: false });
    await expect(react(giver, crypto.randomUUID(), "bright", true)).rejects.toBeInstanceOf(NotFound);
  });

  it("keeps comments once, and lets their writer and moderators remove them", async () => {
    const id = await thank();
    const comment = { id: crypto.randomUUID(), body: "Bravi" };
    await addComment(colleague, id, comment);
    await addComment(colleague, id, comment);
    expect((await listComments(giver, id)).comments).toHaveLength(1);
    await expect(removeComment(giver, id, comment.id)).rejects.toBeInstanceOf(NotFound);
    await removeComment(moderator, id, comment.id);
    expect((await listComments(giver, id)).comments).toEqual([]);
  });
});

describe("the feed", () => {
  it("shows every win once over its pages, small ones grouped by day", async () => {
    await query(sql`UPDATE win SET removed_at = now() WHERE removed_at IS NULL`);
    const wins: string[] = [];
    for (let at = 0; at < 47; at++) {
      const restore = useClock({ now: () => after(-at * 7 * 3_600_000, new Date()) });
      try {
        if (at % 3 === 0) await thank();
        else wins.push(await thank({ value: valueId }));
      } finally {
        restore();
      }
    }
    const seen: string[] = [];
    let small = 0;
    let next: Awaited<ReturnType<typeof listFeed>>["next"] | undefined;
    do {
      const page = await listFeed(colleague, { kind: "all" }, next ?? undefined);
      seen.push(...page.wins.map(({ id }) => id));
      small += page.thanks.reduce((sum, { count }) => sum + count, 0);
      next = page.next;
    } while (next);
    expect(seen).toEqual(wins);
    expect(small).toBe(16);
  });

  it("filters by value, by the reader's department, and across departments", async () => {
    const own = await thank({ person: [colleague.id], value: valueId });
    const across = await thank({ value: valueId });
    const engineer = await world.person("it");
    const ids = async (actor: Actor, filter: Parameters<typeof listFeed>[1]) => (await listFeed(actor, filter)).wins.map(({ id }) => id);
    expect(await ids(colleague, { kind: "across" })).toContain(across);
    expect(await ids(colleague, { kind: "across" })).not.toContain(own);
    expect(await ids(thanked, { kind: "department" })).toContain(across);
    expect(await ids(engineer, { kind: "department" })).toEqual([]);
    expect(await ids(engineer, { kind: "value", valueId })).toEqual(expect.arrayContaining([own, across]));
  });

  it("counts nothing as new that a page shows or counts already, however many came at once", async () => {
    for (let nth = 0; nth < 5; nth++) await thank({ text: `Grazie ${nth}` });
    const at = now();
    const known = await listRecentWins(thanked, at);
    expect((await listFeed(thanked, { kind: "all" })).thanks[0]!.first.length).toBeLessThan(5);
    const since = { at: at.toISOString(), id: "00000000-0000-4000-8000-000000000000" };
    expect(await countNews(thanked, { kind: "all" }, since, known)).toBe(0);
    await thank({ text: "Grazie ancora" });
    expect(await countNews(thanked, { kind: "all" }, since, known)).toBe(1);
  });

  it("misses nothing that came after a page was made", async () => {
    const since = { at: now().toISOString(), id: "00000000-0000-4000-8000-000000000000" };
    const known = (await listFeed(colleague, { kind: "all" })).wins.map(({ id }) => id);
    expect(await countNews(thanked, { kind: "value", valueId }, since, known)).toBe(0);
    // Written with a clock that runs a little behind, and committed after the page was made.
    const restore = useClock({ now: () => after(-2_000, new Date()) });
    await thank({ value: valueId }).finally(restore);
    expect(await countNews(thanked, { kind: "value", valueId }, since, known)).toBe(1);
  });
});
