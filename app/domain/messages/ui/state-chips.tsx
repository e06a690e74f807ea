import { CalendarClock, CheckCheck, CircleCheck, Hourglass, PenLine } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { Chip } from "~/ui/card";

interface StateChipsProps {
  state: "draft" | "in_review" | "scheduled" | "published";
  isApproved: boolean;
}

const ICONS = { draft: PenLine, in_review: Hourglass, scheduled: CalendarClock, published: CircleCheck };

/** Where a message stands, in words. */
export function StateChips({ state, isApproved }: StateChipsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Chip icon={ICONS[state]} tone={state === "published" ? "share" : state === "in_review" ? "forum" : state === "scheduled" ? "message" : "plain"}>
        {t(`studio-messages:state.${state}`)}
      </Chip>
      {isApproved && state !== "published" && (
        <Chip icon={CheckCheck} tone="share">
          {t("studio-messages:state.approved")}
        </Chip>
      )}
    </>
  );
}
