import MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";

/** Nothing but the web and mail: no scripts, no data, no other programs' addresses. */
const SAFE_LINK = /^(?:https?:\/\/|mailto:)/i;

const markdown = new MarkdownIt("default", { html: false, linkify: true, breaks: true });
// A picture in a text would be fetched from a stranger's server by every reader.
markdown.disable("image");
markdown.validateLink = (address) => SAFE_LINK.test(address.trim());
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false });

markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]!.attrSet("rel", "noopener nofollow");
  return self.renderToken(tokens, index, options);
};
// A table's alignment would be a style attribute, which the pages' security policy does not let through.
for (const rule of ["th_open", "td_open"] as const) {
  markdown.renderer.rules[rule] = (tokens, index, options, _env, self) => {
    tokens[index]!.attrs = null;
    return self.renderToken(tokens, index, options);
  };
}
// A page has one h1, and a text is never it.
for (const rule of ["heading_open", "heading_close"] as const) {
  markdown.renderer.rules[rule] = (tokens, index, options, { under }: { under: number }, self) => {
    const token = tokens[index]!;
    token.tag = `h${Math.min(Number(token.tag.slice(1)) + under, 6)}`;
    return self.renderToken(tokens, index, options);
  };
}

/**
 * Markdown of people as HTML that can do nothing: no HTML of their own, no pictures, safe links only.
 * @param under the level of the page's own heading that the text stands under; its headings begin one below
 */
export function renderMarkdown(text: string, under = 2): string {
  return markdown.render(text, { under });
}

/** The words alone, without marks, for mails' previews and cards. Blocks are parted by a line. */
export function markdownToText(text: string): string {
  const lines: string[] = [];
  for (const token of markdown.parse(text, {})) {
    if (token.type === "inline") lines.push(wordsOf(token.children ?? []));
    else if (token.type === "code_block" || token.type === "fence") lines.push(token.content.trimEnd());
  }
  return lines.join("\n").trim();
}

function wordsOf(tokens: Token[]): string {
  return tokens
    .map((token) => (token.type === "softbreak" || token.type === "hardbreak" ? "\n" : token.type === "text" || token.type === "code_inline" ? token.content : ""))
    .join("");
}

export interface Excerpt {
  text: string;
  /** There is nothing more than this. */
  isWhole: boolean;
}

/** A message's beginning is asked for by each of its readers: the last ones are kept, at most so many texts. */
const MOST_EXCERPTS = 2_000;
const excerpts = new Map<string, Excerpt>();

/**
 * The beginning of a Markdown text in words, on one line, at most `most` characters: what stands before
 * its second part, cut behind a sentence where that keeps half of it, else between words.
 */
export function excerptOf(text: string, most: number): Excerpt {
  const key = `${most} ${text}`;
  const known = excerpts.get(key);
  if (known) return known;
  const made = makeExcerpt(text, most);
  if (excerpts.size >= MOST_EXCERPTS) excerpts.delete(excerpts.keys().next().value!);
  excerpts.set(key, made);
  return made;
}

function makeExcerpt(text: string, most: number): Excerpt {
  const first = firstPart(text);
  const words = first.words.replace(/\s+/g, " ");
  const characters = [...words];
  if (characters.length <= most) return { text: words, isWhole: first.isAll };
  const cut = characters.slice(0, most - 1).join("");
  const sentences = /^.*[.!?…]["”»)]?(?=\s)/u.exec(cut)?.[0] ?? "";
  if (sentences.length >= cut.length / 2) return { text: sentences, isWhole: false };
  return { text: `${cut.replace(/\s+\S*$/, "") || cut}…`, isWhole: false };
}

/** The words before the first heading that has any before it; a heading at the very top repeats the title. */
function firstPart(text: string): { words: string; isAll: boolean } {
  const lines: string[] = [];
  let [isHeading, isAll] = [false, true];
  for (const token of markdown.parse(text, {})) {
    if (token.type === "heading_open") {
      isAll = false;
      if (lines.length > 0) break;
      isHeading = true;
    } else if (token.type === "heading_close") isHeading = false;
    else if (token.type === "inline" && !isHeading) lines.push(wordsOf(token.children ?? []));
  }
  return lines.length > 0 ? { words: lines.join(" ").trim(), isAll } : { words: markdownToText(text), isAll: true };
}
