import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { paths } from "~/paths";

const TRY_AGAIN_MS = 5_000;

/** Whether this page, asked for anew, would lead to the sign-in. */
async function isSignedOut(): Promise<boolean> {
  const answer = await fetch(location.href, { method: "HEAD", redirect: "manual" }).catch(() => null);
  return answer?.type === "opaqueredirect";
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
    const listen = () => {
      source = new EventSource(paths.live());
      const hear = (topic: string) => {
        dispatchEvent(new CustomEvent("vouch:live", { detail: topic }));
        if (topic === "wins") return;
        const active = document.activeElement;
        const isTyping = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement;
        // Whose session is over is out at once, typing or not; every other session goes on as it was.
        if (!isTyping || topic === "session.ended") revalidate();
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
        void isSignedOut().then((out) => out && revalidate());
      };
    };
    listen();
    return () => {
      clearTimeout(again);
      source.close();
    };
  }, [revalidate]);
  return null;
}
