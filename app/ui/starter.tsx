import { Sprout } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { Chip } from "./card";
import { Notice } from "./page";

/** Marks a draft that came with a new company. */
export function StarterChip() {
  const { t } = useTranslation();
  return (
    <Chip icon={Sprout} tone="win">
      {t("admin-first-steps:starter.chip")}
    </Chip>
  );
}

/** What that means, in the draft itself. */
export function StarterNotice() {
  const { t } = useTranslation();
  return (
    <Notice icon={Sprout} tone="info">
      {t("admin-first-steps:starter.notice")}
    </Notice>
  );
}
