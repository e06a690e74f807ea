import { randomUUID } from "node:crypto";
import { now } from "~/kernel/clock";
import type { Tx } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { hashPost } from "./content-hash.server";
import { emptyContent } from "./drafting.server";

/** A draft that comes with a new company, in the company's language. */
export interface StarterPost {
  title: string;
  summary: string;
  why: string;
  /** Texts that serve every network. */
  captions: readonly string[];
}

/** Writes a draft to begin from, for a department and everything under it. It needs a link or a picture and an approval, as any other does. */
export async function writeStarterPost(tx: Tx, begun: { authorId: string; departmentId: string; language: string }, { captions, ...words }: StarterPost): Promise<void> {
  const { authorId, departmentId, language } = begun;
  const texts = captions.map((text) => ({ id: randomUUID(), network: null, language, text }));
  await tx.post.create({
    data: {
      ...words, language, authorId, isStarter: true, createdAt: now(), updatedAt: now(),
      contentHash: hashPost({ ...emptyContent, ...words, language, audience: [departmentId], captions: texts }),
      audience: { create: { departmentId } },
      captions: { create: texts.map((caption, position) => ({ ...caption, position })) },
      editors: { create: { personId: authorId, editedAt: now() } },
    },
  });
}

/** Throws the starters away that nobody made their own. @returns their ids */
export async function discardStarterPosts(tx: Tx): Promise<string[]> {
  const gone = await tx.$queryRaw<{ id: string }[]>(sql`DELETE FROM post WHERE is_starter AND state = 'draft' RETURNING id::text`);
  return gone.map(({ id }) => id);
}
