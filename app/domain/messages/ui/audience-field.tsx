import { DepartmentBoxes } from "~/domain/people/ui/department-boxes";
import { useTranslation } from "~/locales/texts";
import type { FormState } from "~/ui/field";

interface AudienceFieldProps {
  /** In tree order; depth 0 is the top of what this publisher may address. */
  choices: { id: string; name: string; depth: number }[];
  stored: string[];
  state?: FormState;
}

/** Departments that a message is for, each with everything under it. */
export function AudienceField(props: AudienceFieldProps) {
  const { t } = useTranslation();
  return (
    <DepartmentBoxes
      {...props}
      name="audience"
      legend={t("studio-messages:audience.label")}
      hint={t("studio-messages:audience.hint")}
      another={t("studio-messages:audience.another")}
      none={t("studio-messages:audience.none")}
    />
  );
}
