import { inTreeOrder } from "~/domain/people/tree-order";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { removePictureFiles } from "~/kernel/pictures/storing.server";
import { empty, sql } from "~/kernel/sql";
import { writingScope, type Actor } from "~/policy/actor";
import { editablePosts } from "~/policy/library";
import { preparePicture, withDescription, type LinkDescription } from "./describing.server";
import { savePost, type SavedPost } from "./drafting.server";
import type { PostRules } from "./post";
import type { PostForm } from "./post-form";

export interface EditablePost {
  id: string;
  pictureId: string | null;
}

/** Asked before anything costly is done for an edit. One statement. @throws NotFound */
export async function getEditablePost(actor: Actor, id: string): Promise<EditablePost> {
  const rows = await query<EditablePost>(sql`
    SELECT p.id, p.picture_id AS "pictureId" FROM post p WHERE p.id = ${id}::uuid AND ${editablePosts(actor)}`);
  if (!rows[0]) throw new NotFound("post");
  return rows[0];
}

export interface EditMaterial {
  /** A picture that was chosen. */
  uploaded?: Buffer;
  /** What the link's page said, where it was asked. */
  described: LinkDescription | null;
}

/** Saves what the editor's form holds, with its new picture. @throws as savePost; Invalid at `picture` */
export async function editPost(actor: Actor, post: EditablePost, form: PostForm, { uploaded, described }: EditMaterial, rules: PostRules): Promise<SavedPost> {
  const page = described?.ok ? described : null;
  const wantsPagePicture = post.pictureId === null || form.takePagePicture;
  const picture = await preparePicture({ uploaded, remove: form.removePicture, ofPage: wantsPagePicture ? page?.image : null });
  const edit = { revision: form.revision, content: withDescription(form.content, described), picture, isLinkFetched: page !== null };
  try {
    return await savePost(actor, post.id, edit, rules);
  } catch (error) {
    // Files without a row: nobody was told their id.
    if (picture) await removePictureFiles(picture).catch(() => undefined);
    throw error;
  }
}

export interface AudienceChoice {
  id: string;
  name: string;
  depth: number;
}

/** The departments within this publisher's part of the tree, in tree order. One statement. */
export async function listAudienceChoices(actor: Actor): Promise<AudienceChoice[]> {
  const scope = writingScope(actor);
  const within = sql`WHERE EXISTS (
    SELECT 1 FROM department_closure c WHERE c.descendant_id = d.id AND c.ancestor_id = ANY(${scope}::uuid[]))`;
  const rows = await query<{ id: string; name: string; parentId: string | null }>(sql`
    SELECT d.id, d.name, d.parent_id AS "parentId" FROM department d ${scope === null ? empty : within}`);
  const known = new Set(rows.map(({ id }) => id));
  // The top of a part of the tree has its parent outside of it.
  const branches = rows.map((row) => ({ ...row, parentId: row.parentId !== null && known.has(row.parentId) ? row.parentId : null }));
  return inTreeOrder(branches, actor.language).map(({ id, name, depth }) => ({ id, name, depth }));
}
