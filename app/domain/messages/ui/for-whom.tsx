import { useTranslation } from "~/locales/texts";
import { Moment } from "~/ui/moment";

interface ForWhomProps {
  forDepartment: string | null;
  publishedAt: Date | string;
  timeZone: string;
}

/** "For Retail sales, 21 November, 08:30". */
export function ForWhom({ forDepartment, publishedAt, timeZone }: ForWhomProps) {
  const { t } = useTranslation();
  return (
    <>
      {forDepartment ? t("messages:for.department", { department: forDepartment }) : t("messages:for.everyone")}
      {", "}
      <Moment at={publishedAt} timeZone={timeZone} />
    </>
  );
}
