/** Of these people, those who may get no more mail. One statement for all of them. */
export type FindGone = (personIds: string[]) => Promise<ReadonlySet<string>>;

const held = globalThis as { __vouchFindGone?: FindGone };

/** Tells mail whom to ask before anything leaves; the composition root does. */
export function registerFindGone(findGone: FindGone): void {
  held.__vouchFindGone = findGone;
}

export async function findGone(personIds: string[]): Promise<ReadonlySet<string>> {
  return personIds.length > 0 && held.__vouchFindGone ? held.__vouchFindGone(personIds) : new Set();
}
