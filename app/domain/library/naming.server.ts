import type { Tx } from "~/kernel/db.server";

/** What a post is called and shown by, for others who speak of it; null when it is gone. */
export async function nameOfPost(tx: Tx, id: string): Promise<{ title: string; pictureId: string | null; pictureAlt: string } | null> {
  return tx.post.findUnique({ where: { id }, select: { title: true, pictureId: true, pictureAlt: true } });
}
