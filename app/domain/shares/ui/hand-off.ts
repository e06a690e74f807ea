import { useNavigate, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { paths } from "~/paths";
import type { HandedOver } from "../handing-over.server";

/** Known only in the browser, and only after the first paint: the server must not guess it. */
export function useCanShareFromDevice(): boolean {
  const [can, setCan] = useState(false);
  useEffect(() => setCan(typeof navigator.share === "function"), []);
  return can;
}

/**
 * A window opened in the click itself; browsers refuse one that opens after the answer has come. It
 * waits empty until the wording is reserved and closes when it is not.
 */
export const pendingWindow = {
  current: null as Window | null,
  open(wanted: boolean) {
    this.close();
    this.current = wanted ? window.open("about:blank", "_blank") : null;
  },
  go(address: string) {
    if (!this.current) return false;
    this.current.opener = null;
    this.current.location.replace(address);
    this.current = null;
    return true;
  },
  close() {
    this.current?.close();
    this.current = null;
  },
};

/** Once the server has reserved the wording: opens the network, the phone's share sheet, or copies; then says so on a page of its own. */
export function useHandOff(fetcher: { data?: { handedOver?: HandedOver }; state: string; formData?: FormData }) {
  const { data: answer, state } = fetcher;
  const navigate = useNavigate();
  const { state: reloading } = useRevalidator();
  const [next, setNext] = useState<string | null>(null);
  const lastWay = useRef<FormDataEntryValue | null>(null);
  const way = fetcher.formData?.get("way");
  if (way) lastWay.current = way;
  useEffect(() => {
    if (!answer) return;
    const { handedOver } = answer;
    if (!handedOver) {
      pendingWindow.close(); // refused: the form says why
      return;
    }
    void handOff(handedOver, String(lastWay.current)).then((done) => {
      const page = paths.handedOver(handedOver.id);
      setNext(done ? `${page}?done=${done}` : page);
    });
  }, [answer]);
  // Not before the form has come to rest: while it still loads, the router would end on an empty page.
  useEffect(() => {
    if (next && state === "idle" && reloading === "idle") navigate(next);
  }, [next, state, reloading, navigate]);
}

async function handOff(handedOver: HandedOver, way: string): Promise<string | null> {
  if (way === "share_url" && handedOver.shareUrl && pendingWindow.go(handedOver.shareUrl)) return "opened";
  pendingWindow.close();
  try {
    if (way === "share_sheet") {
      await navigator.share({ text: handedOver.text });
      return "sheet";
    }
    await navigator.clipboard.writeText(handedOver.text);
    return "copied";
  } catch {
    return null; // the page that follows shows the text and every way on
  }
}
