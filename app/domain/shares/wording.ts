/**
 * Promise 4: never the same text for two people on one network within seven days. Texts are compared without
 * link, disclosure and hashtags, and without everything that only pretends to be a difference.
 */
import { type DisclosureOptions, findDisclosure } from "./disclosure";
import { replaceHashtags } from "./networks/counting";
import { skeletonLetters } from "./similar-letters";

/** From this similarity on, two texts count as near copies of each other. */
export const NEAR_COPY = 0.8;

const ADDRESS = /(?:https?:\/\/|www\.)\S+/giu;
/** More disclosures in a row than anybody means; the loop below ends. */
const MOST_DISCLOSURES = 10;

/**
 * The comparison form: NFKC, letters without accents, lower case, look-alike letters of other alphabets made one,
 * words of letters and digits parted by single spaces. Empty when nothing but link, disclosure, hashtags, emoji
 * and punctuation is there: see isWordless.
 */
export function normaliseWording(text: string, { link, disclosure }: { link?: string; disclosure?: DisclosureOptions } = {}): string {
  // Compatibility forms first: "ｈｔｔｐｓ://" and "＃" must not hide what is to be left out.
  let words = stripInvisible(text).normalize("NFKC");
  if (link) words = words.split(link).join(" ");
  words = words.replace(ADDRESS, " ");
  if (disclosure) words = stripDisclosures(words, disclosure);
  return skeletonLetters(replaceHashtags(words, " "))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/**
 * True for a comparison form without a word of the person's own. All such texts are the same text; the catalogue
 * key for the person who is about to share one is `networks:problem.no_words`.
 */
export function isWordless(wording: string): boolean {
  return wording === "";
}

/**
 * What is hashed: spaces gone as well, so that "b r e a d" is no new text, and "in to" is "into".
 */
export function wordingKey(wording: string): string {
  return wording.replaceAll(" ", "");
}

/**
 * Similarity of two comparison forms from 0 to 1: the trigrams they share over all their trigrams (Jaccard;
 * A. Broder, "On the resemblance and containment of documents", 1997). Trigrams are taken word by word with two
 * spaces before and one after, as PostgreSQL's pg_trgm takes them, so that the database's similarity() agrees.
 */
export function similarity(one: string, other: string): number {
  const first = trigrams(one);
  const second = trigrams(other);
  if (first.size === 0 && second.size === 0) return 1;
  let shared = 0;
  for (const trigram of first) if (second.has(trigram)) shared += 1;
  return shared / (first.size + second.size - shared);
}

function trigrams(wording: string): Set<string> {
  const found = new Set<string>();
  for (const word of wording.split(" ")) {
    if (word === "") continue;
    const padded = Array.from(`  ${word} `);
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3).join(""));
  }
  return found;
}

function stripInvisible(text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Surrogate}]/gu, "").replace(/[^\P{Cc}\n]/gu, " ");
}

function stripDisclosures(text: string, options: DisclosureOptions): string {
  let rest = stripLead(text);
  for (let round = 0; round < MOST_DISCLOSURES; round += 1) {
    const place = findDisclosure(rest, options);
    if (place === null) break;
    rest = stripLead(`${rest.slice(0, place.start)} ${stripLead(rest.slice(place.end))}`);
  }
  return rest;
}

/** Punctuation in front of a sentence must not keep its disclosure from being found. */
function stripLead(text: string): string {
  return text.replace(/^[^\p{L}\p{M}\p{N}#＃@]+/u, "");
}
