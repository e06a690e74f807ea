import { asCatalogue, createI18n, isLanguage, LANGUAGES, type I18n, type Language, type TFunction } from "./i18n";

const files = import.meta.glob("./{en,it,ro,ru}/*.json", { eager: true, import: "default" });

const instances = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    createI18n(
      language,
      asCatalogue(Object.fromEntries(Object.entries(files).filter(([file]) => file.startsWith(`./${language}/`)))),
    ),
  ]),
) as Record<Language, I18n>;

/** The instance that speaks this language; English for one that Vouch does not speak. */
export function i18nFor(language: string): I18n {
  return instances[isLanguage(language) ? language : "en"];
}

/** Texts in this language, for mails and answers made on the server. */
export function textsIn(language: string): TFunction {
  return i18nFor(language).t;
}
