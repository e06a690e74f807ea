import { now } from "~/kernel/clock";
import { transaction } from "~/kernel/db.server";
import { recordEvent } from "~/kernel/events.server";
import { join, sql, type Sql } from "~/kernel/sql";
import { textsIn } from "~/locales/catalogues.server";
import type { Actor } from "~/policy/actor";
import { peopleEvents } from "./events";

/** One kind of thing that is held about people. Modules declare theirs; the composition root registers them. */
export interface OwnDataPart {
  /** As the file calls it: "acknowledgements". */
  name: string;
  /** Columns that name a person and whose rows are in this part ("session.person_id"): a test finds those that nobody tells. */
  covers: readonly string[];
  /**
   * SELECT of this person's rows, whose columns are the file's words. Nothing that signs in, nobody else's
   * texts, and nobody else's name beyond what the person is shown anyway.
   */
  rows(person: Sql): Sql;
}

const held = globalThis as { __vouchOwnData?: readonly OwnDataPart[] };

/** Replaces the list, in the order of the file. */
export function registerOwnData(parts: readonly OwnDataPart[]): void {
  held.__vouchOwnData = parts;
}

export function ownDataParts(): readonly OwnDataPart[] {
  return held.__vouchOwnData ?? [];
}

/**
 * Everything that is held about whoever asks, as one JSON text; that it was taken out is on record, and in
 * the file. One statement, so that the file is of one moment.
 */
export async function takeOwnData(actor: Actor): Promise<string> {
  const parts = ownDataParts();
  const person = sql`${actor.id}::uuid`;
  const found = parts.map(({ name, rows }, nth) => sql`(${nth}::int, ${name}::text, (SELECT coalesce(json_agg(found), '[]') FROM (${rows(person)}) AS found))`);
  return transaction(async (tx) => {
    await recordEvent(tx, { type: peopleEvents.ownDataTaken, actorId: actor.id, subjectKind: "person", subjectId: actor.id, audit: {} });
    const [row] = await tx.$queryRaw<{ all: object }[]>(sql`SELECT json_object_agg(name, rows ORDER BY nth) AS all FROM (VALUES ${join(found)}) AS part(nth, name, rows)`);
    return JSON.stringify({ about: textsIn(actor.language)("settings:data.about"), takenAt: now().toISOString(), ...row!.all }, null, 2);
  }, { timeoutMs: 60_000 });
}
