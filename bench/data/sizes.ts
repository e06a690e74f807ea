/** How much there is of everything. */
export interface Sizes {
  departments: number;
  /** Levels of the tree, the root counted. */
  levels: number;
  people: number;
  messages: number;
  /** The time over which the messages came out. */
  messageDays: number;
  posts: number;
  /** Each with a link. */
  shares: number;
  wins: number;
  auditEntries: number;
  /** People who can sign in. */
  sessions: number;
}

/** A company of 100,000: what QUALITY.md asks for. Read receipts come to 50 a person. */
export const FULL: Sizes = {
  departments: 2_000,
  levels: 6,
  people: 100_000,
  messages: 50_000,
  messageDays: 1_825,
  posts: 400,
  shares: 2_000_000,
  wins: 200_000,
  auditEntries: 1_000_000,
  sessions: 400,
};

/** About a twentieth, for the desk; as many messages a day, so that pages are as full. */
export const QUICK: Sizes = {
  departments: 100,
  levels: 6,
  people: 5_000,
  messages: 2_500,
  messageDays: 91,
  posts: 40,
  shares: 100_000,
  wins: 10_000,
  auditEntries: 50_000,
  sessions: 100,
};

/** How many departments each level of the tree has, the root's first; each about as many times the one above. */
export function levelSizes({ departments, levels }: Pick<Sizes, "departments" | "levels">): number[] {
  const total = (growth: number) => Array.from({ length: levels }, (_, level) => growth ** level).reduce((sum, size) => sum + size, 0);
  let growth = 1;
  while (total(growth + 0.01) < departments) growth += 0.01;
  const sizes = Array.from({ length: levels - 1 }, (_, level) => Math.round(growth ** level));
  return [...sizes, departments - sizes.reduce((sum, size) => sum + size, 0)];
}
