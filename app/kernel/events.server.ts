import type { JsonObject } from "./json";
import { now } from "./clock";
import type { Tx } from "./db.server";

/** What a browser is told: a topic, never content. Without `departments` everybody hears it. */
export interface LiveNotice {
  topic: string;
  /** Only people under one of these departments. */
  departments?: string[];
  /** Only these people. */
  people?: string[];
}

export interface DomainEvent {
  /** In the past tense: "message.published". */
  type: string;
  actorId: string | null;
  subjectKind: string;
  subjectId: string | null;
  /** Ids and numbers; nothing that names a person. */
  payload?: JsonObject;
  /** Present on acts that must stand in the audit; `details` may name people (they are salted). */
  audit?: { details?: JsonObject };
  live?: LiveNotice;
}

export type Subscriber = (tx: Tx, event: DomainEvent) => Promise<void>;

const held = globalThis as { __vouchSubscribers?: Map<string, Subscriber[]> };
const subscribers = (held.__vouchSubscribers ??= new Map<string, Subscriber[]>());

/** Calls `subscriber` inside the transaction of every event of this type ("*" means all). */
export function subscribe(type: string, subscriber: Subscriber): void {
  subscribers.set(type, [...(subscribers.get(type) ?? []), subscriber]);
}

/** Forgets all subscribers, so that the composition root can register them anew. */
export function unsubscribeAll(): void {
  subscribers.clear();
}

export const LIVE_CHANNEL = "vouch_live";
/** PostgreSQL refuses notifications of 8,000 bytes; a longer list of departments becomes "everybody". */
const MAX_NOTICE_BYTES = 7500;

/** Records what happened in the caller's transaction, and lets subscribers take part in it. */
export async function recordEvent(tx: Tx, event: DomainEvent): Promise<void> {
  await tx.event.create({
    data: {
      type: event.type,
      occurredAt: now(),
      actorId: event.actorId,
      subjectId: event.subjectId,
      payload: event.payload ?? {},
    },
  });
  for (const subscriber of [...(subscribers.get(event.type) ?? []), ...(subscribers.get("*") ?? [])]) {
    await subscriber(tx, event);
  }
  if (event.live) await notifyLive(tx, event.live);
}

/** Tells the browsers concerned when the caller's transaction commits; for what is no event of its own. */
export async function notifyLive(tx: Tx, notice: LiveNotice): Promise<void> {
  let text = JSON.stringify(notice);
  if (Buffer.byteLength(text) > MAX_NOTICE_BYTES) text = JSON.stringify({ topic: notice.topic });
  await tx.$executeRaw`SELECT pg_notify(${LIVE_CHANNEL}, ${text})`;
}
