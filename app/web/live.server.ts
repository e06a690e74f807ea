import type { LiveNotice } from "~/kernel/events.server";
import type { Actor } from "~/policy/actor";

/** A browser that listens. */
interface Listener {
  personId: string;
  ancestorIds: string[];
  send(topic: string): void;
  close(): void;
}

const listeners = new Set<Listener>();
const HEARTBEAT_MS = 25_000;

/** Keeps the streams of this process alive through proxies that close silent ones; `stop` ends them. */
export function keepLive(): { stop(): void } {
  const heartbeat = setInterval(() => listeners.forEach((listener) => listener.send("")), HEARTBEAT_MS);
  return {
    stop() {
      clearInterval(heartbeat);
      for (const listener of [...listeners]) listener.close();
    },
  };
}

/** Tells the browsers concerned a topic, never content: they load what they may see. */
export function passLiveNotice(payload: string): void {
  const notice = JSON.parse(payload) as LiveNotice;
  for (const listener of [...listeners]) {
    if (notice.topic === "session.ended") {
      if (notice.people?.includes(listener.personId)) {
        // The open page looks again, and where its session is over it leads to the sign-in.
        listener.send(notice.topic);
        listener.close();
      }
      continue;
    }
    if (notice.people && !notice.people.includes(listener.personId)) continue;
    if (notice.departments && !notice.departments.some((id) => listener.ancestorIds.includes(id))) continue;
    listener.send(notice.topic);
  }
}

/** After notices may have been missed everybody looks again. */
export function refreshEverybody(): void {
  for (const listener of [...listeners]) listener.send("everything");
}

/** The event stream of one browser. It ends with the request, the session, or the process. */
export function openLiveStream(actor: Actor, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let listener: Listener | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const opened: Listener = {
        personId: actor.id,
        ancestorIds: actor.ancestorIds,
        send: (topic) => controller.enqueue(encoder.encode(topic ? `data: ${topic}\n\n` : ":\n\n")),
        close() {
          if (listeners.delete(opened)) controller.close();
        },
      };
      listener = opened;
      listeners.add(opened);
      opened.send("");
      signal.addEventListener("abort", () => opened.close());
    },
    cancel() {
      if (listener) listeners.delete(listener);
    },
  });
  return new Response(stream, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
  });
}
