import type { Tx } from "~/kernel/db.server";

/** One more share of a post, in the transaction that records it. */
export async function countShare(tx: Tx, postId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO post_reach AS r (post_id, shares) VALUES (${postId}::uuid, 1)
    ON CONFLICT (post_id) DO UPDATE SET shares = r.shares + 1`;
}
