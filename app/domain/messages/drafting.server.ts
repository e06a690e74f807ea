import { now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { Conflict, Forbidden, Invalid, invalidForm, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import type { JsonObject } from "~/kernel/json";
import { sql } from "~/kernel/sql";
import { removeJob } from "~/kernel/queue.server";
import type { Actor } from "~/policy/actor";
import { canEditMessage, canWriteMessages } from "~/policy/messages";
import { changeMessage, settle, type Changed } from "./changing.server";
import { MESSAGE, messageEvents } from "./events";
import type { DraftText, MessageDraft } from "./message-draft";
import type { MessageRecord } from "./message-record";
import { factsOf, lockRecord, readRecord } from "./message-record.server";
import { publicationJobKey } from "./publication-job";

export interface NewMessage {
  kind: "notice" | "message";
  /** Chosen by the form, so that sending it twice starts one message. */
  id?: string;
  draft?: MessageDraft;
}

/**
 * Starts a message with its core version, and with what was typed so far.
 * @returns its id @throws Forbidden, Invalid, Conflict (the id is another message's)
 */
export async function startMessage(actor: Actor, { kind, id = crypto.randomUUID(), draft }: NewMessage): Promise<string> {
  if (!canWriteMessages(actor)) throw new Forbidden("write messages");
  return transaction(async (tx) => {
    const inserted = await tx.$executeRaw(sql`
      INSERT INTO message (id, kind, author_id, revision, content_hash, created_at, updated_at)
      VALUES (${id}::uuid, ${kind}::message_kind, ${actor.id}::uuid, 0, '', ${now()}::timestamptz, ${now()}::timestamptz)
      ON CONFLICT (id) DO NOTHING`);
    if (!inserted) {
      const there = await tx.message.findUnique({ where: { id }, select: { authorId: true } });
      if (there?.authorId !== actor.id) throw new Conflict("message id");
      return id;
    }
    await tx.variant.create({ data: { messageId: id } });
    const record = await readRecord(tx, id);
    if (draft) await apply(tx, actor, record, draft);
    await settle(tx, actor, record);
    await recordEvent(tx, { type: messageEvents.started, actorId: actor.id, subjectKind: MESSAGE, subjectId: id });
    return id;
  });
}

/**
 * Saves what a writer typed, all of it or nothing.
 * @param revision the one the writer saw @throws NotFound, Conflict, Invalid
 */
export function saveMessage(actor: Actor, id: string, revision: number, draft: MessageDraft): Promise<Changed> {
  return changeMessage(actor, id, revision, (tx, record) => apply(tx, actor, record, draft));
}

/** Gives a department (and everything under it) a version of its own. @throws NotFound, Conflict, Invalid */
export function addVariant(actor: Actor, id: string, revision: number, departmentId: string): Promise<Changed> {
  return changeMessage(actor, id, revision, (tx, record) => createVariants(tx, record, [departmentId]));
}

/** Takes a department's version away: its people get the next one up the tree. @throws NotFound, Conflict */
export function removeVariant(actor: Actor, id: string, revision: number, departmentId: string): Promise<Changed> {
  return changeMessage(actor, id, revision, async (tx) => {
    await tx.variant.deleteMany({ where: { messageId: id, departmentId } });
  });
}

/** Throws a message away that never came out. @throws NotFound, Invalid (it is published) */
export async function discardDraft(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const record = await lockRecord(tx, id);
    if (!canEditMessage(actor, factsOf(record))) throw new NotFound("message");
    if (record.state === "published") throw invalidForm("studio-messages:errors.published");
    await removeJob(tx, publicationJobKey(id));
    await tx.message.delete({ where: { id } });
    await recordEvent(tx, { type: messageEvents.discarded, actorId: actor.id, subjectKind: MESSAGE, subjectId: id, audit: {} });
  });
}

