import { splitGraphemes } from "./networks/counting";
import type { Network } from "./networks/network";

export interface FoldedText {
  /** What a feed shows at first. */
  shown: string;
  isFolded: boolean;
}

/** The beginning of a text up to the network's fold, cut between words where one ends in the last quarter. */
export function foldText(text: string, fold: Network["fold"]): FoldedText {
  if (fold === null) return { shown: text, isFolded: false };
  const lines = text.split("\n");
  let shown = lines.slice(0, fold.lines).join("\n");
  if (Array.from(shown).length > fold.characters) shown = cutAtWord(shown, fold.characters);
  const isFolded = shown.length < text.length;
  return { shown: isFolded ? shown.trimEnd() : text, isFolded };
}

function cutAtWord(text: string, codePoints: number): string {
  let cut = "";
  let used = 0;
  for (const grapheme of splitGraphemes(text)) {
    used += Array.from(grapheme).length;
    if (used > codePoints) break;
    cut += grapheme;
  }
  const lastBlank = cut.search(/\s\S*$/u);
  return lastBlank > cut.length * 0.75 ? cut.slice(0, lastBlank) : cut;
}
