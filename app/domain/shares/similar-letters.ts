/**
 * Letters of Cyrillic and Greek that look like Latin ones, after UTS #39 (confusables.txt), those of ordinary
 * alphabets only. Applied to every text alike, so real Russian or Greek words still differ from each other.
 */
const LOOK_ALIKES = new Map(
  Object.entries({
    а: "a", в: "b", с: "c", ԁ: "d", е: "e", һ: "h", і: "i", ј: "j", к: "k", ӏ: "l", м: "m", н: "h", о: "o", р: "p",
    ԛ: "q", ѕ: "s", т: "t", у: "y", ѵ: "v", ԝ: "w", х: "x", з: "3", б: "6",
    α: "a", β: "b", ε: "e", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p", σ: "o", τ: "t", υ: "u", χ: "x", γ: "y", ϲ: "c",
    ı: "i", ł: "l", ø: "o", đ: "d", ħ: "h", ß: "ss", æ: "ae", œ: "oe", ɑ: "a", ɡ: "g", ʏ: "y", օ: "o", ո: "n", ս: "u",
  }),
);
/** Accents on Latin, Greek and Cyrillic letters; vowel signs of other scripts are letters and stay. */
const ACCENTS = /[\u0300-\u036F]|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]|[\u20D0-\u20FF]|[\uFE20-\uFE2F]/gu;

/** Lower case without accents, look-alikes made one. For comparing, never for showing. */
export function skeletonLetters(text: string): string {
  const plain = text.normalize("NFKD").replace(ACCENTS, "").toUpperCase().toLowerCase().normalize("NFKC").replaceAll("ς", "σ");
  return Array.from(plain, (letter) => LOOK_ALIKES.get(letter) ?? letter).join("");
}
