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

/** Code units split at once. V8 takes time with the square of the length: minutes of everybody's for one long text. */
const WINDOW = 512;

let segmenter: Intl.Segmenter | undefined;

/**
 * Extended grapheme clusters (UAX #29): what a reader calls one character. A browser without Intl.Segmenter
 * (Firefox before 125) counts code points, which is never less.
 */
export function splitGraphemes(text: string): string[] {
  if (typeof Intl.Segmenter !== "function") return Array.from(text);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const clusters: string[] = [];
  let at = 0;
  for (let length = WINDOW; at < text.length; ) {
    const part = Array.from(segmenter.segment(text.slice(at, at + length)), ({ segment }) => segment);
    const isLast = at + length >= text.length;
    // The last one of a window may go on after it; what begins at a boundary is split as in the whole.
    const whole = isLast ? part : part.slice(0, -1);
    clusters.push(...whole);
    at += whole.reduce((sum, cluster) => sum + cluster.length, 0);
    length = whole.length > 0 ? WINDOW : length * 2;
  }
  return clusters;
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
