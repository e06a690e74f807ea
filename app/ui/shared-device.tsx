import { Form, useRevalidator } from "@remix-run/react";
import { UserRoundPlus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Button } from "./button";

interface SharedDeviceProps {
  name: string;
  /** Seconds until nobody is taken to be here, and until it is over in any case. */
  idleSeconds: number;
  lastSeconds: number;
}

const WARN_SECONDS = 60;
/** Being here is told no more often than this. */
const TELL_MS = 20_000;

/**
 * On a device of several people: who is signed in, the one step to somebody else, and the warning
 * before it signs out by itself. The server counts; this only shows it and says when somebody is here.
 */
export default function SharedDevice({ name, idleSeconds, lastSeconds }: SharedDeviceProps) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  const [left, setLeft] = useState<number | null>(null);
  const out = useRef<HTMLFormElement>(null);
  const stay = useRef<() => void>(() => undefined);

  useEffect(() => {
    const startedAt = Date.now();
    let hereAt = startedAt;
    let toldAt = startedAt;
    const tell = () => {
      toldAt = Date.now();
      void fetch(paths.presence(), { method: "POST", redirect: "manual" }).then((answer) => answer.type === "opaqueredirect" && revalidate(), () => undefined);
    };
    const isHere = () => {
      hereAt = Date.now();
      if (hereAt - toldAt > TELL_MS) tell();
    };
    stay.current = () => {
      hereAt = Date.now();
      setLeft(null);
      tell();
    };
    const tick = () => {
      const seconds = Math.min(idleSeconds - (Date.now() - hereAt) / 1000, lastSeconds - (Date.now() - startedAt) / 1000);
      if (seconds <= 0) {
        // Once: sending it again each second would end the way out before it is answered.
        clearInterval(timer);
        out.current?.requestSubmit();
      }
      setLeft(seconds <= WARN_SECONDS ? Math.max(0, Math.ceil(seconds)) : null);
    };
    // A page that comes back from the browser's memory shows nobody's things: it is asked for anew.
    const returned = (event: PageTransitionEvent) => event.persisted && location.reload();
    const timer = setInterval(tick, 1000);
    const signs = ["pointerdown", "keydown", "wheel", "touchmove"] as const;
    for (const sign of signs) addEventListener(sign, isHere, { passive: true });
    addEventListener("pageshow", returned);
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, isHere);
      removeEventListener("pageshow", returned);
    };
  }, [idleSeconds, lastSeconds, revalidate]);

  return (
    <section aria-label={t("joining:shared.label")} className="mb-4 rounded-card border border-line bg-surface px-4 py-2.5 text-s shadow-card">
      <noscript>
        <meta httpEquiv="refresh" content={String(idleSeconds + 20)} />
      </noscript>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p>{t("joining:shared.who", { name })}</p>
        <Form ref={out} method="post" action={paths.signOut()} reloadDocument>
          <Button type="submit" icon={UserRoundPlus}>
            {t("joining:shared.switch")}
          </Button>
        </Form>
      </div>
      {left !== null && (
        <div role="alert" className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line pt-2">
          <p className="font-semibold">{t("joining:shared.warning")}</p>
          <p aria-hidden className="tabular-nums">{t("joining:shared.left", { count: left })}</p>
          <Button look="primary" onClick={() => stay.current()}>
            {t("joining:shared.stay")}
          </Button>
        </div>
      )}
    </section>
  );
}
