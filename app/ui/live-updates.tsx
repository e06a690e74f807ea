import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { paths } from "~/paths";

/**
 * Listens for what changed and loads it. The stream carries topics only. A page that is being typed
 * in is left alone: it would not lose anything, but it would move under the hands.
 */
export function LiveUpdates() {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const source = new EventSource(paths.live());
    source.onmessage = ({ data: topic }) => {
      const active = document.activeElement;
      const isTyping = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement;
      // Whose session is over is out at once, typing or not; every other session goes on as it was.
      if (!isTyping || topic === "session.ended") revalidate();
    };
    return () => source.close();
  }, [revalidate]);
  return null;
}
