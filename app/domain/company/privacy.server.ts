import { z } from "zod";
import { now } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { Forbidden, Invalid, invalidForm, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { checkbox, optionalText } from "~/kernel/fields";
import { renderMarkdown } from "~/kernel/markdown.server";
import { sql } from "~/kernel/sql";
import { LANGUAGES } from "~/locales/i18n";
import type { Actor } from "~/policy/actor";
import { canChangeCompany } from "~/policy/company";
import { companyEvents } from "./events";

/** Markdown by language. */
export type NoticeTexts = Record<string, string>;

export interface PublishedNotice {
  version: number;
  texts: NoticeTexts;
  asksAcceptance: boolean;
  publishedAt: Date;
}

/** The version in force; null while none is published. One statement. */
export async function findNotice(): Promise<PublishedNotice | null> {
  const rows = await query<PublishedNotice>(sql`
    SELECT version, texts, asks_acceptance AS "asksAcceptance", published_at AS "publishedAt" FROM privacy_notice ORDER BY version DESC LIMIT 1`);
  return rows[0] ?? null;
}

/** In the reader's language, else the company's, else in whichever there is. */
export function noticeFor({ texts }: PublishedNotice, reader: string, company: string): { language: string; html: string } {
  const language = [reader, company].find((each) => texts[each]) ?? Object.keys(texts)[0] ?? company;
  return { language, html: renderMarkdown(texts[language] ?? "", 1) };
}

export interface NoticeDraft {
  texts: NoticeTexts;
  revision: number;
  versions: { version: number; publishedAt: Date; asksAcceptance: boolean; accepted: number }[];
}

/** What is being written, and what was published so far, the newest first. @throws NotFound */
export async function getNoticeDraft(actor: Actor): Promise<NoticeDraft> {
  if (!canChangeCompany(actor)) throw new NotFound("privacy");
  const rows = await query<NoticeDraft>(sql`
    SELECT coalesce((SELECT texts FROM privacy_draft), (SELECT texts FROM privacy_notice ORDER BY version DESC LIMIT 1), '{}') AS texts,
      coalesce((SELECT revision FROM privacy_draft), 0) AS revision,
      coalesce((SELECT json_agg(v) FROM (
        SELECT n.version, n.published_at AS "publishedAt", n.asks_acceptance AS "asksAcceptance",
          (SELECT count(*)::int FROM privacy_acceptance a WHERE a.version = n.version) AS accepted
        FROM privacy_notice n ORDER BY n.version DESC LIMIT 20) v), '[]') AS versions`);
  return rows[0]!;
}

const MOST = 40_000;

export const noticeForm = z.object({
  revision: z.coerce.number("errors:field.invalid").int("errors:field.invalid").min(0, "errors:field.invalid").max(2_000_000_000, "errors:field.invalid"),
  intent: z.enum(["save", "publish"], "errors:field.invalid"),
  asksAcceptance: checkbox,
  ...(Object.fromEntries(LANGUAGES.map((language) => [`text_${language}`, optionalText(MOST)])) as Record<`text_${(typeof LANGUAGES)[number]}`, ReturnType<typeof optionalText>>),
});

/**
 * Saves what is typed, and publishes it as the next version where that is meant.
 * @throws Forbidden; Invalid when somebody saved since, or the company's language has no text
 */
export async function writeNotice(actor: Actor, { revision, intent, asksAcceptance, ...fields }: z.infer<typeof noticeForm>): Promise<void> {
  if (!canChangeCompany(actor)) throw new Forbidden("privacy");
  const texts = Object.fromEntries(LANGUAGES.flatMap((language) => (fields[`text_${language}`] ? [[language, fields[`text_${language}`]]] : []))) as NoticeTexts;
  await transaction(async (tx) => {
    // Locked first: of two who publish at once the second one finds another revision.
    const { language } = (await tx.$queryRaw<{ language: string }[]>`SELECT language FROM company WHERE id = 1 FOR UPDATE`)[0]!;
    const before = await tx.privacyDraft.findUnique({ where: { id: 1 } });
    if ((before?.revision ?? 0) !== revision) throw invalidForm("admin-company:error.changedMeanwhile");
    const draft = { texts, revision: revision + 1, updatedAt: now() };
    await tx.privacyDraft.upsert({ where: { id: 1 }, create: { id: 1, ...draft }, update: draft });
    if (intent === "save") return;
    if (!texts[language]) throw new Invalid({ [`text_${language}`]: "admin-company:error.noticeLanguage" });
    const last = await tx.privacyNotice.findFirst({ orderBy: { version: "desc" }, select: { version: true } });
    const version = (last?.version ?? 0) + 1;
    await tx.privacyNotice.create({ data: { version, texts, asksAcceptance, publishedById: actor.id, publishedAt: now() } });
    if (asksAcceptance) await tx.company.update({ where: { id: 1 }, data: { privacyAsked: version } });
    await recordEvent(tx, {
      type: companyEvents.privacyPublished, actorId: actor.id, subjectKind: "privacy-notice", subjectId: null,
      payload: { version, asksAcceptance }, audit: { details: { version, asksAcceptance, languages: Object.keys(texts) } },
    });
  });
}

export const acceptance = z.object({ version: z.coerce.number("errors:field.invalid").int("errors:field.invalid").min(1, "errors:field.invalid").max(2_000_000_000, "errors:field.invalid") });

/** On record with version and time; twice is once. @throws Invalid when another version is asked for meanwhile */
export async function acceptNotice(actor: Actor, version: number): Promise<void> {
  await transaction(async (tx) => {
    const latest = await tx.privacyNotice.findFirst({ orderBy: { version: "desc" }, select: { version: true } });
    if (latest?.version !== version) throw invalidForm("auth:notice.changed");
    const { count } = await tx.privacyAcceptance.createMany({ data: [{ personId: actor.id, version, acceptedAt: now() }], skipDuplicates: true });
    if (count === 0) return;
    await recordEvent(tx, {
      type: companyEvents.privacyAccepted, actorId: actor.id, subjectKind: "person", subjectId: actor.id, payload: { version }, audit: { details: { version } },
    });
  });
}
