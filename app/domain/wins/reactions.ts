/** The few ways to answer a win without words. */
export const REACTIONS = ["thanks", "bright", "cheers"] as const;
export type ReactionKind = (typeof REACTIONS)[number];

export interface ReactionCount {
  kind: ReactionKind;
  count: number;
  /** The reader's own is among them. */
  isOwn: boolean;
}
