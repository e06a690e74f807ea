import { useLocation } from "@remix-run/react";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "~/locales/texts";
import { Notice } from "./page";

/**
 * Says what was done. The server names it once; the page keeps saying it until one moves on, also
 * when its data is loaded anew in between.
 */
export function DoneNotice({ done }: { done: string | null }) {
  const { t } = useTranslation();
  const { key } = useLocation();
  const [said, setSaid] = useState({ done, key });
  if ((done && done !== said.done) || key !== said.key) setSaid({ done, key });
  if (!said.done) return null;
  return <Notice icon={CircleCheck}>{t(said.done)}</Notice>;
}
