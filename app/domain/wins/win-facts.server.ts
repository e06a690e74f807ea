import { query, type Tx } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canSeeWin, type WinFacts } from "~/policy/wins";

export interface WinRecord extends WinFacts {
  id: string;
  text: string;
  valueId: string | null;
  pictureId: string | null;
  revision: number;
  happenedAt: Date;
}

const columns = sql`
  w.id, w.kind, w.giver_id AS "giverId", w.text, w.value_id AS "valueId", w.picture_id AS "pictureId", w.revision,
  w.happened_at AS "happenedAt", w.removed_at IS NOT NULL AS "isRemoved", w.removed_by_id AS "removedById",
  ARRAY(SELECT x.person_id::text FROM win_person x WHERE x.win_id = w.id) AS "thankedIds"`;

/** What decisions need of a win. @throws NotFound, also for those who may not see it */
export async function getWin(actor: Actor, id: string): Promise<WinRecord> {
  if (!isUuid(id)) throw new NotFound("win");
  return seen(actor, (await query<WinRecord>(sql`SELECT ${columns} FROM win w WHERE w.id = ${id}::uuid`))[0]);
}

/** The same, held until the transaction ends. @throws NotFound */
export async function lockWin(tx: Tx, actor: Actor, id: string): Promise<WinRecord> {
  if (!isUuid(id)) throw new NotFound("win");
  return seen(actor, (await tx.$queryRaw<WinRecord[]>(sql`SELECT ${columns} FROM win w WHERE w.id = ${id}::uuid FOR UPDATE`))[0]);
}

function seen(actor: Actor, win: WinRecord | undefined): WinRecord {
  if (!win || !canSeeWin(actor, win)) throw new NotFound("win");
  return win;
}
