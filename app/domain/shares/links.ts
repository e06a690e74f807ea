import type { NetworkId } from "./networks/network";

/** Consonants and digits that nobody mixes up when reading aloud; without vowels no words arise. */
export const SLUG_ALPHABET = "23456789bcdfghjkmnpqrstvwxz";
export const SLUG_LENGTH = 8;

const SLUG = new RegExp(`^[${SLUG_ALPHABET}]{${SLUG_LENGTH}}$`);
const LONGEST_CAMPAIGN = 60;

const CYRILLIC = new Map(
  Object.entries({
    а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ж: "zh", з: "z", и: "i", к: "k", л: "l", м: "m", н: "n", о: "o",
    п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "",
    э: "e", ю: "yu", я: "ya",
  }),
);

/** Whether a path segment can be a short link at all; spares the look-up of what scanners try. */
export function isSlug(value: string): boolean {
  return SLUG.test(value);
}

/**
 * Where a short link leads: the post's link with lower-case UTM names (utm_source the network, utm_medium
 * "employee", utm_campaign the post). The link's own path, query and fragment stay byte for byte; a link that
 * already carries any utm name, or that is no web address, is left as it is.
 */
export function composeTargetUrl(link: string, { network, campaign }: { network: NetworkId; campaign: string }): string {
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) return link;
  const hashAt = link.indexOf("#");
  const address = hashAt === -1 ? link : link.slice(0, hashAt);
  const fragment = hashAt === -1 ? "" : link.slice(hashAt);
  const names = [...new URL(link).searchParams.keys()];
  if (names.some((name) => name.toLowerCase().startsWith("utm_"))) return link;
  const tags = `utm_source=${network}&utm_medium=employee&utm_campaign=${slugify(campaign)}`;
  const [, query] = /\?(.*)$/s.exec(address) ?? [];
  const glue = query === undefined ? "?" : query === "" || query.endsWith("&") ? "" : "&";
  return `${address}${glue}${tags}${fragment}`;
}

/** "Pâinea bună: măr & secară" → "painea-buna-mar-secara"; Russian by sound; "post" when nothing is left. */
export function slugify(title: string): string {
  const latin = Array.from(title.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, ""), (letter) => CYRILLIC.get(letter) ?? letter).join("");
  const slug = latin
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_CAMPAIGN)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "post" : slug;
}
