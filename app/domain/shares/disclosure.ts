/**
 * Promise 5: readers know who is speaking. What Vouch hands over says, in words and in the language of the post,
 * within the first 100 characters and the first two lines (before the fold of every network) that the writer
 * works here.
 */
import { compileGrammar, type DisclosureGrammar, escapePattern } from "./disclosure-grammar";
import { english } from "./disclosure-grammars/en";
import { italian } from "./disclosure-grammars/it";
import { romanian } from "./disclosure-grammars/ro";
import { russian } from "./disclosure-grammars/ru";
import { levelWords, readVisibleWords } from "./visible-words";

/** Code points from the start within which the disclosure ends. */
export const DISCLOSURE_REACH = 100;
const REACH_LINES = 2;
/** Longer names are cut for the disclosure, or it could not end in reach. */
const LONGEST_NAME = 60;
const LONGEST_PHRASE = 90;
/** How far past its end a sentence is read for words that take it back. */
const LOOK_AHEAD = 60;

/** Characters that turn the reading direction around and so can garble what stands after them. */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const grammars: Readonly<Record<string, DisclosureGrammar>> = { en: english, it: italian, ro: romanian, ru: russian };

export interface DisclosureOptions {
  /** In full, as registered with Vouch; not blank. */
  companyName: string;
  /** What people call it when they speak ("Aurora"). */
  shortName?: string;
  /** The language of the post, as BCP 47 ("it", "pt-BR"). */
  language: string;
  /** Approved words in order of preference: the post's own, then the company's for this language. */
  phrases?: readonly (string | null | undefined)[];
}

/** Where the disclosure stands in a text, as code units [start, end). */
export interface DisclosurePlace {
  start: number;
  end: number;
}

/** Whether a phrase may serve as a disclosure in the language: names the company and says that one works there. */
export function isDisclosure(phrase: string, options: DisclosureOptions): boolean {
  const cleaned = cleanPhrase(phrase);
  if (Array.from(cleaned).length > LONGEST_PHRASE || DIRECTION_CONTROLS.test(cleaned)) return false;
  const place = grammarOf(options.language)
    ? findClaim(`${cleaned}.`, options)
    : // A language without a grammar of ours: people who speak it approved the words; the name must be there.
      companyNames(options).some((name) => levelWords(cleaned).includes(levelWords(name)));
  return Boolean(place);
}

/** The words that Vouch puts in front where they are missing, without a full stop. */
export function disclosurePhrase(options: DisclosureOptions): string {
  const approved = (options.phrases ?? []).find((phrase) => phrase && isDisclosure(phrase, options));
  if (approved) return cleanPhrase(approved);
  const name = stripEnd(companyNames(options)[0] ?? "");
  return (grammarOf(options.language) ?? english).phrase(name);
}

/** The place of the disclosure, when it is within reach of every reader; otherwise null. */
export function findDisclosure(text: string, options: DisclosureOptions): DisclosurePlace | null {
  return findPhrase(text, options) ?? findClaim(text, options);
}

export function hasDisclosureInPlace(text: string, options: DisclosureOptions): boolean {
  return findDisclosure(text, options) !== null;
}

/** The text as it is if it says so itself, else with the company's words in front. */
export function ensureDisclosure(text: string, options: DisclosureOptions): string {
  if (hasDisclosureInPlace(text, options)) return text;
  const words = text.replace(/^[\s\p{Default_Ignorable_Code_Point}]+/u, "");
  const phrase = `${disclosurePhrase(options)}.`;
  if (words === "") return phrase;
  // A paragraph takes its direction from its first letter: Hebrew or Arabic gets a line of its own.
  const firstLetter = /\p{L}/u.exec(words)?.[0] ?? "";
  return phrase + (RIGHT_TO_LEFT.test(firstLetter) ? "\n" : " ") + words;
}

function findClaim(text: string, options: DisclosureOptions): DisclosurePlace | null {
  const grammar = grammarOf(options.language) ?? english;
  const names = companyNames(options).map((name) => stripEnd(levelWords(name)));
  return findInReach(text, compiled(grammar, names));
}

const patterns = new Map<string, RegExp>();
const MOST_PATTERNS = 100;

/** Compiling costs more than matching, and the text is looked at with every key. */
function compiled(grammar: DisclosureGrammar, names: readonly string[]): RegExp {
  const key = [grammar.phrase(""), ...names].join("\n");
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    pattern = compileGrammar(grammar, names);
    if (patterns.size >= MOST_PATTERNS) patterns.clear();
    patterns.set(key, pattern);
  }
  return pattern;
}

/** Approved words are recognised as they stand, at the very start or after a sentence. */
function findPhrase(text: string, options: DisclosureOptions): DisclosurePlace | null {
  const phrases = [...(options.phrases ?? []).filter((phrase) => phrase && isDisclosure(phrase, options)), disclosurePhrase(options)];
  const pattern = phrases.map((phrase) => escapePattern(stripEnd(levelWords(phrase ?? "")))).join("|");
  return findInReach(text, new RegExp(`(?<=^|[.!?…\\n][ ]?)(?<claim>${pattern})(?=[.!…\\n])`, "gu"));
}

function findInReach(text: string, pattern: RegExp): DisclosurePlace | null {
  const lead = /^\s*/u.exec(text)?.[0].length ?? 0;
  const words = readVisibleWords(text.slice(lead), DISCLOSURE_REACH + LOOK_AHEAD);
  for (const match of words.text.matchAll(pattern)) {
    const claim = match.groups?.claim ?? match.groups?.subject ?? "";
    const from = match.index + match[0].length - claim.length;
    const to = from + claim.length - 1;
    const before = text.slice(0, lead) + words.text.slice(0, from + claim.length);
    const isInReach = lead + (words.codePoints[to] ?? Number.POSITIVE_INFINITY) <= DISCLOSURE_REACH;
    const isOnFirstLines = (before.match(/\n/g) ?? []).length < REACH_LINES;
    if (!isInReach || !isOnFirstLines || DIRECTION_CONTROLS.test(before)) continue;
    const last = lead + (words.starts[to] ?? 0);
    const end = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length;
    // "We at Aurora bake", but not "We at Aurora Borealis".
    if (match.groups?.subject !== undefined && !/^\s+\p{Ll}/u.test(text.slice(end))) continue;
    return { start: lead + (words.starts[from] ?? 0), end };
  }
  return null;
}

/** What the company may be called here: short name first for the phrase, each at most LONGEST_NAME code points. */
function companyNames({ companyName, shortName }: DisclosureOptions): string[] {
  const names = [shortName ?? "", companyName].map(cleanName).filter((name) => stripEnd(levelWords(name)) !== "");
  if (names.length === 0) throw new RangeError("A disclosure needs the company's name");
  return [...new Set(names)];
}

function cleanName(name: string): string {
  const visible = name.replace(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, " ").replace(/\s+/gu, " ").trim();
  return Array.from(visible).slice(0, LONGEST_NAME).join("").trim();
}

function cleanPhrase(phrase: string): string {
  return stripEnd(phrase.replace(/\s+/gu, " ").trim());
}

function stripEnd(text: string): string {
  return text.replace(/[\s.,;:!?…]+$/u, "");
}

function grammarOf(language: string): DisclosureGrammar | undefined {
  return grammars[language.toLowerCase().split("-")[0] ?? ""];
}
