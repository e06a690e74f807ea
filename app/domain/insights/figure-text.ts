import type { TFunction } from "~/locales/i18n";
import type { Tier } from "./tiers";

/** A department's figures, as stored: only what may be shown. */
export interface BlockFigures {
  departmentId: string;
  name: string;
  tier: Tier;
  size: number | null;
  band: number | null;
  opened: number | null;
  confirmed: number | null;
  shared: number | null;
}

/** A stored figure in words: the same on the page, in its table and in the CSV. */
export function figureText(t: TFunction, number: (value: number) => string, tier: Tier, value: number | null): string {
  if (tier === "hidden") return t("studio-insights:figure.hidden");
  if (value === null) return t("studio-insights:figure.notCounted");
  if (tier === "exact") return number(value);
  if (tier === "band") return t(`studio-insights:figure.third${value}`);
  if (value === 0) return t("studio-insights:figure.underTenth");
  return value === 9 ? t("studio-insights:figure.nineTenths") : t("studio-insights:figure.tenth", { from: value * 10, to: (value + 1) * 10 });
}

/** How many people, as finely as may be said. */
export function sizeText(t: TFunction, number: (value: number) => string, { tier, size, band }: Pick<BlockFigures, "tier" | "size" | "band">): string {
  if (size !== null) return number(size);
  return tier === "hidden" || band === null ? t("studio-insights:figure.hidden") : t(`studio-insights:figure.band${band}`);
}

/** What is measured of a kind, in the order of the chart. */
export function measuresOf({ kind, asksConfirmation }: { kind: "message" | "post"; asksConfirmation: boolean }): ("opened" | "confirmed" | "shared")[] {
  if (kind === "post") return ["shared"];
  return asksConfirmation ? ["opened", "confirmed"] : ["opened"];
}
