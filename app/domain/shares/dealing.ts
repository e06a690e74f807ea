/** Promise 4: captions are dealt out least-used first, and never one whose wording is taken. */
export interface DealableCaption {
  id: string;
  /** Hash of the caption's comparison form, as wordingHash makes it. */
  wordingHash: string;
  /** How often it was dealt or handed over on the network so far. */
  uses: number;
}

/**
 * The captions to suggest to a person, best first: fewest uses, then an order of the person's own, so that two
 * people who open a post at the same moment are not both shown the same one first. Deterministic: the same person
 * sees the same order again while nothing changed. Captions taken by others in the last seven days are left out,
 * and of several captions with one wording only the first stays.
 */
export function dealCaptions<Caption extends DealableCaption>(
  captions: readonly Caption[],
  personId: string,
  takenWordings: ReadonlySet<string>,
): Caption[] {
  const ranked = captions
    .filter((caption) => !takenWordings.has(caption.wordingHash))
    .map((caption) => ({ caption, rank: spread(`${personId} ${caption.id}`) }))
    .sort((one, other) => one.caption.uses - other.caption.uses || one.rank - other.rank || compareIds(one.caption, other.caption))
    .map(({ caption }) => caption);
  const seen = new Set<string>();
  return ranked.filter(({ wordingHash }) => !seen.has(wordingHash) && seen.add(wordingHash));
}

function compareIds(one: DealableCaption, other: DealableCaption): number {
  return one.id < other.id ? -1 : 1;
}

/** FNV-1a over code units with a final mix (murmur3's): an even spread, no secret. 32 bits, unsigned. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
