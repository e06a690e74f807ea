import type { z } from "zod";
import { findActor } from "~/domain/people/actors.server";
import { now } from "~/kernel/clock";
import { query, transaction, type Tx } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { isUuid } from "~/kernel/fields";
import { queueMail } from "~/kernel/mail/outbox.server";
import { renderMail, type MailDraft } from "~/kernel/mail/render.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canAnswerRemarks, publishableMessages, visibleMessages } from "~/policy/messages";
import type { Frame } from "../../../emails/frame";
import { questionAnswered } from "../../../emails/question-answered";
import { questionReceived } from "../../../emails/question-received";
import { LIVE_TOPIC, MESSAGE, messageEvents } from "./events";
import { framesIn } from "~/domain/people/mail-frame.server";
import { titleOf } from "./message-record";
import { factsOf, getRecord } from "./message-record.server";
import { joinOwnVersion } from "./own-version.server";
import type { answerForm, remarkForm } from "./remarks.server";

/**
 * Says or asks something under the reader's own version. A question is mailed to the message's author.
 * @throws NotFound for messages that are not for this reader
 */
export async function addRemark(actor: Actor, messageId: string, remark: z.infer<typeof remarkForm>): Promise<void> {
  const own = await getOwn(actor, messageId);
  const mail =
    remark.kind === "question" && own.authorId !== actor.id
      ? await prepareMail(own.authorId, (frame) =>
          questionReceived(frame, { messageId, messageTitle: own.title, author: nameOf(actor), question: remark.body }))
      : null;
  await transaction(async (tx) => {
    if (!(await insert(tx, { ...remark, messageId, variantId: own.variantId, personId: actor.id, answersId: null }))) return;
    await mail?.(tx);
    await recordEvent(tx, {
      type: messageEvents.remarked, actorId: actor.id, subjectKind: MESSAGE, subjectId: messageId,
      payload: { remarkId: remark.id, kind: remark.kind }, live: { topic: LIVE_TOPIC, people: [own.authorId, actor.id] },
    });
  });
}

/** Answers what was asked or said; whoever did is told, also by mail. @throws NotFound */
export async function answerRemark(actor: Actor, messageId: string, answer: z.infer<typeof answerForm>): Promise<void> {
  if (!isUuid(messageId)) throw new NotFound("message");
  const record = await getRecord(messageId, publishableMessages(actor));
  if (!canAnswerRemarks(actor, factsOf(record))) throw new NotFound("message");
  const [asked] = await query<{ variantId: string; personId: string; body: string }>(sql`
    SELECT variant_id AS "variantId", person_id AS "personId", body FROM message_remark
    WHERE id = ${answer.answersId}::uuid AND message_id = ${messageId}::uuid AND answers_id IS NULL`);
  if (!asked) throw new NotFound("remark");
  const mail =
    asked.personId === actor.id
      ? null
      : await prepareMail(asked.personId, (frame) =>
          questionAnswered(frame, {
            messageId, messageTitle: titleOf(record), question: asked.body, answer: answer.body, author: nameOf(actor),
          }));
  await transaction(async (tx) => {
    const { variantId } = asked;
    if (!(await insert(tx, { ...answer, kind: "comment", messageId, variantId, personId: actor.id }))) return;
    await mail?.(tx);
    await recordEvent(tx, {
      type: messageEvents.answered, actorId: actor.id, subjectKind: MESSAGE, subjectId: messageId,
      payload: { remarkId: answer.id, answersId: answer.answersId }, live: { topic: LIVE_TOPIC, people: [asked.personId, actor.id] },
    });
  });
}

interface NewRemark {
  id: string;
  kind: "comment" | "question";
  body: string;
  messageId: string;
  variantId: string;
  personId: string;
  answersId: string | null;
}

/** @returns false when it stands there already: the form was sent twice */
async function insert(tx: Tx, remark: NewRemark): Promise<boolean> {
  const { count } = await tx.messageRemark.createMany({ data: { ...remark, writtenAt: now() }, skipDuplicates: true });
  return count === 1;
}

async function getOwn(actor: Actor, id: string) {
  if (!isUuid(id)) throw new NotFound("message");
  const rows = await query<{ variantId: string; title: string; authorId: string }>(sql`
    SELECT v.id AS "variantId", t.title, m.author_id AS "authorId"
    FROM ${visibleMessages(actor, sql`AND a.message_id = ${id}::uuid`)}
    JOIN message m ON m.id = seen.message_id ${joinOwnVersion(actor)} LIMIT 1`);
  if (!rows[0]) throw new NotFound("message");
  return rows[0];
}

/** Renders a mail to one person in their language, to be queued with the change; null without an address. */
async function prepareMail(personId: string, compose: (frame: Frame) => MailDraft) {
  const person = await findActor(personId);
  const address = person?.email;
  if (!address) return null;
  const [frame] = await framesIn([person.language]);
  const rendered = await renderMail(compose({ ...frame!, givenName: person.givenName }));
  return async (tx: Tx) => void (await queueMail(tx, { ...rendered, to: { personId, address } }));
}

function nameOf({ givenName, familyName }: Actor): string {
  return `${givenName} ${familyName}`;
}
