import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canAnswerWin, canChangeWin, canRemoveWin, visibleWins, type WinFacts } from "~/policy/wins";
import { undoSeconds } from "./changing.server";
import type { WinView } from "./win";
import { winColumns } from "./win-columns.server";

export interface WinPage extends WinView {
  revision: number;
  valueId: string | null;
  /** Why it was removed; empty where its giver took it back. */
  removal: { reason: string; at: Date } | null;
  /** What it said before, newest first: for its giver and moderators. */
  history: { text: string; editedAt: Date }[];
  abilities: { change: boolean; remove: boolean; answer: boolean };
  /** Seconds in which its giver can call it back without a trace. */
  undoSeconds: number;
}

type Row = WinView & Pick<WinFacts, "removedById" | "thankedIds"> & {
  revision: number; valueId: string | null; giverId: string | null; removedAt: Date | null; removalReason: string; history: WinPage["history"];
};

/** One win, by whoever may see it; whoever was thanked has seen it now. At most two statements. @throws NotFound */
export async function readWin(actor: Actor, id: string): Promise<WinPage> {
  const [row] = await query<Row>(sql`
    SELECT ${winColumns(actor)}, w.revision, w.value_id AS "valueId", w.giver_id AS "giverId", w.removed_at AS "removedAt",
      w.removed_by_id AS "removedById", w.removal_reason AS "removalReason",
      ARRAY(SELECT x.person_id::text FROM win_person x WHERE x.win_id = w.id) AS "thankedIds",
      (SELECT coalesce(json_agg(json_build_object('text', e.text, 'editedAt', e.edited_at) ORDER BY e.edited_at DESC), '[]')
        FROM win_edit e WHERE e.win_id = w.id) AS history
    FROM win w WHERE w.id = ${id}::uuid AND ${visibleWins(actor)}`);
  if (!row) throw new NotFound("win");
  const { removedAt, removedById, removalReason, thankedIds, giverId, history, ...win } = row;
  const facts: WinFacts = { kind: win.kind, giverId, thankedIds, isRemoved: removedAt !== null, removedById };
  if (thankedIds.includes(actor.id)) await markSeen(actor, id);
  const change = canChangeWin(actor, facts);
  return {
    ...win,
    removal: removedAt && { reason: removalReason, at: removedAt },
    history: giverId === actor.id || canRemoveWin(actor, facts) ? history : [],
    abilities: { change, remove: canRemoveWin(actor, facts), answer: canAnswerWin(actor, facts) },
    undoSeconds: change ? undoSeconds(win) : 0,
  };
}

async function markSeen(actor: Actor, id: string): Promise<void> {
  await query(sql`
    INSERT INTO win_receipt (win_id, person_id, seen_at) VALUES (${id}::uuid, ${actor.id}::uuid, ${now()}::timestamptz) ON CONFLICT DO NOTHING`);
}
