import { i18nFor } from "~/locales/catalogues.server";
import { writeCsv } from "~/kernel/csv";
import { query, transaction } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import type { JsonObject } from "~/kernel/json";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canReadAudit, readableAudit } from "~/policy/audit";
import { auditEvents } from "./events";
import { auditColumns, matchingEntries, type AuditFilter, type AuditItem } from "./reading.server";
import { sentenceOf } from "./sentence";
import { sealNextEntries } from "./sealing.job.server";

export type ExportFormat = "csv" | "jsonl";

/** Entries read at once: what an export holds in memory, however long the record is. */
const AT_ONCE = 1_000;

/**
 * The record as a file, piece by piece. CSV holds what the filter leaves; JSON lines hold the whole chain,
 * since a part of it can't be verified. That it was taken out is on record, and in the file.
 * @throws NotFound
 */
export async function exportAudit(actor: Actor, format: ExportFormat, filter: AuditFilter): Promise<ReadableStream<Uint8Array>> {
  if (!canReadAudit(actor)) throw new NotFound("audit");
  await transaction((tx) => recordEvent(tx, {
    type: auditEvents.exported, actorId: actor.id, subjectKind: "audit", subjectId: null,
    audit: { details: { format, filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as JsonObject } },
  }));
  if (format === "jsonl") while ((await sealNextEntries()) > 0);
  const pieces = format === "csv" ? csvPieces(actor, filter) : chainPieces(actor);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

async function* csvPieces(actor: Actor, filter: AuditFilter): AsyncGenerator<string, void> {
  const i18n = i18nFor(actor.language);
  yield writeCsv([["number", "time", "actor", "sentence", "action", "kind", "subject", "id", "details"]], ",");
  for (let last = "0", amount = AT_ONCE; amount === AT_ONCE; ) {
    const rows = await query<AuditItem>(sql`
      SELECT ${auditColumns} FROM audit_entry e WHERE ${matchingEntries(actor, filter)} AND e.id > ${last}::bigint ORDER BY e.id LIMIT ${AT_ONCE}::int`);
    amount = rows.length;
    last = rows.at(-1)?.id ?? last;
    const lines = rows.map((row) => [row.seq, row.at.toISOString(), row.actor, sentenceOf(i18n, row), row.action, row.kind, row.subject, row.subjectId, row.details && JSON.stringify(row.details)].map((cell) => String(cell ?? "")));
    // Only the file's own beginning is marked.
    if (amount) yield writeCsv(lines, ",").replace(/^\ufeff/, "");
  }
}

async function* chainPieces(actor: Actor): AsyncGenerator<string, void> {
  interface Link { seq: number; line: JsonObject }
  for (let last = 0, amount = AT_ONCE; amount === AT_ONCE; ) {
    const rows = await query<Link>(sql`
      SELECT e.seq, json_build_object('seq', e.seq::text, 'id', e.id::text,
        'at', to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'actor', e.actor_id, 'action', e.action, 'subject', json_build_array(e.subject_kind, e.subject_id),
        'details', e.details, 'salt', encode(e.salt, 'hex'), 'detailsHash', encode(e.details_hash, 'hex'), 'hash', encode(e.hash, 'hex')) AS line
      FROM audit_entry e WHERE ${readableAudit(actor)} AND e.seq > ${last}::bigint ORDER BY e.seq LIMIT ${AT_ONCE}::int`);
    amount = rows.length;
    last = rows.at(-1)?.seq ?? last;
    if (amount) yield rows.map(({ line }) => `${JSON.stringify(line)}\n`).join("");
  }
}
