import { createHash, randomBytes } from "node:crypto";
import { now } from "~/kernel/clock";
import type { Tx } from "~/kernel/db.server";
import type { DomainEvent } from "~/kernel/events.server";
import { canonicalJson, type JsonObject } from "~/kernel/json";

/**
 * Writes an audit entry for an event that asks for one, in the event's own transaction. The chain is
 * sealed afterwards by one job: chaining here would let writers wait for each other.
 */
export async function recordAuditEntry(tx: Tx, event: DomainEvent): Promise<void> {
  await recordAuditEntries(tx, [event]);
}

/** The same for events that were recorded together: one statement. */
export async function recordAuditEntries(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const entries = events.flatMap((event) => (event.audit ? [entryOf(event, event.audit.details ?? {})] : []));
  if (entries.length > 0) await tx.auditEntry.createMany({ data: entries });
}

function entryOf(event: DomainEvent, details: JsonObject) {
  const salt = randomBytes(16);
  return {
    occurredAt: now(),
    actorId: event.actorId,
    action: event.type,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    details,
    salt,
    detailsHash: hashDetails(salt, details),
  };
}

/** SHA-256(salt ‖ canonical JSON): says nothing about the details once salt and details are erased. */
export function hashDetails(salt: Uint8Array, details: JsonObject): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(salt).update(canonicalJson(details)).digest());
}
