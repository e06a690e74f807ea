import { z } from "zod";
import { shownFamilyName, shownGivenName, shownPhoto, shownProfile } from "~/domain/people/shown-names.server";
import { now } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { Forbidden, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { checkbox, id, text } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import { inStead, type Actor } from "~/policy/actor";
import { canAnswerWin, canModerateWins, canRemoveComment, visibleWins } from "~/policy/wins";
import { WIN, winEvents } from "./events";
import { LONGEST_COMMENT } from "./limits";
import { REACTIONS, type ReactionCount, type ReactionKind } from "./reactions";
import { getWin } from "./win-facts.server";

/** The form says what is wanted and not "the other way round": sent twice it does the same. */
export const reactionForm = z.object({ kind: z.enum(REACTIONS, "errors:field.invalid"), wanted: checkbox });
export const commentForm = z.object({ id, body: text(LONGEST_COMMENT) });
export const commentRemoval = z.object({ commentId: id });

/**
 * Adds the reader's reaction or takes it away: one statement, one row of their own, no counter that others
 * wait for. @returns all of the win's reactions. @throws NotFound for what they may not see, or is removed
 */
export async function react(actor: Actor, winId: string, kind: ReactionKind, wanted: boolean): Promise<ReactionCount[]> {
  const me = sql`${actor.id}::uuid`;
  // A statement sees the table as it was before it: its own row is counted apart.
  const rows = await query<{ reactions: ReactionCount[] }>(sql`
    WITH answered AS (
      SELECT w.id FROM win w WHERE w.id = ${winId}::uuid AND w.removed_at IS NULL AND ${visibleWins(actor)}
    ), added AS (
      INSERT INTO win_reaction (win_id, kind, person_id, reacted_at)
      SELECT id, ${kind}::text, ${me}, ${now()}::timestamptz FROM answered WHERE ${wanted}::boolean ON CONFLICT DO NOTHING
    ), taken AS (
      DELETE FROM win_reaction r USING answered a WHERE r.win_id = a.id AND r.kind = ${kind}::text AND r.person_id = ${me} AND NOT ${wanted}::boolean
    )
    SELECT coalesce((SELECT json_agg(json_build_object('kind', c.kind, 'count', c.count, 'isOwn', c.own)) FROM (
      SELECT each.kind, count(*)::int AS count, bool_or(each.person_id = ${me}) AS own FROM (
        SELECT kind, person_id FROM win_reaction WHERE win_id = a.id AND NOT (kind = ${kind}::text AND person_id = ${me})
        UNION ALL SELECT ${kind}::text, ${me} WHERE ${wanted}::boolean) AS each
      GROUP BY each.kind) AS c), '[]') AS reactions
    FROM answered a`);
  if (!rows[0]) throw new NotFound("win");
  return rows[0].reactions;
}

/** Says something under a win. Sent twice it stands once. @throws NotFound, Forbidden */
export async function addComment(actor: Actor, winId: string, comment: z.infer<typeof commentForm>): Promise<void> {
  if (!canAnswerWin(actor, await getWin(actor, winId))) throw new Forbidden("win");
  await transaction(async (tx) => {
    const { count } = await tx.winComment.createMany({ data: { ...comment, winId, personId: actor.id, writtenAt: now() }, skipDuplicates: true });
    if (count) await recordEvent(tx, { type: winEvents.commented, actorId: actor.id, subjectKind: WIN, subjectId: winId, payload: { commentId: comment.id } });
  });
}

/** Takes one's own comment back, or a moderator's removal. @throws NotFound */
export async function removeComment(actor: Actor, winId: string, commentId: string): Promise<void> {
  await getWin(actor, winId);
  await transaction(async (tx) => {
    const comment = await tx.winComment.findFirst({ where: { id: commentId, winId } });
    if (!comment || !canRemoveComment(actor, comment)) throw new NotFound("comment");
    if (comment.removedAt) return;
    await tx.winComment.update({ where: { id: commentId }, data: { removedAt: now(), removedById: actor.id } });
    await recordEvent(tx, {
      type: winEvents.commentRemoved, actorId: actor.id, subjectKind: WIN, subjectId: winId, payload: { commentId },
      ...(comment.personId !== actor.id && { audit: { details: { commentId, ...inStead(actor, canModerateWins) } } }),
    });
  });
}

export interface WinCommentView {
  id: string;
  body: string;
  writtenAt: Date;
  personId: string;
  givenName: string;
  familyName: string;
  departmentName: string;
  /** The writer's id while their profile opens. */
  profile: string | null;
  photo: string | null;
  mayRemove: boolean;
}

const PAGE = 30;

/** What was said under a win, oldest first, the newest page of it. @param before the oldest shown so far */
export async function listComments(actor: Actor, winId: string, before?: string): Promise<{ comments: WinCommentView[]; older: string | null }> {
  const earlier = before ? sql`AND (c.written_at, c.id) < (SELECT written_at, id FROM win_comment WHERE id = ${before}::uuid)` : sql``;
  const language = sql`${actor.language}::text`;
  const rows = await query<WinCommentView>(sql`
    SELECT c.id, c.body, c.written_at AS "writtenAt", c.person_id AS "personId", ${shownGivenName("p", language)} AS "givenName", ${shownFamilyName("p", language)} AS "familyName",
      ${shownProfile()} AS profile, ${shownPhoto()} AS photo, d.name AS "departmentName", (c.person_id = ${actor.id}::uuid OR ${canModerateWins(actor)}::boolean) AS "mayRemove"
    FROM win_comment c JOIN person p ON p.id = c.person_id JOIN department d ON d.id = p.department_id
    WHERE c.win_id = ${winId}::uuid AND c.removed_at IS NULL ${earlier}
    ORDER BY c.written_at DESC, c.id DESC LIMIT ${PAGE + 1}::int`);
  const comments = rows.slice(0, PAGE).reverse();
  return { comments, older: rows.length > PAGE ? comments[0]!.id : null };
}
