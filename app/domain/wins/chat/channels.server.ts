import { z } from "zod";
import { now } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { id, line, optionalId } from "~/kernel/fields";
import { enqueue } from "~/kernel/queue.server";
import { sealSecret } from "~/kernel/secrets.server";
import { empty, sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canArrangeWins } from "~/policy/wins";
import { winEvents } from "../events";
import { inLanguage } from "../win-columns.server";
import type { ChatNetworkId } from "./chat-post";
import { chatMessage, testPost } from "./composing.server";
import { countRefusals, placeOfAddress, sendSealed, TELL_CHAT } from "./delivering.server";
import { isChatAddress, type Sent } from "./sending.server";

export const NETWORKS = ["slack", "teams", "mattermost"] as const;
export const SCOPES = ["all", "milestones", "value", "department"] as const;

export const channelForm = z
  .object({
    id, name: line(80), network: z.enum(NETWORKS, "errors:field.invalid"), address: line(2_000).pipe(z.string().refine(isChatAddress, "studio-chat:error.address")),
    scope: z.enum(SCOPES, "errors:field.invalid"), value: optionalId, department: optionalId, language: line(10),
  })
  .superRefine(({ scope, value, department }, context) => {
    if (scope === "value" && !value) context.addIssue({ code: "custom", path: ["value"], message: "errors:field.required" });
    if (scope === "department" && !department) context.addIssue({ code: "custom", path: ["department"], message: "errors:field.required" });
  });

export interface ChatChannelView {
  id: string;
  name: string;
  network: ChatNetworkId;
  /** What is shown of the address: it is never shown again. */
  host: string;
  lastFour: string;
  scope: (typeof SCOPES)[number];
  valueName: string | null;
  departmentName: string | null;
  language: string;
  pausedAt: Date | null;
  /** Who paused it: a person, or Vouch after refusals. */
  pausedBy: "person" | "refused" | null;
  failed: number;
}

const CHANNEL = "chat-channel";

/** All channels, or one, with what went wrong in them. @throws NotFound */
export async function listChannels(actor: Actor, channelId?: string): Promise<ChatChannelView[]> {
  if (!canArrangeWins(actor)) throw new NotFound("channels");
  const which: Sql = channelId ? sql`WHERE c.id = ${channelId}::uuid` : empty;
  return query<ChatChannelView>(sql`
    SELECT c.id, c.name, c.network, c.host, c.last_four AS "lastFour", c.scope, ${inLanguage(actor, sql`v.names`)} AS "valueName", d.name AS "departmentName",
      c.language, c.paused_at AS "pausedAt", c.paused_by AS "pausedBy",
      (SELECT count(*)::int FROM chat_delivery x WHERE x.channel_id = c.id AND x.state = 'failed') AS failed
    FROM chat_channel c LEFT JOIN company_value v ON v.id = c.value_id LEFT JOIN department d ON d.id = c.department_id
    ${which} ORDER BY c.name, c.id LIMIT 100`);
}

/** Keeps a channel with its address sealed. Sent twice it is one. @throws Forbidden, Invalid */
export async function addChannel(actor: Actor, { address, value, department, ...channel }: z.infer<typeof channelForm>): Promise<void> {
  if (!canArrangeWins(actor)) throw new Forbidden("channels");
  const sealed = await sealSecret(address, placeOfAddress(channel.id));
  await transaction(async (tx) => {
    if (value && !(await tx.companyValue.count({ where: { id: value } }))) throw new Invalid({ value: "errors:field.invalid" });
    if (department && !(await tx.department.count({ where: { id: department } }))) throw new Invalid({ department: "errors:field.invalid" });
    const { count } = await tx.chatChannel.createMany({
      data: {
        ...channel, sealed, host: new URL(address).host, lastFour: address.slice(-4), createdAt: now(),
        valueId: channel.scope === "value" ? value : null, departmentId: channel.scope === "department" ? department : null,
      },
      skipDuplicates: true,
    });
    if (count) await recordEvent(tx, { type: winEvents.channelAdded, actorId: actor.id, subjectKind: CHANNEL, subjectId: channel.id, audit: { details: { name: channel.name, network: channel.network } } });
  });
}

