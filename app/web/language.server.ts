import { isLanguage, LANGUAGES, type Language } from "~/locales/i18n";

/** The language for somebody not signed in: their choice, else what the browser asks for, else English. */
export function languageOfVisitor(request: Request): Language {
  const chosen = /(?:^|;\s*)language=([a-z]{2})/.exec(request.headers.get("Cookie") ?? "")?.[1];
  if (isLanguage(chosen)) return chosen;
  const asked = (request.headers.get("Accept-Language") ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(/;\s*q=/);
      return { language: tag.slice(0, 2).toLowerCase(), weight: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .sort((a, b) => b.weight - a.weight)
    .find(({ language, weight }) => weight > 0 && isLanguage(language))?.language;
  return isLanguage(asked) ? asked : LANGUAGES[0];
}

/** Remembers the language chosen on a page before sign-in. */
export function languageCookie(language: Language): string {
  return `language=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}
