import { shownName } from "~/domain/people/shown-names.server";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { empty, sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canSeeWins } from "~/policy/wins";
import type { ThanksOfDay, WinView } from "./win";
import { winColumns } from "./win-columns.server";

/** Which part of the feed: everything, one value's, the reader's department, across departments, small ones one by one. */
export type FeedFilter = { kind: "all" | "department" | "across" | "thanks" } | { kind: "value"; valueId: string };

/** Behind this one the page begins. */
export interface FeedCursor {
  at: string;
  id: string;
}

export interface FeedPage {
  wins: WinView[];
  /** The small ones that fall between this page's wins, a card a day. */
  thanks: ThanksOfDay[];
  next: FeedCursor | null;
}

const PAGE = 20;
const SMALL_SHOWN = 3;

/** What the address asks for; anything unknown is the whole feed. */
export function readFilter(name: string | null, valueId: string | null): FeedFilter {
  if (name === "value" && isUuid(valueId ?? undefined)) return { kind: "value", valueId: valueId! };
  return { kind: name === "department" || name === "across" || name === "thanks" ? name : "all" };
}

/**
 * A page of the feed, newest first: wins and milestones one by one, small thank-yous together by day, so
 * that many of them stay calm. Two statements; a page costs the same wherever it is.
 * @throws NotFound for those who may not see wins
 */
export async function listFeed(actor: Actor, filter: FeedFilter, after?: FeedCursor): Promise<FeedPage> {
  if (!canSeeWins(actor)) throw new NotFound("wins");
  const rows = await query<WinView>(sql`
    SELECT ${winColumns(actor)} FROM (${feedRows(actor, filter, after, sql`LIMIT ${PAGE + 1}::int`)}) AS found JOIN win w ON w.id = found.id
    ORDER BY w.happened_at DESC, w.id DESC`);
  const wins = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? wins.at(-1)! : null;
  const ends = last && { at: new Date(last.happenedAt).toISOString(), id: last.id };
  if (filter.kind === "thanks" || filter.kind === "value") return { wins, thanks: [], next: ends };
  const thanks = await listThanksByDay(actor, filter, after, ends);
  if (thanks.length < PAGE) return { wins, thanks, next: ends };
  // More days of small ones than a page holds: it ends with the last of them, and so do the wins.
  const { oldestAt, oldestId } = thanks.at(-1)!;
  return { wins: wins.filter((win) => new Date(win.happenedAt) > new Date(oldestAt)), thanks, next: { at: new Date(oldestAt).toISOString(), id: oldestId } };
}

/** Ids of a filter's wins, newest first. Departments: through their own indexes, merged. */
function feedRows(actor: Actor, filter: FeedFilter, after: FeedCursor | undefined, limit: Sql): Sql {
  const where = sql`w.removed_at IS NULL AND ${filter.kind === "thanks" ? sql`w.kind = 'thanks'` : sql`w.kind <> 'thanks'`} ${behind(after)}`;
  const order = sql`ORDER BY w.happened_at DESC, w.id DESC ${limit}`;
  if (filter.kind === "value") return sql`SELECT w.id FROM win w WHERE ${where} AND w.value_id = ${filter.valueId}::uuid ${order}`;
  if (filter.kind === "across") return sql`SELECT w.id FROM win w WHERE ${where} AND w.is_across ${order}`;
  if (filter.kind === "department") return sql`SELECT w.id FROM win w WHERE ${where} AND ${concerns(actor)} ${order}`;
  return sql`SELECT w.id FROM win w WHERE ${where} ${order}`;
}

/** Given by or to the reader's department, or one under it; a team above thanks it too. */
function concerns(actor: Actor): Sql {
  const here = sql`(SELECT descendant_id FROM department_closure WHERE ancestor_id = ${actor.departmentId}::uuid)`;
  return sql`(EXISTS (SELECT 1 FROM win_person x WHERE x.win_id = w.id AND x.department_id IN ${here})
    OR EXISTS (SELECT 1 FROM win_team x WHERE x.win_id = w.id AND (x.department_id IN ${here} OR x.department_id = ANY(${actor.ancestorIds}::uuid[])))
    OR EXISTS (SELECT 1 FROM person g WHERE g.id = w.giver_id AND g.department_id IN ${here}))`;
}

