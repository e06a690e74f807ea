import { createHash } from "node:crypto";
import { canonicalJson } from "~/kernel/json";

/** What the chain holds of an entry. */
export interface ChainedEntry {
  id: bigint;
  occurredAt: Date;
  actorId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  detailsHash: Uint8Array;
}

/** The hash before the first entry. */
export const CHAIN_START: Uint8Array = new Uint8Array(32);

/** hash = SHA-256(previous hash ‖ canonical JSON of position and entry). */
export function chainHash(previous: Uint8Array, seq: bigint, entry: ChainedEntry): Uint8Array<ArrayBuffer> {
  const text = canonicalJson({
    seq: seq.toString(),
    id: entry.id.toString(),
    at: entry.occurredAt.toISOString(),
    actor: entry.actorId,
    action: entry.action,
    subject: [entry.subjectKind, entry.subjectId],
    details: Buffer.from(entry.detailsHash).toString("hex"),
  });
  return Uint8Array.from(createHash("sha256").update(previous).update(text).digest());
}
