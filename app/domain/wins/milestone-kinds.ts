/**
 * What the company celebrates by itself. A later part adds its kind here, records an event when it is
 * reached, and the wiring leads it to `celebrate`; screens read this list.
 */
export interface MilestoneKind {
  key: string;
  /** Whether a company that never chose celebrates it. */
  isOnAtFirst: boolean;
  /** The numbers that count. */
  isStep(number: number): boolean;
}

export const MILESTONE_KINDS = [
  {
    key: "visits",
    isOnAtFirst: true,
    // 100, 1,000, 10,000 and on.
    isStep: (number) => number >= 100 && Number.isInteger(Math.log10(number)),
  },
  {
    key: "years",
    // How long somebody has been here is theirs and the company's to show.
    isOnAtFirst: false,
    isStep: (number) => number === 1 || (number > 0 && number % 5 === 0),
  },
] as const satisfies readonly MilestoneKind[];

export type MilestoneKey = (typeof MILESTONE_KINDS)[number]["key"];

export function milestoneKind(key: string): MilestoneKind | undefined {
  return MILESTONE_KINDS.find((kind) => kind.key === key);
}
