import type { Catalogue, Language } from "./i18n";

const bundles = import.meta.glob<Catalogue>("./bundles/*.ts", { import: "default" });

/** The texts this page needs: one file, and a second one for those who have a studio. */
export async function loadCatalogue(language: Language, withStudio: boolean): Promise<Catalogue> {
  const names = withStudio ? [language, `${language}.studio`] : [language];
  const parts = await Promise.all(names.map((name) => bundles[`./bundles/${name}.ts`]?.()));
  return Object.assign({}, ...parts) as Catalogue;
}
