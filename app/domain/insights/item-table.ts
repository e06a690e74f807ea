import type { TFunction } from "~/locales/i18n";
import { type BlockFigures, figureText, measuresOf, sizeText } from "./figure-text";
import type { WholeFigures } from "./finding";

type Whole = WholeFigures & { asksConfirmation: boolean };

/** The names of a table's columns. */
export function columnsOf(t: TFunction, item: Whole): string[] {
  return [t("studio-insights:column.department"), t("studio-insights:column.people"), ...measuresOf(item).map((measure) => t(`studio-insights:measure.${measure}`))];
}

/** A department's cells, in words. */
export function cellsOf(t: TFunction, number: (value: number) => string, item: Whole, name: string, block: Omit<BlockFigures, "name" | "departmentId">): string[] {
  return [name, sizeText(t, number, block), ...measuresOf(item).map((measure) => figureText(t, number, block.tier, block[measure]))];
}

/** The line of the whole audience. A post's hand-overs are a number that everybody sees; by department people are counted. */
export function wholeCells(t: TFunction, number: (value: number) => string, item: Whole): string[] {
  const figures = measuresOf(item).map((measure) =>
    measure === "shared" ? t("studio-insights:figure.times", { count: item.shares ?? 0, shown: number(item.shares ?? 0) }) : figureText(t, number, item.tier, item[measure]),
  );
  return [t("studio-insights:column.everybody"), sizeText(t, number, item), ...figures];
}
