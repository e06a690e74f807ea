import { Form } from "@remix-run/react";
import { Timer, Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Notice } from "~/ui/page";

interface RecallNoticeProps {
  messageId: string;
  /** Left when the page was made. */
  seconds: number;
  sendsMail: boolean;
}

/** It is out and can still be called back. With script the seconds are counted; without it is a plain button. */
export function RecallNotice({ messageId, seconds, sendsMail }: RecallNoticeProps) {
  const { t } = useTranslation();
  const left = useSecondsLeft(seconds);
  if (left === 0) return null;
  return (
    <Notice
      icon={Timer}
      tone="info"
      action={
        <Form method="post" action={paths.messagePublication(messageId)}>
          <SubmitButton name="intent" value="recall" look="secondary" icon={Undo2} busy={t("studio-messages:recall.busy")}>
            {t("studio-messages:recall.button")}
          </SubmitButton>
        </Form>
      }
    >
      {sendsMail ? t("studio-messages:recall.withMail") : t("studio-messages:recall.text")}{" "}
      {/* Spoken once; a screen reader is not told every second. */}
      <span aria-hidden className="tabular font-semibold">
        {t("studio-messages:recall.left", { count: left })}
      </span>
    </Notice>
  );
}

function useSecondsLeft(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
