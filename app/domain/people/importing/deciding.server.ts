import { now } from "~/kernel/clock";
import { query, transaction, type Tx } from "~/kernel/db.server";
import { Conflict, Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { z } from "zod";
import { checkbox, optionalText } from "~/kernel/fields";
import { enqueue } from "~/kernel/queue.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canImportPeople } from "~/policy/people";
import { peopleEvents } from "../events";
import { IMPORT_TOPIC, MANY_LEAVERS, WORK_ON_IMPORT, type Counts, type ImportState } from "./import";

export const applying = z.object({ goOn: checkbox, leavers: optionalText(12) });

/** How many people work here; the measure for "many leavers". */
export async function countActive(): Promise<number> {
  const rows = await query<{ count: number }>(sql`SELECT count(*)::int AS count FROM person WHERE deactivated_at IS NULL AND NOT is_guest`);
  return rows[0]!.count;
}

export const areManyLeavers = (leavers: number, active: number) => leavers > 0 && leavers > active * MANY_LEAVERS;

/**
 * Lets the worker apply what was shown. Twice is once.
 * @throws Forbidden, NotFound, Conflict (it is not ready, or over); Invalid at `goOn` while there are errors and nobody said
 *   so, at `leavers` where many leave and their number was not typed
 */
export async function applyImport(actor: Actor, id: string, { goOn, leavers }: z.infer<typeof applying>): Promise<void> {
  const active = await countActive();
  await transaction(async (tx) => {
    const { state, counts } = await lock(tx, actor, id);
    if (state === "applying" || state === "done") return;
    if (state !== "ready") throw new Conflict("import");
    const errors: Record<string, string> = {};
    if (counts.error && !goOn) errors.goOn = "admin-import:problem.errorsLeft";
    if (areManyLeavers(counts.leaver ?? 0, active) && leavers.replace(/\D/g, "") !== String(counts.leaver)) errors.leavers = "admin-import:problem.typeNumber";
    if (Object.keys(errors).length > 0) throw new Invalid(errors);
    const total = (counts.new ?? 0) + (counts.changed ?? 0) + (counts.moved ?? 0) + (counts.leaver ?? 0);
    await tx.peopleImport.update({ where: { id }, data: { state: "applying", total, handled: 0, updatedAt: now() } });
    await enqueue(tx, WORK_ON_IMPORT, { importId: id }, { jobKey: `${WORK_ON_IMPORT}:${id}` });
    await recordEvent(tx, { type: peopleEvents.importConfirmed, actorId: actor.id, subjectKind: "import", subjectId: id, audit: { details: { ...counts } }, live: { topic: IMPORT_TOPIC, people: [actor.id] } });
  });
}

/** Puts an import aside; everything that was staged of people goes. While it is being applied it can't be. @throws Forbidden, NotFound, Conflict */
export async function abandonImport(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const { state } = await lock(tx, actor, id);
    if (state === "abandoned") return;
    if (state === "applying") throw new Conflict("import");
    await tx.peopleImportRow.deleteMany({ where: { importId: id } });
    if (state === "done") return;
    await tx.peopleImport.update({ where: { id }, data: { state: "abandoned", finishedAt: now(), updatedAt: now() } });
    await recordEvent(tx, { type: peopleEvents.importAbandoned, actorId: actor.id, subjectKind: "import", subjectId: id, audit: {} });
  });
}

async function lock(tx: Tx, actor: Actor, id: string): Promise<{ state: ImportState; counts: Counts }> {
  if (!canImportPeople(actor)) throw new Forbidden("import");
  const rows = await tx.$queryRaw<{ state: ImportState; counts: Counts }[]>(sql`
    SELECT state::text AS state, counts FROM people_import WHERE id = ${id}::uuid FOR UPDATE`);
  if (!rows[0]) throw new NotFound("import");
  return rows[0];
}
