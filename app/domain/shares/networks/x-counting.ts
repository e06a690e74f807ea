import { findLinks } from "./x-links";

/** t.co wraps every link to this length. */
const LINK_WEIGHT = 23;
const EMOJI = emojiPattern();

/**
 * Length as X weighs it, in characters of the 280: after NFC, a link is 23, an emoji with all its modifiers 2,
 * a code point up to U+10FF or of general punctuation 1, any other 2. A tenth of the code of X's library
 * twitter-text, against which the tests hold it.
 * Sources: docs.x.com "Counting Characters"; github.com/twitter/twitter-text, config/v3.json.
 */
export function countWeighted(text: string): number {
  const normal = text.normalize("NFC");
  let weight = 0;
  let end = 0;
  for (const [from, to] of findLinks(normal)) {
    weight += weighProse(normal.slice(end, from)) + LINK_WEIGHT;
    end = to;
  }
  return weight + weighProse(normal.slice(end));
}

function weighProse(text: string): number {
  let weight = 0;
  for (const character of text.replace(EMOJI, "\u{1F44D}")) weight += weighCodePoint(character.codePointAt(0) ?? 0);
  return weight;
}

function weighCodePoint(point: number): 1 | 2 {
  const isLight =
    point <= 0x10ff ||
    (point >= 0x2000 && point <= 0x200d) ||
    (point >= 0x2010 && point <= 0x201f) ||
    (point >= 0x2032 && point <= 0x2037);
  return isLight ? 1 : 2;
}

/** The emoji recommended for interchange (UTS #51); browsers before 2023 get its grammar instead of its list. */
function emojiPattern(): RegExp {
  try {
    return new RegExp("\\p{RGI_Emoji}", "gv");
  } catch {
    const one = "\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\uFE0F)?(?:[\\u{E0020}-\\u{E007E}]+\\u{E007F})?";
    return new RegExp(`\\p{Regional_Indicator}{2}|[#*0-9]\\uFE0F\\u20E3|${one}(?:\\u200D${one})*`, "gu");
  }
}
