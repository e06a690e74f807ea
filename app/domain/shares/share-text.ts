import { type DisclosureOptions, ensureDisclosure } from "./disclosure";
import { findHashtags } from "./networks/counting";
import type { Network } from "./networks/network";

export interface ShareWords {
  /** The person's own words as typed. */
  words: string;
  disclosure: DisclosureOptions;
  /** The tracked short link, absolute. */
  link: string;
  network: Pick<Network, "linkPlacement" | "singleLine">;
  /** The post's hashtags, with or without "#", for example ["rye", "#bread"]. */
  hashtags?: readonly string[];
}

/**
 * The text that is handed over: disclosure in place, the person's words, hashtags they don't use yet, and the
 * link where the network wants it inside the text. Counting, preview, share address and comparison all start
 * here, so that what a person saw is what arrives. Applying it to its own result changes nothing.
 */
export function composeShareText({ words, disclosure, link, network, hashtags = [] }: ShareWords): string {
  const clean = cleanWords(words);
  const body = ensureDisclosure(network.singleLine ? clean.replace(/\s+/gu, " ") : clean, disclosure);
  const parts = [body, missingHashtags(body, hashtags).join(" ")];
  if (network.linkPlacement === "in-text" && !body.includes(link)) parts.push(link);
  const text = parts.filter((part) => part !== "").join("\n\n");
  return network.singleLine ? text.replace(/\s+/gu, " ") : text;
}

/** "rye, #Bread soda-water" → ["rye", "Bread", "sodawater"]: what people type into a field for hashtags. */
export function parseHashtags(typed: string): string[] {
  const tags = typed
    .split(/[\s,;#＃]+/u)
    .map((tag) => tag.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}_]/gu, ""))
    .filter((tag) => /\p{L}/u.test(tag));
  return [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()];
}

/** Forms send CR LF; half surrogates and control characters are refused or mangled by every network. */
function cleanWords(words: string): string {
  return words
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .normalize("NFC")
    .trim();
}

function missingHashtags(body: string, hashtags: readonly string[]): string[] {
  const present = new Set(findHashtags(body).map((tag) => tag.slice(1).toLowerCase()));
  return parseHashtags(hashtags.join(" "))
    .filter((tag) => !present.has(tag.toLowerCase()))
    .map((tag) => `#${tag}`);
}
