/**
 * A text as a reader sees it, made comparable: one space for every blank, lower case, accents and typographic
 * quotes levelled. Letters of other alphabets that only look alike, "bold" alphabets, struck-out letters and
 * invisible characters stay what they are, so that a sentence counts only when eyes and screen readers get it.
 */
export interface VisibleWords {
  text: string;
  /** For every code unit of `text`: where its character starts in the original, in code units. */
  starts: number[];
  /** For every code unit of `text`: how many code points of the original end with it. */
  codePoints: number[];
}

const BLANK = /[\t \u00A0\u2000-\u200A\u202F\u205F\u3000]/u;
/** Accents above and below. Strokes through a letter (U+0334 to U+0338) and enclosing marks hide it instead. */
const ACCENT = /[\u0300-\u0333\u0339-\u0345]/u;
const MOST_ACCENTS_A_LETTER = 2;
const SAME = new Map([
  ["’", "'"],
  ["ʼ", "'"],
  ["‘", "'"],
  ["\r", "\n"],
  ["\u2028", "\n"],
  ["\u2029", "\n"],
  ["\u0085", "\n"],
]);

/** Reads the first `length` code points of a text. */
export function readVisibleWords(original: string, length: number): VisibleWords {
  const words: VisibleWords = { text: "", starts: [], codePoints: [] };
  let start = 0;
  let point = 0;
  let accents = 0;
  for (const character of original) {
    if (point >= length) break;
    point += 1;
    for (const part of character.normalize("NFD").toLowerCase()) {
      const isAccent = ACCENT.test(part);
      accents = isAccent ? accents + 1 : 0;
      const level = isAccent && accents <= MOST_ACCENTS_A_LETTER ? "" : levelled(part);
      if (level === " " && words.text.endsWith(" ")) continue;
      words.text += level;
      for (let unit = 0; unit < level.length; unit += 1) {
        words.starts.push(start);
        words.codePoints.push(point);
      }
    }
    start += character.length;
  }
  return words;
}

function levelled(part: string): string {
  return BLANK.test(part) ? " " : (SAME.get(part) ?? part);
}

/** A short text (a name, a phrase) levelled the same way. */
export function levelWords(text: string): string {
  return readVisibleWords(text, Number.POSITIVE_INFINITY).text.replace(/\s+/gu, " ").trim();
}
