import { i18nFor } from "~/locales/catalogues.server";
import { pagesFor, type PageName } from "~/policy/pages";
import type { Actor } from "~/policy/actor";
import { fold } from "./marking";
import { pageAddresses } from "./page-addresses";

export interface FoundPage {
  name: PageName;
  to: string;
  title: string;
  isSimilar: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
const wordsOf = (text: string) => fold(text).match(WORD) ?? [];

/** Pages that open for this person and whose name, or another word for it, has every word that was typed or its beginning; else the name with a slip. */
export function findPages(actor: Actor, typed: string): FoundPage[] {
  const asked = wordsOf(typed).slice(0, 8);
  if (asked.length === 0) return [];
  const { t } = i18nFor(actor.language);
  const pages = pagesFor(actor).map((name) => {
    const title = t(`search-pages:${name}.name`);
    return { name, to: pageAddresses[name], title, named: wordsOf(title), words: wordsOf(`${title} ${t(`search-pages:${name}.also`)}`) };
  });
  const found = (among: "named" | "words", fits: (word: string, one: string) => boolean): FoundPage[] =>
    pages.filter((page) => asked.every((one) => page[among].some((word) => fits(word, one)))).map(({ name, to, title }) => ({ name, to, title, isSimilar: among === "named" }));
  const exact = found("words", (word, one) => word.startsWith(one));
  return exact.length ? exact : found("named", isSlip);
}

/** One letter more, less, other or swapped; two in long words. Of a word that is still being typed the beginning counts. */
function isSlip(word: string, typed: string): boolean {
  if (typed.length < 4) return word === typed;
  const most = typed.length < 8 ? 1 : 2;
  return [typed.length - 1, typed.length, typed.length + 1].some((length) => distance(word.slice(0, length), typed) <= most);
}

/** Letters to change between two words, neighbours swapped counting as one (optimal string alignment). */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    [before, above] = [above, row];
  }
  return above[other.length]!;
}
