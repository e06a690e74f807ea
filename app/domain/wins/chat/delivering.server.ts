import { after, MINUTE, now, SECOND } from "~/kernel/clock";
import { query, transaction, type Tx } from "~/kernel/db.server";
import { recordEvent, type DomainEvent } from "~/kernel/events.server";
import type { JsonObject } from "~/kernel/json";
import { enqueue } from "~/kernel/queue.server";
import { openSecret, SecretUnreadable } from "~/kernel/secrets.server";
import { sql } from "~/kernel/sql";
import { winEvents } from "../events";
import { UNDO_WINDOW } from "../limits";
import type { ChatNetworkId } from "./chat-post";
import { chatMessage, findChatPost } from "./composing.server";
import { sendToChat, type Sent } from "./sending.server";

export const TELL_CHAT = "tell-chat-channel";
/** Tries of one delivery, about a day apart in all. */
const MOST_TRIES = 8;
/** A claimed delivery is its worker's for so long; then it counts as lost on the way and is tried again. */
const LEASE = 2 * MINUTE;
/** Final refusals in a row after which a channel is paused. */
const REFUSALS_UNTIL_PAUSE = 3;

export const placeOfAddress = (channelId: string) => `chat_channel/${channelId}/sealed`;

/**
 * Queues what happened for the channels that want it, in its own transaction: one row a channel and win,
 * whatever comes. They hear of it once its giver can't undo it any more.
 */
export async function queueChat(tx: Tx, event: DomainEvent): Promise<void> {
  const winIds = event.type === winEvents.given ? [event.subjectId!] : ((event.payload?.winIds ?? []) as string[]);
  if (winIds.length === 0) return;
  const due = event.type === winEvents.given ? after(UNDO_WINDOW) : now();
  await tx.$queryRaw(sql`
    WITH told AS (
      INSERT INTO chat_delivery (channel_id, win_id, queued_at, next_try_at)
      SELECT c.id, w.id, ${now()}::timestamptz, ${due}::timestamptz
      FROM win w JOIN chat_channel c ON c.paused_at IS NULL AND (
        c.scope = 'all' OR (c.scope = 'milestones' AND w.kind = 'milestone') OR (c.scope = 'value' AND w.value_id = c.value_id)
        OR (c.scope = 'department' AND (
          EXISTS (SELECT 1 FROM win_person x JOIN department_closure k ON k.descendant_id = x.department_id WHERE x.win_id = w.id AND k.ancestor_id = c.department_id)
          OR EXISTS (SELECT 1 FROM win_team x JOIN department_closure k ON k.descendant_id = x.department_id WHERE x.win_id = w.id AND k.ancestor_id = c.department_id))))
      WHERE w.id = ANY(${winIds}::uuid[])
      ON CONFLICT (channel_id, win_id) DO NOTHING RETURNING id, channel_id
    )
    SELECT count(graphile_worker.add_job(identifier => ${TELL_CHAT}::text, payload => json_build_object('deliveryId', id),
      queue_name => 'chat ' || channel_id, run_at => ${due}::timestamptz, job_key => 'chat ' || id)) FROM told`);
}

interface Claimed {
  id: string;
  winId: string | null;
  attempts: number;
  channelId: string;
  network: ChatNetworkId;
  sealed: string;
  language: string;
  isPaused: boolean;
}

/**
 * Tells one win in one channel. Claimed before it is sent and settled after: whoever dies in between leaves
 * it to another try, and what is known to have arrived is never sent again. Safe to run twice and at once.
 */
export async function deliverToChat(deliveryId: string): Promise<void> {
  const delivery = await claim(deliveryId);
  if (!delivery) return;
  const post = delivery.winId && !delivery.isPaused ? await findChatPost(delivery.winId, delivery.language) : null;
  if (!post) return settle(delivery, null);
  await settle(delivery, await sendSealed(delivery, chatMessage(delivery.network, post)));
}

