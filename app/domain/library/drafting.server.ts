import { randomUUID } from "node:crypto";
import { now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { Forbidden, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { refuseStale } from "~/kernel/revision";
import { removePictureFiles, forgetPicture, storePicture, type PlacedPicture, type StoredPicture } from "~/kernel/pictures/storing.server";
import { writingScope, type Actor } from "~/policy/actor";
import { canEditPost, canWritePosts } from "~/policy/library";
import { changedParts, hashPost } from "./content-hash.server";
import { checkContent } from "./content-rules.server";
import { libraryEvents } from "./events";
import { linkHost } from "./link-address";
import type { PostContent, PostPart, PostRecord, PostRules, StoredContent } from "./post";
import { approvalFacts, lockPostRecord } from "./post-record.server";
import { validMoments } from "./validity";

/**
 * Begins a draft for the whole of the publisher's part of the tree.
 * @returns its id. @throws Forbidden
 */
export async function startPost(actor: Actor, first: Pick<PostContent, "title" | "language">): Promise<string> {
  if (!canWritePosts(actor)) throw new Forbidden("post");
  return transaction(async (tx) => {
    const id = randomUUID();
    const scope = writingScope(actor) ?? (await tx.department.findMany({ where: { parentId: null } })).map((root) => root.id);
    const content: StoredContent = { ...emptyContent, ...first, audience: scope };
    const { title, language } = first;
    await tx.post.create({
      data: {
        id, title, language, authorId: actor.id, contentHash: hashPost(content), createdAt: now(), updatedAt: now(),
        audience: { create: scope.map((departmentId) => ({ departmentId })) },
        editors: { create: { personId: actor.id, editedAt: now() } },
      },
    });
    await recordEvent(tx, {
      type: libraryEvents.started, actorId: actor.id, subjectKind: "post", subjectId: id, live: { topic: "library", people: [actor.id] },
    });
    return id;
  });
}

/** A post before anything is written. */
export const emptyContent: Omit<StoredContent, "title" | "language" | "audience"> = {
  summary: "", why: "", linkUrl: "", linkTitle: "", linkDescription: "", pictureId: null, pictureAlt: "", facts: "",
  hashtags: "", disclosure: "", validFrom: null, validUntil: null, captions: [],
};

export interface PostEdit {
  /** The revision that the editor had on the screen. */
  revision: number;
  content: PostContent;
  /** Another picture; null takes it away, nothing keeps it. */
  picture?: PlacedPicture | null;
  /** The link was just described by its own page. */
  isLinkFetched?: boolean;
}

export interface SavedPost {
  revision: number;
  /** Nothing changed: nothing was written, no approval touched. */
  isUnchanged: boolean;
  /** What the edit made void: a wait, or an approval (and the post is off offer). */
  voided: "waiting" | "approved" | null;
}

/**
 * Saves a draft as a whole. Any change voids its approval, and takes it off offer at once.
 * @throws NotFound, also for those who may not edit it; Conflict when somebody saved since; Invalid by field
 */
export async function savePost(actor: Actor, id: string, edit: PostEdit, rules: PostRules): Promise<SavedPost> {
  let replaced: StoredPicture | null = null;
  const saved = await transaction(async (tx) => {
    replaced = null;
    const before = await lockPostRecord(tx, id);
    if (!before || !canEditPost(actor, approvalFacts(before, now()))) throw new NotFound("post");
    const after = asStored(actor, before, edit);
    const parts = changedParts(before, after);
    refuseStale("post", { isStale: before.revision !== edit.revision, changes: parts.length > 0 });
    await checkContent(tx, actor, before, after, rules);
    if (parts.length === 0) return { revision: before.revision, isUnchanged: true, voided: null };
    if (edit.picture) await storePicture(tx, edit.picture, actor.id);
    await writeContent(tx, actor, before, after, edit.isLinkFetched ?? false);
    if (parts.includes("picture") && before.pictureId) replaced = await forgetPicture(tx, before.pictureId);
    const voided = await voidApprovals(tx, actor, before, parts);
    await recordEdit(tx, actor, before, after, parts, voided);
    return { revision: before.revision + 1, isUnchanged: false, voided };
  });
  // The row is gone, so nobody can ask for these files; what can't be removed only costs room.
  if (replaced) await removePictureFiles(replaced).catch(() => undefined);
  return saved;
}

function asStored(actor: Actor, before: PostRecord, { content, picture }: PostEdit): StoredContent {
  const pictureId = picture === undefined ? before.pictureId : (picture?.id ?? null);
  const known = new Set(before.captions.map((caption) => caption.id));
  const captions = content.captions.map(({ id, ...caption }) => {
    // A caption keeps its id, and with it what is known of its use; one of another post is a new one here.
    const kept = id !== null && known.delete(id) ? id : randomUUID();
    return { ...caption, id: kept };
  });
  return { ...content, ...validMoments(content, before, actor.timeZone), pictureId, captions };
}

async function writeContent(tx: Tx, actor: Actor, before: PostRecord, after: StoredContent, isLinkFetched: boolean): Promise<void> {
  const { captions, audience, ...words } = after;
  const postId = before.id;
  await tx.post.update({
    where: { id: postId },
    data: {
      ...words, linkHost: linkHost(after.linkUrl), contentHash: hashPost(after), revision: before.revision + 1,
      ...(isLinkFetched ? { linkFetchedAt: now() } : {}), state: "draft", approvedAt: null, isStarter: false, updatedAt: now(),
    },
  });
  await tx.postAudience.deleteMany({ where: { postId } });
  await tx.postAudience.createMany({ data: [...new Set(audience)].map((departmentId) => ({ postId, departmentId })) });
  await tx.caption.deleteMany({ where: { postId } });
  await tx.caption.createMany({ data: captions.map((caption, position) => ({ ...caption, postId, position })) });
  const editor = { postId, personId: actor.id };
  await tx.postEditor.upsert({ where: { postId_personId: editor }, create: { ...editor, editedAt: now() }, update: { editedAt: now() } });
}

/** Whoever decided stays on record beside the edit that made their decision void. */
async function voidApprovals(tx: Tx, actor: Actor, before: PostRecord, parts: PostPart[]): Promise<SavedPost["voided"]> {
  const { count } = await tx.postApproval.updateMany({
    where: { postId: before.id, OR: [{ decision: "waiting" }, { decision: "approved", contentHash: before.contentHash }] },
    data: { decision: "void", voidedById: actor.id, voidedAt: now(), voidedParts: parts },
  });
  if (count === 0) return null;
  return before.state === "in_review" ? "waiting" : "approved";
}

async function recordEdit(tx: Tx, actor: Actor, before: PostRecord, after: StoredContent, parts: PostPart[], voided: SavedPost["voided"]) {
  const about = { actorId: actor.id, subjectKind: "post", subjectId: before.id } as const;
  const people = [...new Set([actor.id, before.author.id, ...before.editors.map((editor) => editor.id)])];
  await recordEvent(tx, { ...about, type: libraryEvents.edited, payload: { parts, revision: before.revision + 1 }, live: { topic: "library", people } });
  if (voided === null) return;
  await recordEvent(tx, {
    ...about, type: libraryEvents.approvalVoided, payload: { parts, wasApproved: voided === "approved" },
    ...(voided === "approved" ? { audit: { details: { parts, contentHash: before.contentHash, newContentHash: hashPost(after) } } } : {}),
    live: { topic: "library" },
  });
}
