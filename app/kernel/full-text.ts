import { sql, type Sql } from "./sql";

/** What is searched for, inside a statement that begins with `withAsked`. */
export const askedQuery: Sql = sql`(SELECT query FROM asked)`;
export const askedWords: Sql = sql`(SELECT words FROM asked)`;

/** `asked(words, query)`: what somebody typed, as words and as a query. @param reading the reader's language */
export function asked(typed: string, reading: string): Sql {
  return sql`asked AS MATERIALIZED (
    SELECT w.words, search_query(w.words, ${reading}::text) AS query FROM (SELECT search_words(${typed}::text) AS words) AS w)`;
}

/**
 * The piece of a text around the first word that was asked for; its beginning where there is none. Folding
 * keeps places, so the place in the folded text is the place in the text.
 */
export function pieceOf(text: Sql): Sql {
  return sql`(SELECT substr(${text}, greatest(1, coalesce(min(nullif(strpos(fold_text(${text}), left(w, greatest(4, length(w) - 2))), 0)), 1) - 120), 600)
    FROM unnest(${askedWords}) AS w)`;
}

/** How well a text fits, between 0 and about 2: the better words stand, and the newer it is (half as much after half a year). */
export function scoreOf(vector: Sql, at: Sql): Sql {
  return sql`(ts_rank(${vector}, ${askedQuery}) + 0.5 * exp(-greatest(0, extract(epoch FROM statement_timestamp() - ${at}) / 86400) / 260))::float8`;
}

/** The words of something short that people said in any language, by stems; the indexes stand on this. */
export function spokenVector(said: Sql): Sql {
  return sql`spoken_vector(${said})`;
}

/** One thing that was found, whatever its kind; every module's part of the search answers these columns. */
export interface FoundRow {
  kind: "message" | "remark" | "post" | "win" | "draft" | "postDraft" | "person" | "department" | "location";
  /** Of a remark: its message's. */
  id: string;
  title: string;
  /** A piece of the text, as it was written. */
  piece: string;
  /** What stands beside the title: a state, a department. */
  about: string | null;
  /** Another version than the reader's own, where all are open; "studio" where only its publishers see it. */
  version: string | null;
  at: Date | null;
  score: number;
  /** Spelled alike only. */
  isSimilar: boolean;
}
