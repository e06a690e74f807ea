import { Parser } from "htmlparser2";

/** What a web page says about itself, cleaned for showing as plain text. */
export interface PageDescription {
  title: string;
  description: string;
  siteName: string;
  /** The page's own permanent address; only believed for its own site. */
  canonicalUrl: string | null;
  imageUrl: string | null;
}

const limits = { title: 200, description: 500, siteName: 80 };

/** Enough text for every limit, so that a hostile page can't make cleaning expensive. */
const longestTaken = 4_000;

/**
 * Reads Open Graph (ogp.me), Twitter cards, `<title>` and `<meta name=description>`, in this order of
 * trust. Takes the first of each that is not empty; stops at the end of the head once a title is known.
 * @param url where the page came from; relative addresses count from it (or from the page's base).
 */
export function readPageDescription(html: string, url: string): PageDescription {
  const found = collect(html);
  const meta = (...names: string[]) => names.map((name) => found.metas.get(name)).find(Boolean) ?? "";
  const base = resolveWebAddress(found.base, url) ?? url;
  const canonical = resolveWebAddress(meta("og:url") || found.canonical, base);
  return {
    title: tidy(meta("og:title", "twitter:title") || found.title, limits.title),
    description: tidy(meta("og:description", "twitter:description", "description"), limits.description),
    siteName: tidy(meta("og:site_name", "application-name"), limits.siteName) || bareHost(url),
    canonicalUrl: canonical && bareHost(canonical) === bareHost(url) ? canonical : null,
    imageUrl: resolveWebAddress(
      meta("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"),
      base,
    ),
  };
}

/** The parser's time grows with the square of the nesting; pages nest a few dozen deep. */
const deepestNesting = 300;

function collect(html: string) {
  const found = { metas: new Map<string, string>(), title: "", canonical: "", base: "" };
  let isInTitle = false;
  let isDone = false;
  let depth = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (++depth > deepestNesting) isDone = true;
      if (tag === "meta") {
        const name = (attributes.property ?? attributes.name ?? "").trim().toLowerCase();
        const content = attributes.content?.slice(0, longestTaken).trim();
        if (name && content && !found.metas.has(name)) found.metas.set(name, content);
      } else if (tag === "title") {
        isInTitle = found.title === "";
      } else if (tag === "link" && attributes.rel?.toLowerCase() === "canonical") {
        found.canonical ||= attributes.href ?? "";
      } else if (tag === "base") {
        found.base ||= attributes.href ?? "";
      } else if (tag === "svg") {
        // The title of a drawing is not the page's.
        isInTitle = false;
      }
    },
    ontext(text) {
      if (isInTitle && found.title.length < longestTaken) found.title += text;
    },
    onclosetag(tag) {
      depth--;
      if (tag === "title") isInTitle = false;
      if (tag === "head") isDone ||= found.title !== "" || found.metas.has("og:title");
    },
  });
  const step = 16 * 1024;
  for (let at = 0; at < html.length && !isDone; at += step) parser.write(html.slice(at, at + step));
  parser.end();
  return found;
}

function resolveWebAddress(address: string, base: string): string | null {
  const trimmed = address.trim();
  if (!trimmed || trimmed.length > 2_048 || !URL.canParse(trimmed, base)) return null;
  const { protocol, username, password, href } = new URL(trimmed, base);
  return /^https?:$/.test(protocol) && !username && !password ? href : null;
}

function bareHost(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}

const invisible =
  /[\p{Cc}\p{Cs}\p{Co}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * One line of plain text: control characters, bidirectional overrides, invisible characters and lone
 * surrogates go (they can make a text read differently from what was approved), white space collapses,
 * and what is too long ends at a word with an ellipsis. The joiners of emoji and scripts stay.
 */
function tidy(text: string, maxLength: number): string {
  const clean = text
    .slice(0, longestTaken)
    .replace(/[\t\n\v\f\r]/g, " ")
    .replace(invisible, "")
    .replace(/\s+/g, " ")
    .normalize("NFC")
    .trim();
  const characters = [...clean];
  if (characters.length <= maxLength) return clean;
  const cut = characters.slice(0, maxLength - 1).join("");
  const lastSpace = cut.lastIndexOf(" ");
  return `${(lastSpace > maxLength / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}
