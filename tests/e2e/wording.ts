import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";

const LOCALES = path.resolve(import.meta.dirname, "../../app/locales");

type Texts = Map<string, string>;

/** Every text of a language by "namespace:key". */
function catalogue(language: string): Texts {
  const texts: Texts = new Map();
  const collect = (value: unknown, key: string) => {
    if (typeof value === "string") texts.set(key, value);
    else for (const [name, inner] of Object.entries(value as object)) collect(inner, key.endsWith(":") ? key + name : `${key}.${name}`);
  };
  for (const file of readdirSync(path.join(LOCALES, language))) {
    collect(JSON.parse(readFileSync(path.join(LOCALES, language, file), "utf8")), `${path.basename(file, ".json")}:`);
  }
  return texts;
}

const catalogues = new Map(["en", "it", "ro", "ru"].map((language) => [language, catalogue(language)]));
const keys = new Set([...(catalogues.get("en") ?? new Map()).keys()].flatMap((key: string) => [key, key.split(":")[1] ?? key]).filter((key) => key.includes(".") || key.includes(":")));

/**
 * Words on a page that are no words: catalogue keys, empty placeholders, and texts that the catalogues
 * of other languages hold and the page's own does not. What is marked as another language is left out.
 */
export async function strangeWords(page: Page): Promise<string[]> {
  const { language, said } = await page.evaluate(() => {
    const own = document.documentElement.lang;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest("script, style, noscript, textarea, iframe") || element.closest("[lang]")?.getAttribute("lang") !== own) continue;
      if (node instanceof Element) found.push(...["aria-label", "title", "placeholder", "alt"].map((name) => element.getAttribute(name) ?? ""));
      else found.push(node.textContent ?? "");
    }
    return { language: own, said: found.map((text) => text.trim()).filter((text) => text.length > 2) };
  });
  const ours = new Set(catalogues.get(language)?.values());
  const foreign = new Set([...catalogues].filter(([each]) => each !== language).flatMap(([, texts]) => [...texts.values()]).filter((text) => !ours.has(text) && !text.includes("{{") && text.length > 6));
  return said.filter((text) => keys.has(text) || /\{\{|\}\}|\[object|\bundefined\b|\bNaN\b/.test(text) || foreign.has(text));
}
