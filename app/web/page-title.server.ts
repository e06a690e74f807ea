import { textsIn } from "~/locales/catalogues.server";

/** What the browser's tab says: the page, then where one is. */
export function pageTitle(language: string, title: string, companyName = "Vouch"): string {
  return `${textsIn(language)(title)} · ${companyName}`;
}
