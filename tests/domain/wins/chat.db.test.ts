import type { IncomingMessage, ServerResponse } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addChannel, listChannels, listDeliveries, retryDelivery, testChannel } from "~/domain/wins/chat/channels.server";
import { deliverToChat, waitMs } from "~/domain/wins/chat/delivering.server";
import { isChatAddress } from "~/domain/wins/chat/sending.server";
import { takeWinBack } from "~/domain/wins/changing.server";
import { giveThanks } from "~/domain/wins/thanking.server";
import { after, DAY, MINUTE, useClock } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { env, setEnv } from "~/kernel/env.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { startStandIn, type StandIn } from "../../support/stand-in";
import { createWorld, type World } from "../messages/world";

useDatabase();
let folder: string;

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let world: World;
let admin: Actor, giver: Actor, thanked: Actor;
let standIn: StandIn;
let answer: Answer;
let received: { path: string; body: string }[] = [];

/** Refuses what Slack refuses: another type of content, no text, blocks that are none, too much. */
const slack: Answer = (request, response, body) => {
  const say = (status: number, text: string) => response.writeHead(status, { "content-type": "text/plain" }).end(text);
  if (!/^application\/json/.test(request.headers["content-type"] ?? "")) return say(400, "invalid_payload");
  if (body.length > 40_000) return say(400, "msg_too_long");
  const message = JSON.parse(body) as { text?: string; blocks?: { type: string; text?: { type: string; text: string } }[] };
  if (!message.text) return say(400, "no_text");
  const isBlock = ({ type, text }: { type: string; text?: { type: string; text: string } }) => ["header", "section", "context"].includes(type) && (!text || (text.text.length > 0 && text.text.length <= 3_000));
  if (!message.blocks?.every(isBlock)) return say(400, "invalid_blocks");
  say(200, "ok");
};

beforeAll(async () => {
  world = await createWorld();
  admin = await world.person("company", { roles: [{ role: "administrator" }] });
  [giver, thanked] = [await world.person("hr"), await world.person("turin")];
  standIn = await startStandIn((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      received.push({ path: request.url ?? "", body });
      answer(request, response, body);
    });
  });
  folder = await mkdtemp(path.join(tmpdir(), "vouch-chat-"));
  setEnv({ ...env(), keyFolder: folder, chatInside: [`127.0.0.1:${standIn.port}`] });
});
afterAll(async () => {
  await standIn?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await query(sql`DELETE FROM chat_channel`);
  received = [];
  answer = slack;
});

async function channel(over: Partial<Parameters<typeof addChannel>[1]> = {}): Promise<string> {
  const id = crypto.randomUUID();
  await addChannel(admin, { id, name: "#notizie", network: "slack", address: `${standIn.origin}/services/T1/B1/sEcReT42`, scope: "all", language: "it", ...over });
  return id;
}

async function thank(text = "Il forno alle cinque"): Promise<string> {
  const id = crypto.randomUUID();
  await giveThanks(giver, { id, person: [thanked.id], team: [], text, pictureAlt: "" });
  return id;
}

const deliveryOf = async (winId: string) => (await query<{ id: string; state: string; result: string | null; attempts: number; nextTryAt: Date | null }>(sql`
  SELECT id, state, result, attempts, next_try_at AS "nextTryAt" FROM chat_delivery WHERE win_id = ${winId}::uuid`))[0]!;

/** Workers, at a later moment, all at once. */
async function deliver(id: string, later = MINUTE, workers = 1): Promise<void> {
  const restore = useClock({ now: () => after(later, new Date()) });
  await Promise.all(Array.from({ length: workers }, () => deliverToChat(id))).finally(restore);
}

