import { foundPostDrafts, foundPosts } from "~/domain/library/searching.server";
import { foundMessageDrafts, foundMessages } from "~/domain/messages/searching.server";
import { foundRemarks } from "~/domain/messages/searching-remarks.server";
import { foundDepartments, foundLocations, foundPeople } from "~/domain/people/searching.server";
import { foundWins } from "~/domain/wins/searching.server";
import { query } from "~/kernel/db.server";
import { asked, type FoundRow } from "~/kernel/full-text";
import { cleanText } from "~/kernel/fields";
import { markdownToText } from "~/kernel/markdown.server";
import { join, sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canWritePosts } from "~/policy/library";
import { canWriteMessages } from "~/policy/messages";
import { paths } from "~/paths";
import { markWords, snippetOf, type MarkedText } from "./marking";
import { findPages } from "./pages.server";

export const MOST_TYPED = 100;

/** One thing that was found, as screens show it. */
export interface Found {
  id: string;
  to: string;
  title: MarkedText;
  snippet: MarkedText;
  about: string | null;
  at: Date | null;
}

export type FoundKind = FoundRow["kind"] | "page";

export interface FoundGroup {
  kind: FoundKind;
  items: Found[];
  hasMore: boolean;
  /** Nothing has these words; these are spelled alike. */
  isSimilar: boolean;
}

export interface SearchResult {
  /** As it was searched for: cleaned and cut. */
  q: string;
  groups: FoundGroup[];
}

const KINDS: readonly FoundRow["kind"][] = ["message", "remark", "post", "win", "person", "department", "location", "draft", "postDraft"];

/**
 * Everything this person may see that has these words, grouped by kind, the best first. Each module brings
 * its own part with its policy's row filter. One statement; none for less than two letters.
 * @param most of each kind
 */
export async function searchEverything(actor: Actor, typed: string, most = 6): Promise<SearchResult> {
  const q = cleanText(typed.replaceAll("\0", "")).replace(/\s+/g, " ").slice(0, MOST_TYPED);
  if ((q.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2) return { q, groups: [] };
  const everybodys = [foundMessages, foundRemarks, foundPosts, foundWins, foundPeople, foundDepartments, foundLocations];
  const parts: Sql[] = everybodys.map((found) => found(actor, most + 1));
  if (canWriteMessages(actor)) parts.push(foundMessageDrafts(actor, most + 1));
  if (canWritePosts(actor)) parts.push(foundPostDrafts(actor, most + 1));
  const rows = await query<FoundRow>(sql`
    WITH ${asked(q, actor.language)} ${join(parts.map((part) => sql`SELECT * FROM (${part}) AS part`), " UNION ALL ")}`);
  const groups = [...pageGroup(actor, q, most), ...KINDS.flatMap((kind) => groupOf(kind, rows.filter((row) => row.kind === kind), q, most))];
  // What is only spelled alike is for who would find nothing else.
  const exact = groups.filter(({ isSimilar }) => !isSimilar);
  return { q, groups: exact.length ? exact : groups };
}

/** Pages are not rows: who they open for is the policy's word alone. */
function pageGroup(actor: Actor, q: string, most: number): FoundGroup[] {
  const pages = findPages(actor, q);
  if (pages.length === 0) return [];
  const items = pages.slice(0, most).map(({ name, to, title }) => ({ id: name, to, title: markWords(title, q), snippet: [], about: null, at: null }));
  return [{ kind: "page", isSimilar: pages[0]!.isSimilar, hasMore: pages.length > most, items }];
}

function groupOf(kind: FoundRow["kind"], rows: FoundRow[], q: string, most: number): FoundGroup[] {
  if (rows.length === 0) return [];
  const best = [...rows].sort((one, other) => other.score - one.score);
  return [{ kind, isSimilar: rows.every(({ isSimilar }) => isSimilar), hasMore: rows.length > most, items: best.slice(0, most).map((row) => asFound(row, q)) }];
}

function asFound(row: FoundRow, q: string): Found {
  const words = markdownToText(row.piece ?? "").replace(/\s+/g, " ");
  return { id: row.id, to: addressOf(row), title: markWords(row.title, q), snippet: snippetOf(words, q), about: row.about, at: row.at };
}

function addressOf({ kind, id, version }: FoundRow): string {
  switch (kind) {
    case "message":
      return paths.message(id, { version: version ?? undefined });
    case "remark":
      return `${version === "studio" ? paths.messageDraft(id) : paths.message(id)}#remarks`;
    case "win":
      return paths.win(id);
    case "location":
      return paths.location(id);
    case "post":
      return paths.post(id);
    case "draft":
      return paths.messageDraft(id);
    case "postDraft":
      return paths.postDraft(id);
    case "person":
      return paths.profile(id);
    case "department":
      return paths.department(id);
  }
}
