export const LANGUAGES = ["en", "it", "ro", "ru"] as const;
export type Language = (typeof LANGUAGES)[number];

/** How each language names itself: the same in every language. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", it: "Italiano", ro: "Română", ru: "Русский" };

export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && (LANGUAGES as readonly string[]).includes(value);
}

/** Texts by their names, within groups or without. */
export interface TextGroup {
  [name: string]: string | TextGroup;
}

/** One language's namespaces, by file name. */
export type Catalogue = Record<string, TextGroup>;

/** From `{"../en/home.json": {...}}` as import.meta.glob gives it to `{home: {...}}`. */
export function asCatalogue(files: Record<string, unknown>): Catalogue {
  return Object.fromEntries(
    Object.entries(files).map(([file, content]) => [file.replace(/^.*\/|\.json$/g, ""), content as TextGroup]),
  );
}

/** Fills the `{{name}}`s of a text; `count` also chooses its plural form. */
export type Fillings = Record<string, unknown>;

/** The text behind a key "namespace:group.name"; the key itself where there is none, so that a gap can be seen. */
export type TFunction = (key: string, fillings?: Fillings) => string;

/** The texts of one language. */
export interface I18n {
  language: Language;
  t: TFunction;
  exists(key: string): boolean;
}

/** A text in pieces: words, and between them the names of what is filled in. */
type Pieces = { words: string; name: string; isList: boolean }[];

const PLACE = /\{\{\s*(\w+)(,\s*list)?\s*\}\}/g;

/** Speaks one language. Each text is taken apart once: a page asks for dozens, and asks again for every reader. */
export function createI18n(language: Language, catalogue: Catalogue): I18n {
  const plurals = new Intl.PluralRules(language);
  const taken = new Map<string, Pieces | null>();

  const piecesOf = (key: string): Pieces | null => {
    let pieces = taken.get(key);
    if (pieces === undefined) {
      const text = findText(catalogue, key);
      // What is not there is not remembered: keys that come from outside would fill the memory.
      if (text === null) return null;
      taken.set(key, (pieces = takeApart(text)));
    }
    return pieces;
  };

  const t: TFunction = (key, fillings) => {
    const count = fillings?.count;
    const pieces = (typeof count === "number" ? (count === 0 && piecesOf(`${key}_zero`)) || piecesOf(`${key}_${plurals.select(count)}`) : null) ?? piecesOf(key);
    return pieces ? putTogether(pieces, language, fillings) : key.slice(key.indexOf(":") + 1);
  };
  return { language, t, exists: (key) => findText(catalogue, key) !== null };
}

function findText(catalogue: Catalogue, key: string): string | null {
  const colon = key.indexOf(":");
  let found: string | TextGroup | undefined = own(catalogue, key.slice(0, colon));
  for (const name of key.slice(colon + 1).split(".")) found = typeof found === "object" ? own(found, name) : undefined;
  return typeof found === "string" ? found : null;
}

function own<Value>(group: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(group, name) ? group[name] : undefined;
}

function takeApart(text: string): Pieces {
  const pieces: Pieces = [];
  let end = 0;
  for (const { 0: place, 1: name = "", 2: list, index } of text.matchAll(PLACE)) {
    pieces.push({ words: text.slice(end, index), name, isList: list !== undefined });
    end = index + place.length;
  }
  return [...pieces, { words: text.slice(end), name: "", isList: false }];
}

function putTogether(pieces: Pieces, language: Language, fillings: Fillings = {}): string {
  let text = "";
  for (const { words, name, isList } of pieces) {
    text += words;
    const value = name && fillings[name];
    if (isList) text += listIn(language).format(value as string[]);
    else if (value != null) text += String(value);
  }
  return text;
}

const lists = new Map<Language, Intl.ListFormat>();

function listIn(language: Language): Intl.ListFormat {
  const known = lists.get(language) ?? new Intl.ListFormat(language);
  lists.set(language, known);
  return known;
}
