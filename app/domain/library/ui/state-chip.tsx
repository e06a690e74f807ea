import { Archive, CalendarX2, CircleCheck, Hourglass, PenLine, type LucideIcon } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { Chip, type Tone } from "~/ui/card";
import type { PostState } from "../post";

const LOOKS: Record<PostState | "over", { icon: LucideIcon; tone: Tone }> = {
  draft: { icon: PenLine, tone: "plain" },
  in_review: { icon: Hourglass, tone: "forum" },
  approved: { icon: CircleCheck, tone: "share" },
  ended: { icon: Archive, tone: "plain" },
  over: { icon: CalendarX2, tone: "plain" },
};

/** In which state a post is. @param isOver approved, and its last day has passed */
export function StateChip({ state, isOver = false }: { state: PostState; isOver?: boolean }) {
  const { t } = useTranslation();
  const shown = isOver ? "over" : state;
  return (
    <Chip icon={LOOKS[shown].icon} tone={LOOKS[shown].tone}>
      {t(`studio-library:state.${shown}`)}
    </Chip>
  );
}
