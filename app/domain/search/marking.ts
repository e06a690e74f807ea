/** A text in pieces; those that were searched for are marked. Screens make elements of them, never HTML. */
export type MarkedText = { text: string; isMarked: boolean }[];

const SNIPPET_LENGTH = 180;
const WORD = /[\p{L}\p{N}]+/gu;

/** Small letters without accents, as the database folds them (й apart, which makes no difference here). */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").replace(/ł/g, "l").replace(/ø/g, "o").replace(/ı/g, "i");
}

/** The same word in another form: one begins with the other, or they part only in their endings. */
function isMeant(word: string, asked: string): boolean {
  if (word.startsWith(asked)) return asked.length > 1 || word === asked;
  let shared = 0;
  while (shared < word.length && word[shared] === asked[shared]) shared++;
  return shared >= 4 && word.length - shared <= 3 && asked.length - shared <= 3;
}

/** Marks the words of a text that were asked for. */
export function markWords(text: string, typed: string): MarkedText {
  const asked = (fold(typed).match(WORD) ?? []).slice(0, 8);
  const pieces: MarkedText = [];
  const add = (piece: string, isMarked: boolean) => {
    const last = pieces.at(-1);
    if (piece && last?.isMarked === isMarked) last.text += piece;
    else if (piece) pieces.push({ text: piece, isMarked });
  };
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    add(text.slice(end, match.index), false);
    end = match.index + match[0].length;
    const word = fold(match[0]);
    add(match[0], asked.some((one) => isMeant(word, one)));
  }
  add(text.slice(end), false);
  return pieces;
}

/** The part of a text around its first marked word, cut between words. */
export function snippetOf(text: string, typed: string): MarkedText {
  const first = markWords(text, typed).reduce<{ at: number; found: number | null }>(
    ({ at, found }, piece) => ({ at: at + piece.text.length, found: found ?? (piece.isMarked ? at : null) }),
    { at: 0, found: null },
  ).found;
  const from = Math.max(0, (first ?? 0) - 60);
  const start = from === 0 ? 0 : text.indexOf(" ", from) + 1;
  const cut = text.slice(start, start + SNIPPET_LENGTH);
  const isCut = start + SNIPPET_LENGTH < text.length;
  const shown = isCut ? cut.replace(/\s+\S*$/, "") : cut;
  return markWords(`${start > 0 ? "… " : ""}${shown}${isCut ? " …" : ""}`, typed);
}
