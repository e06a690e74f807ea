import { isLanguage, type Catalogue } from "./i18n";

/** Namespaces that the first page does without: their own pages bring them. */
const apart = import.meta.glob<Catalogue[string]>("./{en,it,ro,ru}/{wins,search,joining,studio-files}.json", { import: "default" });

declare global {
  /** The texts that this page has; entry.client speaks from this very object, so what comes later is heard too. */
  var __vouchTexts: Catalogue | undefined;
}

/**
 * Loads namespaces in the page's language. A route's screen awaits it at its top, so that nothing of it
 * is shown before its texts are here; on the server all texts are at hand.
 */
export async function loadTexts(...namespaces: ("wins" | "search" | "joining" | "studio-files")[]): Promise<void> {
  if (import.meta.env.SSR) return;
  const { lang } = document.documentElement;
  const language = isLanguage(lang) ? lang : "en";
  await Promise.all(
    namespaces.map(async (namespace) => {
      const texts = await apart[`./${language}/${namespace}.json`]?.();
      if (texts) (globalThis.__vouchTexts ??= {})[namespace] = texts;
    }),
  );
}
