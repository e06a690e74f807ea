import pg from "pg";
import { databaseUrl } from "~/kernel/db.server";
import { LIVE_CHANNEL, type LiveNotice } from "~/kernel/events.server";
import { log } from "~/kernel/log.server";
import type { Actor } from "~/policy/actor";

/** A browser that listens. */
interface Listener {
  personId: string;
  sessionId: string;
  ancestorIds: string[];
  send(topic: string): void;
  close(): void;
}

const listeners = new Set<Listener>();
const RECONNECT_MS = 1_000;
const HEARTBEAT_MS = 25_000;

/**
 * Hears what was committed (LISTEN) and tells the browsers of this process a topic, never content:
 * they load what they may see. After a lost connection everybody is told to look again.
 */
export async function startLive(): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl(), application_name: "vouch live", keepAlive: true });
    next.on("error", () => undefined); // "end" follows
    next.on("end", () => {
      if (!stopped) timer = setTimeout(() => void reconnect(), RECONNECT_MS);
    });
    next.on("notification", ({ payload }) => payload && pass(JSON.parse(payload) as LiveNotice));
    await next.connect();
    await next.query(`LISTEN ${LIVE_CHANNEL}`);
    client = next;
  }

  async function reconnect(): Promise<void> {
    try {
      await connect();
      for (const listener of listeners) listener.send("everything");
    } catch {
      if (!stopped) timer = setTimeout(() => void reconnect(), RECONNECT_MS);
    }
  }

  await connect();
  const heartbeat = setInterval(() => listeners.forEach((listener) => listener.send("")), HEARTBEAT_MS);
  return {
    async stop() {
      stopped = true;
      clearInterval(heartbeat);
      clearTimeout(timer);
      for (const listener of listeners) listener.close();
      await client?.end().catch((error: unknown) => log.debug({ err: error }, "the live connection did not close cleanly"));
    },
  };
}

function pass(notice: LiveNotice): void {
  for (const listener of listeners) {
    if (notice.topic === "session.ended") {
      if (notice.people?.includes(listener.personId)) listener.close();
      continue;
    }
    if (notice.people && !notice.people.includes(listener.personId)) continue;
    if (notice.departments && !notice.departments.some((id) => listener.ancestorIds.includes(id))) continue;
    listener.send(notice.topic);
  }
}

/** The event stream of one browser. It ends with the request, the session, or the process. */
export function openLiveStream(actor: Actor, sessionId: string, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let listener: Listener;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const close = () => {
        if (!listeners.delete(listener)) return;
        controller.close();
      };
      listener = {
        personId: actor.id,
        sessionId,
        ancestorIds: actor.ancestorIds,
        send: (topic) => controller.enqueue(encoder.encode(topic ? `data: ${topic}\n\n` : ":\n\n")),
        close,
      };
      listeners.add(listener);
      listener.send("");
      signal.addEventListener("abort", close);
    },
    cancel: () => void listeners.delete(listener),
  });
  return new Response(stream, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
  });
}

/** How many browsers listen here; for the health page and tests. */
export const countListeners = () => listeners.size;
