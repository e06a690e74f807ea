import { useTranslation } from "~/locales/texts";

/** What a version is called: its department, or for the core "Everyone", and beside other versions "Everyone else". */
export function useVersionName(): (departmentName: string | null | undefined, isBesideOthers?: boolean) => string {
  const { t } = useTranslation();
  return (departmentName, isBesideOthers = false) =>
    departmentName ?? (isBesideOthers ? t("studio-messages:version.everyoneElse") : t("studio-messages:version.everyone"));
}
