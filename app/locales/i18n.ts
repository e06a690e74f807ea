import { createInstance, type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next/initReactI18next";

export const LANGUAGES = ["en", "it", "ro", "ru"] as const;
export type Language = (typeof LANGUAGES)[number];

/** How each language names itself: the same in every language. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", it: "Italiano", ro: "Română", ru: "Русский" };

export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && (LANGUAGES as readonly string[]).includes(value);
}

/** One language's namespaces, by file name. */
export type Catalogue = Record<string, Resource[string]>;

/** From `{"../en/home.json": {...}}` as import.meta.glob gives it to `{home: {...}}`. */
export function asCatalogue(files: Record<string, unknown>): Catalogue {
  return Object.fromEntries(
    Object.entries(files).map(([file, content]) => [file.replace(/^.*\/|\.json$/g, ""), content as Resource[string]]),
  );
}

/** An instance that speaks one language; texts are at hand at once. */
export function createI18n(language: Language, catalogue: Catalogue): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: catalogue as never },
    defaultNS: false,
    initImmediate: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  return instance;
}