/** Opens the channel's address for this one message. */
export async function sendSealed({ channelId, sealed }: { channelId: string; sealed: string }, message: JsonObject): Promise<Sent> {
  try {
    return await sendToChat(await openSecret(sealed, placeOfAddress(channelId)), message);
  } catch (error) {
    if (!(error instanceof SecretUnreadable)) throw error;
    return { outcome: "refused", word: "sealed", status: null, waitSeconds: null };
  }
}

async function claim(id: string): Promise<Claimed | undefined> {
  const rows = await query<Claimed>(sql`
    UPDATE chat_delivery d SET attempts = d.attempts + 1, tried_at = ${now()}::timestamptz, next_try_at = ${after(LEASE)}::timestamptz
    FROM chat_channel c
    WHERE d.id = ${id}::uuid AND c.id = d.channel_id AND d.state = 'waiting' AND d.next_try_at <= ${after(SECOND)}::timestamptz
    RETURNING d.id, d.win_id AS "winId", d.attempts, c.id AS "channelId", c.network, c.sealed, c.language, c.paused_at IS NOT NULL AS "isPaused"`);
  return rows[0];
}

/** @param sent null where there is nothing to tell any more, or the channel is paused */
async function settle({ id, channelId, attempts }: Claimed, sent: Sent | null): Promise<void> {
  await transaction(async (tx) => {
    if (!sent) {
      await tx.chatDelivery.updateMany({ where: { id, state: "waiting" }, data: { state: "cancelled", nextTryAt: null } });
      return;
    }
    const said = { result: sent.word, status: sent.status };
    if (sent.outcome === "later" && attempts < MOST_TRIES) {
      const nextTryAt = after(waitMs(attempts, sent.waitSeconds));
      await tx.chatDelivery.update({ where: { id }, data: { ...said, nextTryAt } });
      await enqueue(tx, TELL_CHAT, { deliveryId: id }, { runAt: nextTryAt, jobKey: `chat ${id}`, queueName: `chat ${channelId}` });
      return;
    }
    const isSent = sent.outcome === "sent";
    await tx.chatDelivery.update({ where: { id }, data: { ...said, state: isSent ? "sent" : "failed", sentAt: isSent ? now() : null, nextTryAt: null } });
    await countRefusals(tx, channelId, sent);
  });
}

/** Doubles from 30 seconds to six hours, or what the network asked for; a little chance parts those who wait together. */
export function waitMs(attempts: number, waitSeconds: number | null): number {
  const own = Math.min(30 * SECOND * 4 ** (attempts - 1), 360 * MINUTE);
  return Math.max((waitSeconds ?? 0) * SECOND, own * (0.9 + Math.random() * 0.2));
}

/** A channel that refuses again and again is paused, and administrators see why. */
export async function countRefusals(tx: Tx, channelId: string, { outcome }: Sent): Promise<void> {
  if (outcome === "sent") return void (await tx.chatChannel.updateMany({ where: { id: channelId, refusals: { gt: 0 } }, data: { refusals: 0 } }));
  if (outcome === "later") return;
  const { refusals, pausedAt } = await tx.chatChannel.update({ where: { id: channelId }, data: { refusals: { increment: 1 } } });
  if (refusals < REFUSALS_UNTIL_PAUSE || pausedAt) return;
  await tx.chatChannel.update({ where: { id: channelId }, data: { pausedAt: now(), pausedBy: "refused" } });
  await recordEvent(tx, {
    type: winEvents.channelPaused, actorId: null, subjectKind: "chat-channel", subjectId: channelId, payload: { refusals }, audit: { details: { refusals } },
    live: { topic: "chat-channels" },
  });
}

/** Takes up what a worker that died left behind. */
export async function rescueChat(): Promise<void> {
  await query(sql`
    SELECT count(graphile_worker.add_job(identifier => ${TELL_CHAT}::text, payload => json_build_object('deliveryId', d.id),
      queue_name => 'chat ' || d.channel_id, job_key => 'chat ' || d.id)) FROM (
      SELECT id, channel_id FROM chat_delivery WHERE state = 'waiting' AND win_id IS NOT NULL AND next_try_at < ${after(-MINUTE)}::timestamptz ORDER BY next_try_at LIMIT 500) AS d`);
}
