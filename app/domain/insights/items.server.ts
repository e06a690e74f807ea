import { textIn } from "~/domain/messages/own-version.server";
import { after, DAY } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { empty, sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canSeeInsights, leadsOnly, visibleBlocks, visibleFigures } from "~/policy/insights";
import type { BlockFigures } from "./figure-text";
import type { WholeFigures } from "./finding";

/** A message or post with what may be shown of everybody, and of a leader's own part. */
export interface Item extends WholeFigures {
  id: string;
  title: string;
  startedAt: Date;
  takenAt: Date;
  asksConfirmation: boolean;
  /** The figures of the part that this leader leads; null where they lead everything, or several parts, or it is not in it. */
  part: BlockFigures | null;
}

export const KINDS = ["message", "post"] as const;
/** Days; null for everything. */
export const PERIODS = { "30": 30, "90": 90, all: null } as const;
export type Period = keyof typeof PERIODS;

const PAGE_SIZE = 12;

export interface ItemFilter {
  kind?: (typeof KINDS)[number];
  period: Period;
  after?: { at: string; id: string };
}

/** What came out lately, newest first. One statement. @throws NotFound for who leads and publishes nothing */
export async function listItems(actor: Actor, { kind, period, after: last }: ItemFilter): Promise<{ items: Item[]; next: Item | null }> {
  if (!canSeeInsights(actor)) throw new NotFound("insights");
  const days = PERIODS[period];
  const rows = await query<Item>(select(actor, sql`
    ${kind ? sql`AND i.kind = ${kind}::insights_kind` : empty}
    ${days ? sql`AND i.started_at > ${after(-days * DAY)}::timestamptz` : empty}
    ${last ? sql`AND (i.started_at, i.id) < (${last.at}::timestamptz, ${last.id}::uuid)` : empty}
    ORDER BY i.started_at DESC, i.id DESC LIMIT ${PAGE_SIZE + 1}::int`));
  return { items: rows.slice(0, PAGE_SIZE), next: rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1]! : null };
}

/** One of them. One statement. @throws NotFound for what is not this person's to see, or was not counted yet */
export async function getItem(actor: Actor, id: string): Promise<Item> {
  if (!canSeeInsights(actor)) throw new NotFound("insights");
  const [item] = await query<Item>(select(actor, sql`AND i.id = ${id}::uuid`));
  if (!item) throw new NotFound("insights");
  return item;
}

/** Whether its figures have a page that this person may open. One statement. */
export async function hasFigures(actor: Actor, id: string): Promise<boolean> {
  if (!canSeeInsights(actor)) return false;
  const rows = await query(sql`SELECT 1 FROM insights_item i WHERE i.id = ${id}::uuid AND i.taken_at IS NOT NULL AND ${visibleFigures(actor)}`);
  return rows.length > 0;
}

function select(actor: Actor, narrowed: Sql): Sql {
  const scope = leadsOnly(actor);
  const part = scope?.length === 1
    ? sql`(SELECT json_build_object('departmentId', b.department_id, 'name', b.name, 'tier', b.tier, 'size', b.size, 'band', b.band,
          'opened', b.opened, 'confirmed', b.confirmed, 'shared', b.shared)
        FROM insights_block b WHERE b.item_id = i.id AND b.department_id = ${scope[0]!}::uuid AND ${visibleBlocks(actor)})`
    : sql`NULL::json`;
  // Titles are looked up for the page alone, after the limit.
  return sql`
    WITH chosen AS MATERIALIZED (
      SELECT i.* FROM insights_item i
      WHERE i.taken_at IS NOT NULL AND (i.kind = 'post' OR EXISTS (SELECT 1 FROM message m WHERE m.id = i.id AND m.state = 'published'))
        AND ${visibleFigures(actor)} ${narrowed})
    SELECT i.id, i.kind, i.tier, i.size, i.band, i.opened, i.confirmed, i.shares, i.visits, i.machines,
      i.started_at AS "startedAt", i.taken_at AS "takenAt", coalesce(m.asks_confirmation, false) AS "asksConfirmation",
      coalesce(p.title, t.title, '') AS title, ${part} AS part
    FROM chosen i
    LEFT JOIN post p ON p.id = i.id
    LEFT JOIN message m ON m.id = i.id
    LEFT JOIN variant v ON v.message_id = m.id AND v.department_id IS NULL
    LEFT JOIN LATERAL (${textIn(sql`${actor.language}::text`)}) AS t ON true
    ORDER BY i.started_at DESC, i.id DESC`;
}
