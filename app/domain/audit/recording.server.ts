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
  if (!event.audit) return;
  const details = event.audit.details ?? {};
  const salt = randomBytes(16);
  await tx.auditEntry.create({
    data: {
      occurredAt: now(),
      actorId: event.actorId,
      action: event.type,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId,
      details,
      salt,
      detailsHash: hashDetails(salt, details),
    },
  });
}

/** SHA-256(salt ‖ canonical JSON): says nothing about the details once salt and details are erased. */
export function hashDetails(salt: Uint8Array, details: JsonObject): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(salt).update(canonicalJson(details)).digest());
}
