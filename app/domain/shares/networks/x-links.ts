/**
 * Which parts of a text X takes for a link, after the grammar of its library twitter-text 3.1.0
 * (extractUrlsWithIndices), small enough for a browser. The tests hold it against the library.
 */
import { topLevelDomains } from "./x-top-level-domains";

const LONGEST_LINK = 4_096;
/** A longer slug on X's own shortener makes it no link. */
const LONGEST_OWN_SLUG = 40;

const SPACES = "\\t-\\r \\x85\\xA0\\u1680\\u180E\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";
const DIRECTION_MARKS = "\\u202A-\\u202E\\u061C\\u200E\\u200F\\u2066-\\u2069";
const LATIN =
  "\\u0300-\\u036Fa-z0-9\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u024F\\u0253\\u0254\\u0256\\u0257\\u0259\\u025B\\u0263\\u0268\\u026F\\u0272\\u0289\\u028B\\u02BB\\u1E00-\\u1EFF";
const CYRILLIC = "\\u0400-\\u04FF";

const NAME = `[^!'#%&()*+,\\\\\\-./:;<=>?@[\\]\\^_{|}~$${SPACES}\\uFFFE\\uFEFF\\uFFFF${DIRECTION_MARKS}]`;
const SUBDOMAIN = `${NAME}(?:(?:[_\\-]|${NAME})*${NAME})?\\.`;
const DOMAIN = `${NAME}(?:(?:-|${NAME})*${NAME})?\\.`;
const HOST = `(?:${SUBDOMAIN})*${DOMAIN}(?:xn--[\\-0-9a-z]+|${NAME}+)`;

const PATH = `[${LATIN}${CYRILLIC}!*';:=+,.$/%#[\\]\\-\\u2013_~@|&]`;
const PARENTHESES = `\\((?:${PATH}+|${PATH}*\\(${PATH}+\\)${PATH}*)\\)`;
const PATH_END = `(?:[${LATIN}${CYRILLIC}+\\-=_#/]|${PARENTHESES})`;
const QUERY = "[a-z0-9!?*'@();:&=+$/%#[\\]\\-_.,~|]*[a-z0-9\\-_&=#/]";

const LINK = new RegExp(
  `([^a-z0-9@＠$#＃\\uFFFE\\uFEFF\\uFFFF]|^)(https?://)?(${HOST})` +
    `(:[0-9]+)?(/(?:(?:${PATH}|${PARENTHESES})*${PATH_END})?)?(\\?${QUERY})?`,
  "gi",
);
const WORD = new RegExp(`[${SPACES}]?[^${SPACES}]+`, "g");
const LATIN_HOST = new RegExp(`(?:[${LATIN}\\-]+\\.)+[a-z0-9\\-]+`, "gi");

/** Links as [from, to) in code units of the text, ascending, never overlapping. */
export function findLinks(text: string): [number, number][] {
  const links: [number, number][] = [];
  // No link holds a space; looking at one word (and what stands before it) at a time keeps a long text cheap.
  for (const word of text.matchAll(WORD)) {
    if (!word[0].includes(".") || word[0].length > LONGEST_LINK) continue;
    for (const [from, to] of findLinksInWord(word[0])) links.push([word.index + from, word.index + to]);
  }
  return links;
}

function findLinksInWord(word: string): [number, number][] {
  const links: [number, number][] = [];
  LINK.lastIndex = 0;
  for (let match = LINK.exec(word); match !== null; match = LINK.exec(word)) {
    const [, before = "", scheme = "", candidate = "", port = "", path = "", query = ""] = match;
    const start = match.index + before.length;
    const next = word[start + scheme.length + candidate.length];
    const host = trimToDomain(candidate, next, scheme !== "");
    const isWhole = host === candidate;
    // What turned out to be prose may still hold a link of its own.
    if (!isWhole) LINK.lastIndex = start + (host === null ? 1 : scheme.length + host.length);
    if (host === null) continue;
    const tail = isWhole ? port + path + query : "";
    if (scheme === "") {
      if (!/[-_./]$/.test(before)) links.push(...findBareLinks(host, path === "" || !isWhole ? "" : tail, start));
    } else {
      const length = ownLinkLength(host, path, query) ?? tail.length;
      if (length >= 0) links.push([start, start + scheme.length + host.length + length]);
    }
  }
  return links;
}

/** Without "https://" only the Latin part of a name is a link, and several may stand glued together. */
function findBareLinks(host: string, tail: string, start: number): [number, number][] {
  const links: [number, number][] = [];
  for (const match of host.matchAll(LATIN_HOST)) {
    const domain = trimToDomain(match[0], host[match.index + match[0].length]);
    if (domain !== null) links.push([start + match.index, start + match.index + domain.length]);
  }
  const last = links.at(-1);
  if (last !== undefined && tail !== "") last[1] = start + host.length + tail.length;
  return links;
}

/** How much of path and query belongs to a link of t.co; -1: no link at all; undefined: not t.co. */
function ownLinkLength(host: string, path: string, query: string): number | undefined {
  const slug = /^t\.co$/i.test(host) ? /^\/([a-z0-9]+)/i.exec(path) : null;
  if (slug === null) return undefined;
  if ((slug[1] ?? "").length > LONGEST_OWN_SLUG) return -1;
  return slug[0].length + (slug[0].length === path.length ? query.length : 0);
}

/** The longest beginning of a host that ends in a top-level domain; null when none does. */
function trimToDomain(host: string, next = "", takesOtherScripts = false): string | null {
  const labels = host.split(".");
  for (let count = labels.length; count >= 2; count -= 1) {
    const label = labels[count - 1] ?? "";
    const ascii = /^(?:xn--[-0-9a-z]+|[a-z]*)/i.exec(label)?.[0] ?? "";
    const after = label[ascii.length] ?? (count < labels.length ? "." : next);
    const isKnown = topLevelDomains.has(ascii.toLowerCase()) && !/[0-9a-z@+-]/i.test(after);
    if (isKnown || /^xn--/i.test(ascii)) return [...labels.slice(0, count - 1), ascii].join(".");
  }
  // ".рф" and its like: not worth their long list, since they count with "https://" only.
  const isOtherScript = takesOtherScripts && /^[^\0-\x7F]{2,}$/.test(labels.at(-1) ?? "");
  return isOtherScript && !/[0-9a-z@+-]/i.test(next) ? host : null;
}
