import { UserRoundCheck } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { Chip } from "~/ui/card";
import { Moment } from "~/ui/moment";

interface WaitingChipsProps {
  /** In whose stead this person would decide; null in their own right. */
  insteadOf: string | null;
  dueAt: string | Date;
  isOverdue: boolean;
  timeZone: string;
}

/** Of what waits for a decision: in whose stead it would be, and by when it is due. */
export function WaitingChips({ insteadOf, dueAt, isOverdue, timeZone }: WaitingChipsProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap gap-2">
      {insteadOf && <Chip icon={UserRoundCheck} tone="message">{t("studio-reviews:insteadOf", { name: insteadOf })}</Chip>}
      <Chip tone={isOverdue ? "danger" : "plain"}>
        {isOverdue ? t("studio-reviews:overdue") : t("studio-reviews:due")} <Moment at={dueAt} timeZone={timeZone} />
      </Chip>
    </div>
  );
}
