import { CircleAlert, Fingerprint } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Button } from "~/ui/button";

interface PasskeyButtonProps {
  /** What the key is for: to come in, to join, or one more of one's own. */
  purpose: "sign-in" | "card" | "link" | "enrol";
  look?: "secondary" | "quiet";
  className?: string;
  children: ReactNode;
}

/**
 * Sends its form with a key of this device in place of a password or PIN. It is there only where the
 * browser knows keys; what speaks to the authenticator is loaded when it is pressed.
 */
export function PasskeyButton({ purpose, look = "quiet", className = "", children }: PasskeyButtonProps) {
  const { t } = useTranslation();
  const [isThere, setIsThere] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const answer = useRef<HTMLInputElement>(null);
  const send = useRef<HTMLButtonElement>(null);
  useEffect(() => setIsThere("PublicKeyCredential" in window), []);
  if (!isThere) return null;

  const ask = async () => {
    const form = answer.current!.form!;
    setProblem(null);
    try {
      const body = new FormData(form);
      body.set("purpose", purpose);
      const [webauthn, response] = await Promise.all([import("@simplewebauthn/browser"), fetch(paths.passkeyChallenge(), { method: "POST", body: new URLSearchParams(body as never) })]);
      if (!response.ok) return setProblem(response.status === 429 ? t("joining:passkey.wait") : purpose === "card" ? t("joining:passkey.fillIn") : t("joining:passkey.refused"));
      const optionsJSON = (await response.json()) as never;
      const made = purpose === "sign-in" ? await webauthn.startAuthentication({ optionsJSON }) : await webauthn.startRegistration({ optionsJSON });
      answer.current!.value = JSON.stringify(made);
      form.requestSubmit(send.current);
    } catch {
      // Called off, or the device has no key for us: nothing happened, and the other way is still there.
      setProblem(t("joining:passkey.cancelled"));
    }
  };

  return (
    <div className={className}>
      <input ref={answer} type="hidden" name="passkey" />
      <button ref={send} type="submit" name="way" value="passkey" formNoValidate hidden />
      <Button look={look} icon={Fingerprint} onClick={() => void ask()} className="w-full">
        {children}
      </Button>
      {problem && (
        <p role="alert" className="mt-1.5 flex gap-1.5 text-s text-danger">
          <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
          {problem}
        </p>
      )}
    </div>
  );
}