describe("a chat channel", () => {
  it("keeps its address sealed and shows its host and last four characters only", async () => {
    const id = await channel();
    expect(await listChannels(admin, id)).toMatchObject([{ host: `127.0.0.1:${standIn.port}`, lastFour: "eT42" }]);
    const [row] = await query<{ text: string }>(sql`SELECT c::text AS text FROM chat_channel c`);
    expect(row!.text).not.toContain("sEcReT");
    const dump = await query<{ text: string }>(sql`SELECT e::text AS text FROM event e UNION ALL SELECT a::text FROM audit_entry a`);
    expect(dump.some(({ text }) => text.includes("sEcReT"))).toBe(false);
  });

  it("takes https addresses, and inside ones only where the server's owner allows them", () => {
    expect(isChatAddress("https://hooks.slack.example/services/T/B/x")).toBe(true);
    expect(isChatAddress(`${standIn.origin}/hooks/abc`)).toBe(true);
    for (const address of ["http://hooks.slack.example/services/x", "http://127.0.0.1:1/hooks/abc", "ftp://a.example/abc", "https://u:p@a.example/abc", "x"]) expect(isChatAddress(address)).toBe(false);
  });

  it("never reaches a place inside, not by a redirect either", async () => {
    const inside = await channel({ address: "https://127.0.0.1:9/services/abcd" });
    expect(await testChannel(admin, inside)).toMatchObject({ outcome: "refused", word: "address" });
    answer = (_request, response) => response.writeHead(307, { location: "http://169.254.169.254/latest" }).end();
    expect(await testChannel(admin, await channel())).toMatchObject({ outcome: "refused", word: "redirects" });
  });

  it("hears of a win once, after its giver can't undo it any more", async () => {
    await channel();
    const winId = await thank();
    const delivery = await deliveryOf(winId);
    await deliver(delivery.id, 0);
    expect(received).toEqual([]);
    await deliver(delivery.id, MINUTE, 3);
    await deliver(delivery.id, DAY);
    expect(received).toHaveLength(1);
    expect(await deliveryOf(winId)).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("hears nothing of what was undone", async () => {
    await channel();
    const winId = await thank();
    const { id } = await deliveryOf(winId);
    await takeWinBack(giver, winId);
    await deliver(id);
    expect(received).toEqual([]);
  });

  it("hears of what it asked for, and of nothing else", async () => {
    await channel({ scope: "milestones" });
    await channel({ scope: "department", department: world.departments.it });
    const wanted = await channel({ scope: "department", department: world.departments.shops });
    const winId = await thank();
    expect(await query(sql`SELECT channel_id AS id FROM chat_delivery WHERE win_id = ${winId}::uuid`)).toEqual([{ id: wanted }]);
  });

  it("is asked again when the network says so, as long as it says, and not again once it has it", async () => {
    await channel();
    const winId = await thank();
    const { id } = await deliveryOf(winId);
    answer = (_request, response) => response.writeHead(429, { "retry-after": "120" }).end("rate_limited");
    await deliver(id);
    const waiting = await deliveryOf(winId);
    expect(waiting).toMatchObject({ state: "waiting", result: "busy" });
    expect(waiting.nextTryAt!.getTime()).toBeGreaterThanOrEqual(Date.now() + MINUTE + 110_000);
    answer = slack;
    await deliver(id, 2 * MINUTE);
    expect(received).toHaveLength(1);
    await deliver(id, 5 * MINUTE);
    expect(await deliveryOf(winId)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it.each([
    ["a fault", (_request: IncomingMessage, response: ServerResponse) => void response.writeHead(500).end()],
    ["a cut answer", (_request: IncomingMessage, response: ServerResponse) => void response.destroy()],
  ])("is tried again after %s, and gives up in the end", async (_name, faulty) => {
    await channel();
    const winId = await thank();
    const { id } = await deliveryOf(winId);
    answer = faulty;
    for (let at = 1; at <= 8; at++) await deliver(id, at * DAY);
    expect(await deliveryOf(winId)).toMatchObject({ state: "failed", attempts: 8 });
  });

  it("is paused after three final refusals, and a failed one can be sent again", async () => {
    const channelId = await channel();
    answer = (_request, response) => response.writeHead(404).end("no_service");
    const wins = [await thank("Uno"), await thank("Due"), await thank("Tre")];
    for (const winId of wins) await deliver((await deliveryOf(winId)).id);
    expect(await listChannels(admin, channelId)).toMatchObject([{ pausedBy: "refused", failed: 3 }]);
    expect((await listDeliveries(admin, channelId)).deliveries[0]).toMatchObject({ state: "failed", result: "gone", status: 404 });
    await query(sql`UPDATE chat_channel SET paused_at = NULL, paused_by = NULL`);
    answer = slack;
    const { id } = await deliveryOf(wins[0]!);
    await retryDelivery(admin, channelId, id);
    await deliver(id);
    expect(await deliveryOf(wins[0]!)).toMatchObject({ state: "sent" });
    await retryDelivery(admin, channelId, id);
    await deliver(id, DAY);
    expect(received.filter(({ body }) => body.includes("Uno"))).toHaveLength(2);
  });

  it("doubles its waits up to six hours", () => {
    expect(waitMs(1, null)).toBeLessThanOrEqual(33_000);
    expect(waitMs(30, null)).toBeLessThanOrEqual(6.6 * 60 * MINUTE);
    expect(waitMs(1, 600)).toBe(600_000);
  });
});
