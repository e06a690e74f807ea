import type { Tx } from "~/kernel/db.server";
import type { DomainEvent } from "~/kernel/events.server";

/** A channel that tells a department's wins tells those of the one it was joined into. */
export async function readdressChannels(tx: Tx, { subjectId: from, payload }: DomainEvent): Promise<void> {
  if (from) await tx.chatChannel.updateMany({ where: { departmentId: from }, data: { departmentId: String(payload?.intoId) } });
}
