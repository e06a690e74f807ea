import type { Catalogue, Language } from "./i18n";

const bundles = import.meta.glob<Catalogue>("./bundles/*.ts", { import: "default" });

/** The texts this page needs: one file, a second one for those who have a studio, and one for the doors. */
export async function loadCatalogue(language: Language, withStudio: boolean, atDoor: boolean): Promise<Catalogue> {
  const names = [language, ...(withStudio ? [`${language}.studio`] : []), ...(atDoor ? [`${language}.door`] : [])];
  const parts = await Promise.all(names.map((name) => bundles[`./bundles/${name}.ts`]?.()));
  return Object.assign({}, ...parts) as Catalogue;
}
