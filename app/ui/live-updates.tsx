import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { paths } from "~/paths";

const TRY_AGAIN_MS = 5_000;
/** A form that was just sent may be the sign-out itself: its answer is on the way, and is not cut off. */
const OWN_WAY_OUT_MS = 2_000;

/**
 * Leaves the page when it, asked for anew, would lead to the sign-in. The document itself is loaded anew,
 * not its data: nothing of the person stays in memory, and no page is taken apart under one that is
 * being put together.
 */
async function leaveWhenSignedOut(): Promise<void> {
  const page = location.pathname + location.search;
  const answer = await fetch(page, { method: "HEAD", redirect: "manual" }).catch(() => null);
  if (answer?.type === "opaqueredirect") location.replace(page);
}

/**
 * Listens for what changed and loads it. The stream carries topics only. A page that is being typed
 * in is left alone: it would not lose anything, but it would move under the hands. Pages that say what is
 * new instead of moving hear the topic as an event of the window. After a cut everything is asked anew:
 * a stream tells nothing of what it missed.
 */
export function LiveUpdates() {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    let wasCut = false;
    let sentAt = -Infinity;
    const sends = () => {
      sentAt = performance.now();
    };
    const leave = () => void setTimeout(() => void leaveWhenSignedOut(), performance.now() - sentAt < OWN_WAY_OUT_MS ? OWN_WAY_OUT_MS : 0);
    const listen = () => {
      source = new EventSource(paths.live());
      const hear = (topic: string) => {
        dispatchEvent(new CustomEvent("vouch:live", { detail: topic }));
        if (topic === "wins") return;
        // Whose session is over is out at once, typing or not; every other session goes on as it was.
        if (topic === "session.ended") return leave();
        const active = document.activeElement;
        const isTyping = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement;
        if (!isTyping) revalidate();
      };
      source.onmessage = ({ data }) => hear(data);
      source.onopen = () => {
        if (wasCut) hear("everything");
        wasCut = false;
      };
      source.onerror = () => {
        wasCut = true;
        // A browser gives up a stream that was refused: the session is over, or the database is away for a moment.
        if (source.readyState !== EventSource.CLOSED) return;
        again = setTimeout(listen, TRY_AGAIN_MS);
        leave();
      };
    };
    listen();
    addEventListener("submit", sends);
    return () => {
      removeEventListener("submit", sends);
      clearTimeout(again);
      source.close();
    };
  }, [revalidate]);
  return null;
}
