import { discardStarterPosts, writeStarterPost } from "~/domain/library/starters.server";
import { discardStarterMessages, writeStarterMessages } from "~/domain/messages/starters.server";
import { transaction, type Tx } from "~/kernel/db.server";
import { Forbidden } from "~/kernel/errors";
import { recordEvent, type DomainEvent } from "~/kernel/events.server";
import { textsIn } from "~/locales/catalogues.server";
import type { Actor } from "~/policy/actor";
import { canChangeCompany } from "~/policy/company";
import { firstRunEvents } from "./events";

/**
 * Two messages and a post to begin from, as drafts of whoever set the company up, in its language and in
 * the transaction that founds it: they are written once, and never again. Not in a demo company.
 */
export async function writeStarters(tx: Tx, { actorId, payload }: DomainEvent): Promise<void> {
  const company = await tx.company.findUniqueOrThrow({ where: { id: 1 } });
  if (company.isDemo || !actorId) return;
  const t = textsIn(company.language);
  const say = (key: string) => t(key, { company: company.shortName });
  const begun = { authorId: actorId, departmentId: String(payload?.departmentId), language: company.language };
  await writeStarterMessages(tx, begun, [
    { kind: "message", title: say("starters:message.title"), why: say("starters:message.why"), body: say("starters:message.body") },
    { kind: "notice", title: say("starters:notice.title"), why: say("starters:notice.why"), body: say("starters:notice.body") },
  ]);
  await writeStarterPost(tx, begun, {
    title: say("starters:post.title"), summary: say("starters:post.summary"), why: say("starters:post.why"),
    captions: [say("starters:post.caption.first"), say("starters:post.caption.second"), say("starters:post.caption.third")],
  });
  await recordEvent(tx, { type: firstRunEvents.startersWritten, actorId, subjectKind: "company", subjectId: null });
}

/** Takes all starters away that nobody made their own, in one act and for good. Sent twice it is one. @throws Forbidden */
export async function removeStarters(actor: Actor): Promise<void> {
  if (!canChangeCompany(actor)) throw new Forbidden("starters");
  await transaction(async (tx) => {
    const [messages, posts] = [await discardStarterMessages(tx), await discardStarterPosts(tx)];
    if (messages.length + posts.length === 0) return;
    await recordEvent(tx, {
      type: firstRunEvents.startersRemoved, actorId: actor.id, subjectKind: "company", subjectId: null,
      payload: { messages: messages.length, posts: posts.length }, audit: { details: { messages, posts } },
    });
  });
}
