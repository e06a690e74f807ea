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
export type SubscriberToMany = (tx: Tx, events: readonly DomainEvent[]) => Promise<void>;

interface Subscription {
  one: Subscriber;
  many?: SubscriberToMany;
}

const held = globalThis as { __vouchSubscribers?: Map<string, Subscription[]> };
const subscribers = (held.__vouchSubscribers ??= new Map<string, Subscription[]>());

/**
 * Calls `subscriber` inside the transaction of every event of this type ("*" means all).
 * @param many takes events that were recorded together by a few statements instead of one for each
 */
export function subscribe(type: string, one: Subscriber, many?: SubscriberToMany): void {
  subscribers.set(type, [...(subscribers.get(type) ?? []), { one, many }]);
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
  for (const { one } of subscribersOf(event.type)) await one(tx, event);
  if (event.live) await notifyLive(tx, event.live);
}

function subscribersOf(type: string): Subscription[] {
  return [...(subscribers.get(type) ?? []), ...(subscribers.get("*") ?? [])];
}

/** Records many events of one type (one person each, say) at the price of one; `live` of each is heard as usual. */
export async function recordEvents(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const type = events[0]?.type;
  if (!type) return;
  await tx.event.createMany({
    data: events.map(({ actorId, subjectId, payload }) => ({ type, occurredAt: now(), actorId, subjectId, payload: payload ?? {} })),
  });
  for (const { one, many } of subscribersOf(type)) {
    if (many) await many(tx, events);
    else for (const event of events) await one(tx, event);
  }
  for (const { live } of events) if (live) await notifyLive(tx, live);
}

/** People named in one notice, so that it stays short enough to name them. */
const PEOPLE_IN_NOTICE = 150;

/** Tells the browsers of any number of people. */
export async function notifyPeople(tx: Tx, topic: string, people: readonly string[]): Promise<void> {
  for (let start = 0; start < people.length; start += PEOPLE_IN_NOTICE) {
    await notifyLive(tx, { topic, people: people.slice(start, start + PEOPLE_IN_NOTICE) });
  }
}

/** Tells the browsers concerned when the caller's transaction commits; for what is no event of its own. */
export async function notifyLive(tx: Tx, notice: LiveNotice): Promise<void> {
  let text = JSON.stringify(notice);
  if (Buffer.byteLength(text) > MAX_NOTICE_BYTES) text = JSON.stringify({ topic: notice.topic });
  await tx.$executeRaw`SELECT pg_notify(${LIVE_CHANNEL}, ${text})`;
}
