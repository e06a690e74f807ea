import { newcombe, zFor } from "./noise";
import type { Tier } from "./tiers";

/** Everybody's figures of a message or post, as stored: what may be shown. */
export interface WholeFigures {
  kind: "message" | "post";
  tier: Tier;
  size: number | null;
  band: number | null;
  opened: number | null;
  confirmed: number | null;
  shares: number | null;
  visits: number | null;
  machines: number | null;
}

/** A sentence of the catalogue. */
export interface Sentence {
  key: string;
  values?: Record<string, string | number>;
}

export type Level = "none" | "few" | "some" | "half" | "most" | "nearlyAll" | "third0" | "third1" | "third2";

/** How much of an audience a figure is, in words; null where it is not counted or hidden. */
export function levelOf(tier: Tier, value: number | null, size: number | null): Level | null {
  if (value === null || tier === "hidden") return null;
  if (tier === "band") return `third${value}` as Level;
  if (!size) return null;
  if (value === 0) return "none";
  const part = value / size;
  return part < 0.1 ? "few" : part < 0.4 ? "some" : part < 0.6 ? "half" : part < 0.9 ? "most" : "nearlyAll";
}

/** What the figures say, the main thing first. Nothing about change: one night's figures show none. */
export function findingOf(title: string, figures: WholeFigures, number: (value: number) => string): Sentence[] {
  if (figures.kind === "post") return postFinding(title, figures, number);
  const { tier, size, opened, confirmed } = figures;
  const level = levelOf(tier, opened, size);
  if (!level) return [{ key: "studio-insights:finding.hidden", values: { title } }];
  const said: Sentence[] = [{ key: `studio-insights:finding.opened.${level}`, values: { title } }];
  const confirmedLevel = level === "none" ? null : levelOf(tier, confirmed, size);
  if (confirmedLevel) said.push({ key: `studio-insights:finding.confirmed.${confirmedLevel}` });
  return said;
}

function postFinding(title: string, { shares, visits }: WholeFigures, number: (value: number) => string): Sentence[] {
  if (!shares) return [{ key: "studio-insights:finding.notShared", values: { title } }];
  const said: Sentence[] = [{ key: "studio-insights:finding.shared", values: { title, count: shares, shown: number(shares) } }];
  if (visits) said.push({ key: "studio-insights:finding.visits", values: { count: visits, shown: number(visits) } });
  return said;
}

/** A department with a tenth to compare. */
export interface Compared {
  name: string;
  tier: Tier;
  size: number | null;
  opened: number | null;
}

/**
 * The department in which clearly fewer opened it than elsewhere, or null: only what exceeds noise with the
 * tenth read in the department's favour, and with as many comparisons as there are departments.
 */
export function findBehind<T extends Compared>(whole: Pick<WholeFigures, "tier" | "size" | "opened">, blocks: readonly T[]): T | null {
  const { tier, size, opened } = whole;
  if (tier !== "exact" || size === null || opened === null) return null;
  const detailed = blocks.filter((block) => block.tier === "detail" && block.opened !== null && block.size !== null);
  const gaps = detailed.flatMap((block) => {
    const n = block.size!;
    const most = block.opened === 9 ? n : Math.ceil(((block.opened! + 1) * n) / 10) - 1;
    const others = size - n;
    if (others < n / 4 || others < 20) return [];
    const openedByOthers = Math.min(others, Math.max(0, opened - most));
    const [low] = newcombe([openedByOthers, others], [most, n], zFor(detailed.length));
    return low > 0 ? [{ block, gap: openedByOthers / others - most / n }] : [];
  });
  return gaps.sort((one, other) => other.gap - one.gap)[0]?.block ?? null;
}
