/**
 * How people say in one language that they work for a company. Parts are regular expressions over levelled words
 * (see visible-words: lower case, no accents, "'" for every apostrophe), with NAME where the company's name goes.
 * They are strict on purpose: a sentence that is missed costs a repeated half-sentence, a sentence that is taken
 * wrongly costs the reader the truth.
 */
export interface DisclosureGrammar {
  /** Built-in phrase, without the full stop. */
  phrase(name: string): string;
  /** A clause that says it, from its first word to the name. */
  claims: readonly string[];
  /** The same where the company's people are the subject, so that any verb may follow: "My team at NAME". */
  subjects: readonly string[];
  /** What may open the sentence before the clause: greetings, "full disclosure:". */
  openers: readonly string[];
  /** Words after which the name may go on without a comma: "in", "and", "as", "where". */
  followers: readonly string[];
  /** What would take it back in the same sentence, right after a comma or dash. */
  denials: readonly string[];
  /** Endings that a name takes in the language, as alternatives for its last word; null leaves it whole. */
  inflect?(lastWord: string): string | null;
}

/** Everything the grammar needs to know of the company, levelled; longest name first. */
export function compileGrammar(grammar: DisclosureGrammar, names: readonly string[]): RegExp {
  const name = names.map((each) => namePattern(each, grammar)).join("|");
  // A function, since "$&" in a name would mean something in a replacement text.
  const fill = (clauses: readonly string[]) => clauses.join("|").replaceAll("NAME", () => `["'«„“(]?[@#]?(?:${name})["'»”“)]?`);
  const opener = `(?:(?:${grammar.openers.join("|")})[,:;!.–—-]*[ \\n]+){0,2}`;
  const follows =
    `(?![\\p{L}\\p{M}\\p{N}_'@&-])(?![ ]?\\?)` +
    `(?:(?=\\s*$|\\s*\\n|[ ]*[.!;:,)(…–—]|[ ]+[–—-]|[ ]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}#])|` +
    `(?=[ ](?:${grammar.followers.join("|")})(?![\\p{L}\\p{M}\\p{N}])))` +
    `(?![ ]*[,;:)(…–—-]*[ ]*(?:${grammar.denials.join("|")})(?![\\p{L}\\p{M}\\p{N}]))`;
  return new RegExp(
    `(?<=^|[.!?…\\n][\\s"'»”)]*|[\\p{Extended_Pictographic}\\uFE0F][ ]*)${opener}` +
      `(?:(?<claim>${fill(grammar.claims)}|${fill(grammar.subjects)})${follows}|(?<subject>${fill(grammar.subjects)})(?=[ ]\\p{L}))`,
    "gu",
  );
}

function namePattern(name: string, grammar: DisclosureGrammar): string {
  const words = name.split(" ");
  const last = words.pop() ?? "";
  const inflected = grammar.inflect?.(last) ?? null;
  return [...words.map(escapePattern), inflected ?? escapePattern(last)].join("[ ]");
}

export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
