import { now } from "~/kernel/clock";
import type { Tx } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { settle } from "./changing.server";
import { readRecord } from "./message-record.server";

/** A draft that comes with a new company, in the company's language. */
export interface StarterMessage {
  kind: "notice" | "message";
  why: string;
  title: string;
  body: string;
}

/** Writes drafts to begin from, for a department and everything under it. They go out as any draft does: by somebody's act. */
export async function writeStarterMessages(tx: Tx, begun: { authorId: string; departmentId: string; language: string }, starters: readonly StarterMessage[]): Promise<void> {
  const { authorId, departmentId, language } = begun;
  for (const { kind, why, title, body } of starters) {
    const { id } = await tx.message.create({
      data: {
        kind, authorId, why: { [language]: why }, revision: 0, contentHash: "", createdAt: now(), updatedAt: now(),
        audience: { create: { departmentId } },
        variants: { create: { texts: { create: { language, title, body } } } },
      },
    });
    await settle(tx, { id: authorId }, await readRecord(tx, id));
    await tx.message.update({ where: { id }, data: { isStarter: true } });
  }
}

/** Throws the starters away that nobody made their own. @returns their ids */
export async function discardStarterMessages(tx: Tx): Promise<string[]> {
  const gone = await tx.$queryRaw<{ id: string }[]>(sql`DELETE FROM message WHERE is_starter AND state = 'draft' RETURNING id::text`);
  return gone.map(({ id }) => id);
}
