import { CircleAlert, CircleCheck, Eye } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import type { State } from "../judging";
import { Chip } from "~/ui/card";

const LOOKS = { ok: { icon: CircleCheck, tone: "share" }, watch: { icon: Eye, tone: "forum" }, act: { icon: CircleAlert, tone: "danger" } } as const;

/** In a word and a sign, never by colour alone. */
export function StateChip({ state }: { state: State }) {
  const { t } = useTranslation();
  return <Chip {...LOOKS[state]}>{t(`admin-health:state.${state}`)}</Chip>;
}
