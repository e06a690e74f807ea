import type { TextCount } from "./network";

/** An address with a scheme as networks recognise it; what follows the sentence (".,)") is not part of it. */
const LINK = /https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?()[\]{}…»”’]/giu;

/** "#" and letters, not inside a word; a number alone ("#1") is no hashtag on any network. */
const HASHTAG = /(?<![\p{L}\p{M}\p{N}_&/])[#＃](?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu;

export function countCodeUnits(text: string): number {
  return text.length;
}

export function countCodePoints(text: string): number {
  return Array.from(text).length;
}

let segmenter: Intl.Segmenter | undefined;

/**
 * Extended grapheme clusters (UAX #29): what a reader calls one character. A browser without Intl.Segmenter
 * (Firefox before 125) counts code points, which is never less.
 */
export function splitGraphemes(text: string): string[] {
  if (typeof Intl.Segmenter !== "function") return Array.from(text);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

export function countGraphemes(text: string): number {
  return splitGraphemes(text).length;
}

export function countUtf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Hashtags as written, those inside addresses apart. */
export function findHashtags(text: string): string[] {
  return replaceLinks(text, " ").match(HASHTAG) ?? [];
}

export function replaceHashtags(text: string, replacement: string): string {
  return text.replace(HASHTAG, replacement);
}

export function replaceLinks(text: string, replacement: string): string {
  return text.replace(LINK, replacement);
}

/** A count by one unit against one limit. */
export function countAgainst(used: number, limit: number): TextCount {
  return used > limit ? { used, limit, over: true, problem: "too_long" } : { used, limit, over: false };
}
