import { transaction } from "~/kernel/db.server";
import { defineJob } from "~/kernel/queue.server";
import { CHAIN_START, chainHash } from "./chain.server";

const AT_ONCE = 1_000;

/** Gives entries their place in the chain. One job at a time holds the lock; the others find nothing to do. */
export const sealAudit = defineJob({
  name: "seal-audit",
  cron: "* * * * *",
  async run() {
    while ((await sealNextEntries()) === AT_ONCE);
  },
});

/** Seals the oldest unsealed entries. @returns how many. */
export async function sealNextEntries(): Promise<number> {
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('audit_chain'))`;
    const last = await tx.auditEntry.findFirst({ where: { seq: { not: null } }, orderBy: { seq: "desc" }, select: { seq: true, hash: true } });
    const entries = await tx.auditEntry.findMany({ where: { seq: null }, orderBy: { id: "asc" }, take: AT_ONCE });
    let seq = last?.seq ?? 0n;
    let previous: Uint8Array = last?.hash ?? CHAIN_START;
    const sealed: { id: bigint; seq: bigint; hash: Uint8Array }[] = [];
    for (const entry of entries) {
      seq += 1n;
      previous = chainHash(previous, seq, entry);
      sealed.push({ id: entry.id, seq, hash: previous });
    }
    if (sealed.length) {
      await tx.$executeRaw`
        UPDATE audit_entry a SET seq = s.seq, hash = decode(s.hash, 'hex')
        FROM unnest(${sealed.map((s) => s.id.toString())}::bigint[], ${sealed.map((s) => s.seq.toString())}::bigint[],
                    ${sealed.map((s) => Buffer.from(s.hash).toString("hex"))}::text[]) AS s(id, seq, hash)
        WHERE a.id = s.id`;
    }
    return entries.length;
  });
}
