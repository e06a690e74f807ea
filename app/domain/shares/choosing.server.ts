import { z } from "zod";
import { now } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { offeredPosts } from "~/policy/library";

/** "Later", "Not for me", or neither again. */
export const choiceForm = z.object({ choice: z.enum(["later", "not_for_me", "none"], { error: "errors:field.invalid" }) });

export type Choice = z.infer<typeof choiceForm>["choice"];

/**
 * Keeps a post for later, puts it aside, or takes that back. One silent click: no event, no entry,
 * nothing that anybody else could count.
 * @throws NotFound when the post is not offered to this person
 */
export async function choosePost(actor: Actor, postId: string, choice: Choice): Promise<void> {
  const offered = await query(sql`SELECT 1 FROM post p WHERE p.id = ${postId}::uuid AND ${offeredPosts(actor)}`);
  if (!offered.length) throw new NotFound("post");
  await transaction(async (tx) => {
    const key = { personId: actor.id, postId };
    if (choice === "none") await tx.postChoice.deleteMany({ where: key });
    else {
      const chosen = { choice, chosenAt: now() };
      await tx.postChoice.upsert({ where: { personId_postId: key }, create: { ...key, ...chosen }, update: chosen });
    }
  });
}