/** Pauses a channel, or goes on with it; while it is paused nothing is queued for it. @throws Forbidden, NotFound */
export async function pauseChannel(actor: Actor, channelId: string, paused: boolean): Promise<void> {
  if (!canArrangeWins(actor)) throw new Forbidden("channels");
  await transaction(async (tx) => {
    const { count } = await tx.chatChannel.updateMany({
      where: { id: channelId }, data: paused ? { pausedAt: now(), pausedBy: "person" } : { pausedAt: null, pausedBy: null, refusals: 0 },
    });
    if (!count) throw new NotFound("channel");
    const type = paused ? winEvents.channelPaused : winEvents.channelResumed;
    await recordEvent(tx, { type, actorId: actor.id, subjectKind: CHANNEL, subjectId: channelId, audit: {} });
  });
}

/** Removes a channel with its log and its secret. @throws Forbidden */
export async function removeChannel(actor: Actor, channelId: string): Promise<void> {
  if (!canArrangeWins(actor)) throw new Forbidden("channels");
  await transaction(async (tx) => {
    const { count } = await tx.chatChannel.deleteMany({ where: { id: channelId } });
    if (count) await recordEvent(tx, { type: winEvents.channelRemoved, actorId: actor.id, subjectKind: CHANNEL, subjectId: channelId, audit: {} });
  });
}

/** Posts a test now and says honestly what came of it. @throws Forbidden, NotFound */
export async function testChannel(actor: Actor, channelId: string): Promise<Sent> {
  if (!canArrangeWins(actor)) throw new Forbidden("channels");
  const [channel] = await query<{ network: ChatNetworkId; sealed: string; language: string }>(sql`
    SELECT network, sealed, language FROM chat_channel WHERE id = ${channelId}::uuid`);
  if (!channel) throw new NotFound("channel");
  const sent = await sendSealed({ channelId, sealed: channel.sealed }, chatMessage(channel.network, testPost(channel.language)));
  const isSent = sent.outcome === "sent";
  await transaction(async (tx) => {
    await tx.chatDelivery.create({
      data: { channelId, state: isSent ? "sent" : "failed", attempts: 1, result: sent.word, status: sent.status, queuedAt: now(), triedAt: now(), sentAt: isSent ? now() : null },
    });
    if (isSent) await countRefusals(tx, channelId, sent);
  });
  return sent;
}

export interface DeliveryView {
  id: string;
  winId: string | null;
  text: string | null;
  state: "waiting" | "sent" | "failed" | "cancelled";
  result: string | null;
  status: number | null;
  attempts: number;
  queuedAt: Date;
  nextTryAt: Date | null;
}

const PAGE = 30;

/** What went to a channel and what came of it, newest first. @throws NotFound */
export async function listDeliveries(actor: Actor, channelId: string, after?: { at: string; id: string }): Promise<{ deliveries: DeliveryView[]; next: { at: Date; id: string } | null }> {
  if (!canArrangeWins(actor)) throw new NotFound("channels");
  const behind = after ? sql`AND (x.queued_at, x.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : empty;
  const rows = await query<DeliveryView>(sql`
    SELECT x.id, x.win_id AS "winId", left(w.text, 120) AS text, x.state, x.result, x.status, x.attempts, x.queued_at AS "queuedAt", x.next_try_at AS "nextTryAt"
    FROM chat_delivery x LEFT JOIN win w ON w.id = x.win_id
    WHERE x.channel_id = ${channelId}::uuid ${behind} ORDER BY x.queued_at DESC, x.id DESC LIMIT ${PAGE + 1}::int`);
  const last = rows.length > PAGE ? rows[PAGE - 1]! : null;
  return { deliveries: rows.slice(0, PAGE), next: last && { at: last.queuedAt, id: last.id } };
}

/** Tries a failed delivery again, from its first try. What has arrived stays alone. @throws Forbidden, NotFound */
export async function retryDelivery(actor: Actor, channelId: string, deliveryId: string): Promise<void> {
  if (!canArrangeWins(actor)) throw new Forbidden("channels");
  await transaction(async (tx) => {
    const { count } = await tx.chatDelivery.updateMany({
      where: { id: deliveryId, channelId, state: "failed", winId: { not: null } }, data: { state: "waiting", attempts: 0, nextTryAt: now() },
    });
    if (count) await enqueue(tx, TELL_CHAT, { deliveryId }, { jobKey: `chat ${deliveryId}`, queueName: `chat ${channelId}` });
    else if (!(await tx.chatDelivery.count({ where: { id: deliveryId, channelId } }))) throw new NotFound("delivery");
  });
}
