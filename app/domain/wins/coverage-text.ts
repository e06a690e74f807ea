import type { TFunction } from "~/locales/i18n";

/** A stored share of a group in words. */
export function coverageText(t: TFunction, value: number, isBand: boolean): string {
  return isBand ? t(`studio-wins:coverage.third.${value}`) : t("studio-wins:coverage.percent", { shown: value });
}