async function apply(tx: Tx, actor: Actor, record: MessageRecord, draft: MessageDraft): Promise<void> {
  const { languages } = record.company;
  const named = [...Object.keys(draft.why ?? {}), ...(draft.texts ?? []).map(({ language }) => language)];
  if (named.some((language) => !languages.includes(language))) throw invalidForm("studio-messages:errors.language");
  if (draft.audienceIds) await saveAudience(tx, actor, record, draft.audienceIds);
  if (draft.texts) await saveTexts(tx, record, draft.texts);
  const why = Object.entries({ ...record.why, ...draft.why }).filter(([, text]) => text !== "");
  const { asksConfirmation, sendsMail, isOpenToAll } = draft;
  await tx.message.update({
    where: { id: record.id },
    data: { why: Object.fromEntries(why) as JsonObject, asksConfirmation, sendsMail, isOpenToAll },
  });
}

/** Departments under another one of the list are left out: who is meant twice is meant once. */
async function saveAudience(tx: Tx, actor: Actor, record: MessageRecord, audienceIds: string[]): Promise<void> {
  const found = await tx.$queryRaw<{ id: string; path: string[] }[]>(sql`
    SELECT d.id, ARRAY(SELECT ancestor_id::text FROM department_closure WHERE descendant_id = d.id ORDER BY depth) AS path
    FROM department d WHERE d.id = ANY(${audienceIds}::uuid[])`);
  const chosen = new Set(audienceIds);
  if (found.length !== chosen.size) throw new Invalid({ audience: "studio-messages:errors.audienceUnknown" });
  const audience = found.filter(({ path }) => !path.slice(1).some((above) => chosen.has(above)));
  const facts = { authorId: record.author.id, audience: audience.map(({ path }) => path) };
  if (!canEditMessage(actor, facts)) throw new Invalid({ audience: "studio-messages:errors.audienceScope" });
  const ids = audience.map(({ id }) => id);
  await tx.messageAudience.deleteMany({ where: { messageId: record.id, departmentId: { notIn: ids } } });
  await tx.messageAudience.createMany({ data: ids.map((departmentId) => ({ messageId: record.id, departmentId })), skipDuplicates: true });
}

async function saveTexts(tx: Tx, record: MessageRecord, texts: DraftText[]): Promise<void> {
  const known = new Set(record.variants.map(({ departmentId }) => departmentId));
  const added = texts.flatMap(({ departmentId, title, body }) => (departmentId && !known.has(departmentId) && (title || body) ? [departmentId] : []));
  if (added.length) await createVariants(tx, record, [...new Set(added)]);
  const rows = JSON.stringify(texts.map(({ departmentId, ...text }) => ({ department_id: departmentId, ...text })));
  const meant = sql`jsonb_to_recordset(${rows}::jsonb) AS x(department_id uuid, language text, title text, body text)
    JOIN variant v ON v.message_id = ${record.id}::uuid AND v.department_id IS NOT DISTINCT FROM x.department_id`;
  await tx.$executeRaw(sql`
    DELETE FROM variant_text t USING ${meant}
    WHERE t.variant_id = v.id AND t.language = x.language AND x.title = '' AND x.body = ''`);
  await tx.$executeRaw(sql`
    INSERT INTO variant_text (variant_id, language, title, body)
    SELECT v.id, x.language, x.title, x.body FROM ${meant} WHERE x.title <> '' OR x.body <> ''
    ON CONFLICT (variant_id, language) DO UPDATE SET title = excluded.title, body = excluded.body`);
}

/** @throws Invalid when a department is unknown, or a notice would get a second version */
async function createVariants(tx: Tx, record: MessageRecord, departmentIds: string[]): Promise<void> {
  const known = await tx.department.count({ where: { id: { in: departmentIds } } });
  if (known !== departmentIds.length) throw new Invalid({ department: "studio-messages:errors.departmentUnknown" });
  if (record.kind === "notice") await tx.message.update({ where: { id: record.id }, data: { kind: "message" } });
  // The unique index is on an expression, which Prisma's skipDuplicates knows by ON CONFLICT DO NOTHING.
  await tx.variant.createMany({ data: departmentIds.map((departmentId) => ({ messageId: record.id, departmentId })), skipDuplicates: true });
}