function behind(after: FeedCursor | undefined): Sql {
  return after ? sql`AND (w.happened_at, w.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : empty;
}

async function listThanksByDay(actor: Actor, filter: FeedFilter, after: FeedCursor | undefined, ends: FeedCursor | null): Promise<ThanksOfDay[]> {
  const from = ends ? sql`AND (w.happened_at, w.id) > (${ends.at}::timestamptz, ${ends.id}::uuid)` : empty;
  const which = filter.kind === "across" ? sql`AND w.is_across` : filter.kind === "department" ? sql`AND ${concerns(actor)}` : empty;
  const language = sql`${actor.language}::text`;
  return query<ThanksOfDay>(sql`
    WITH small AS (
      SELECT w.id, w.text, w.giver_id, w.happened_at, (w.happened_at AT TIME ZONE ${actor.timeZone}::text)::date AS day
      FROM win w WHERE w.removed_at IS NULL AND w.kind = 'thanks' ${behind(after)} ${from} ${which}
    ), days AS (
      SELECT day, count(*)::int AS count, max(happened_at) AS newest FROM small GROUP BY day ORDER BY day DESC LIMIT ${PAGE}::int
    )
    SELECT d.day::text AS day, d.count, d.newest AS "newestAt", o.happened_at AS "oldestAt", o.id AS "oldestId",
      (SELECT json_agg(json_build_object('id', s.id, 'text', s.text, 'giver', ${shownName("g", language)},
          'thanked', ARRAY(SELECT ${shownName("p", language)} FROM win_person x JOIN person p ON p.id = x.person_id
            WHERE x.win_id = s.id ORDER BY p.family_name, p.given_name)) ORDER BY s.happened_at DESC, s.id DESC)
        FROM (SELECT * FROM small WHERE small.day = d.day ORDER BY happened_at DESC, id DESC LIMIT ${SMALL_SHOWN}::int) AS s
        JOIN person g ON g.id = s.giver_id) AS first
    FROM days d
    CROSS JOIN LATERAL (SELECT id, happened_at FROM small WHERE small.day = d.day ORDER BY happened_at, id LIMIT 1) AS o
    ORDER BY d.day DESC`);
}

/** How far back a win may have been written that was committed only now. */
const LATE = "30 seconds";
const MOST_NEWS = 99;

/** As many ids as a page names when it asks for news. */
export const MOST_KNOWN = 120;

/**
 * The wins that are there already of the time in which late ones may still come, small ones among them that a
 * page only counts. To be asked before the page is read: what is committed in between is then told once too
 * often, and never missed.
 */
export async function listRecentWins(actor: Actor, at: Date): Promise<string[]> {
  if (!canSeeWins(actor)) throw new NotFound("wins");
  const rows = await query<{ id: string }>(sql`
    SELECT w.id FROM win w WHERE w.removed_at IS NULL AND w.happened_at > ${at}::timestamptz - ${LATE}::interval
    ORDER BY w.happened_at DESC, w.id DESC LIMIT ${MOST_NEWS}::int`);
  return rows.map(({ id }) => id);
}

/**
 * How many wins there are that a page does not show yet: newer than its newest, or written while it was
 * made. Asked after every notice and every lost connection, so nothing is missed. 99 stands for "99 or more".
 * @param known ids of the page's newest, and of the recent ones before them
 */
export async function countNews(actor: Actor, filter: FeedFilter, since: FeedCursor, known: readonly string[]): Promise<number> {
  if (!canSeeWins(actor)) throw new NotFound("wins");
  const which = filter.kind === "value" ? sql`AND w.value_id = ${filter.valueId}::uuid`
    : filter.kind === "across" ? sql`AND w.is_across`
    : filter.kind === "department" ? sql`AND ${concerns(actor)}`
    : filter.kind === "thanks" ? sql`AND w.kind = 'thanks'` : empty;
  const rows = await query<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM win w WHERE w.removed_at IS NULL AND w.happened_at > ${since.at}::timestamptz - ${LATE}::interval
        AND w.id <> ALL(${known}::uuid[]) AND ((w.happened_at, w.id) > (${since.at}::timestamptz, ${since.id}::uuid) OR w.giver_id <> ${actor.id}::uuid)
        ${which} LIMIT ${MOST_NEWS}::int) AS news`);
  return rows[0]!.count;
}
