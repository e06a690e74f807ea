import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "~/locales/i18n";

const root = path.resolve(__dirname, "../..");
const folder = path.join(root, "app/locales");
const namespaces = readdirSync(path.join(folder, "en")).map((file) => path.basename(file, ".json"));

/** Every key with its text, as "namespace:path". */
function textsOf(language: Language): Map<string, string> {
  const texts = new Map<string, string>();
  const collect = (prefix: string, value: unknown) => {
    if (typeof value === "string") texts.set(prefix, value);
    else for (const [name, inner] of Object.entries(value as object)) collect(prefix.endsWith(":") ? prefix + name : `${prefix}.${name}`, inner);
  };
  for (const namespace of readdirSync(path.join(folder, language))) {
    collect(`${path.basename(namespace, ".json")}:`, JSON.parse(readFileSync(path.join(folder, language, namespace), "utf8")));
  }
  return texts;
}

const texts = Object.fromEntries(LANGUAGES.map((language) => [language, textsOf(language)])) as Record<Language, Map<string, string>>;

const PLURAL = /_(zero|one|two|few|many|other)$/;
const withoutPlural = (key: string) => key.replace(PLURAL, "");
const keysOf = (language: Language) => new Set([...texts[language].keys()].map(withoutPlural));
const isPlural = (language: Language, key: string) => texts[language].has(`${key}_other`);

/** Names in `{{…}}` that a text fills in. */
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((match) => match[1]!))].sort();

function* sourceFiles(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) {
      if (!["generated", "locales"].includes(entry.name)) yield* sourceFiles(file);
    } else if (/\.tsx?$/.test(entry.name)) yield file;
  }
}

const namespacePattern = namespaces.map((name) => name.replace(/-/g, "\\-")).join("|");
/** A key in quotes, or the beginning of one in backticks up to its first `${`. */
const MENTION = new RegExp(`(["'\`])((?:${namespacePattern}):[\\w.-]*)(\\$\\{)?`, "g");

/** What the sources name: whole keys, and beginnings that a value completes. */
function mentions(sources: Iterable<string>) {
  const keys = new Set<string>();
  const beginnings = new Set<string>();
  for (const source of sources) {
    for (const [, quote, text, isOpen] of source.matchAll(MENTION)) {
      if (isOpen && quote === "`") beginnings.add(text!);
      else keys.add(text!);
    }
  }
  return { keys, beginnings };
}

const used = mentions([...sourceFiles(path.join(root, "app")), ...sourceFiles(path.join(root, "emails"))].map((file) => readFileSync(file, "utf8")));

describe("the message catalogues", () => {
  it("exist for the same namespaces in every language", () => {
    for (const language of LANGUAGES) expect(readdirSync(path.join(folder, language)).map((file) => path.basename(file, ".json")), language).toEqual(namespaces);
  });

  it.each(LANGUAGES)("have every key in %s, with a text", (language) => {
    const all = new Set(LANGUAGES.flatMap((other) => [...keysOf(other)]));
    expect([...all].filter((key) => !keysOf(language).has(key))).toEqual([]);
    expect([...texts[language]].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  it.each(LANGUAGES)("have every plural form that %s knows, and none besides", (language) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wrong: string[] = [];
    for (const key of keysOf(language)) {
      if (!LANGUAGES.some((other) => isPlural(other, key))) continue;
      for (const category of categories) if (!texts[language].has(`${key}_${category}`)) wrong.push(`${key}_${category} is missing`);
      for (const category of ["one", "two", "few", "many", "other"] as const) {
        if (texts[language].has(`${key}_${category}`) && !categories.includes(category)) wrong.push(`${key}_${category} is never shown`);
      }
      if (texts[language].has(key)) wrong.push(`${key} stands beside its plural forms`);
    }
    expect(wrong).toEqual([]);
  });

  it("fill in the same names in every language", () => {
    const wrong: string[] = [];
    for (const key of keysOf("en")) {
      const namesIn = (language: Language) =>
        [...new Set([...texts[language]].filter(([name]) => withoutPlural(name) === key).flatMap(([, text]) => placeholders(text)))].sort().join();
      for (const language of LANGUAGES) if (namesIn(language) !== namesIn("en")) wrong.push(`${key} in ${language}`);
    }
    expect(wrong).toEqual([]);
  });

  it("have no key that nothing names", () => {
    const isUsed = (key: string) => used.keys.has(key) || [...used.beginnings].some((beginning) => key.startsWith(beginning));
    expect([...keysOf("en")].filter((key) => !isUsed(key))).toEqual([]);
  });

  it("have every key that something names", () => {
    const known = keysOf("en");
    expect([...used.keys].filter((key) => !known.has(key)), "keys").toEqual([]);
    expect([...used.beginnings].filter((beginning) => ![...known].some((key) => key.startsWith(beginning))), "beginnings").toEqual([]);
  });

  it("never shout, never say Oops", () => {
    const shouting = LANGUAGES.flatMap((language) => [...texts[language]].filter(([, text]) => /[!¡]|\boops\b/i.test(text)).map(([key]) => `${language} ${key}`));
    expect(shouting).toEqual([]);
  });
});

describe("reading the sources for keys", () => {
  it("finds whole keys and beginnings", () => {
    const found = mentions(['t("auth:password.new"); t(`errors:problem.${name}.title`); x = `auth:password.${fault}`; "notanamespace:x"']);
    expect([...found.keys]).toEqual(["auth:password.new"]);
    expect([...found.beginnings]).toEqual(["errors:problem.", "auth:password."]);
  });
});
