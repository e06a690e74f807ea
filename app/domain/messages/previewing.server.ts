import { now } from "~/kernel/clock";
import { renderMarkdown } from "~/kernel/markdown.server";
import type { Actor } from "~/policy/actor";
import { chooseVersion } from "./editing-page.server";
import { titleOf, type MessageRecord, type VersionRecord } from "./message-record";
import { chooseLanguage } from "./version";

/** A version as somebody who reads this language gets it; null while it has no text. */
export function articleOf(record: MessageRecord, version: VersionRecord, reader: string) {
  const { company, audience } = record;
  const chosen = chooseLanguage(reader, company.language, version.texts.map(({ language }) => language));
  const text = version.texts.find(({ language }) => language === chosen?.language);
  if (!chosen || !text) return null;
  const only = audience.length === 1 && !audience[0]!.isCompany ? audience[0]!.name : null;
  return {
    id: record.id,
    title: text.title,
    html: renderMarkdown(text.body),
    why: record.why[reader] ?? record.why[company.language] ?? "",
    author: record.author.name,
    publishedAt: record.publishedAt ?? record.publishAt ?? now(),
    forDepartment: version.departmentName ?? only,
    ...chosen,
    asksConfirmation: record.asksConfirmation,
    acknowledgedAt: null,
  };
}

/** The page on which a publisher reads a message as anybody. @throws NotFound for an unknown version */
export function getPreview(actor: Actor, record: MessageRecord, departmentId: string | null, language: string) {
  const version = chooseVersion(record, departmentId);
  const { languages } = record.company;
  const reader = languages.includes(language) ? language : record.company.language;
  return {
    id: record.id,
    title: titleOf(record, actor.language),
    versions: record.variants.map((variant) => ({ departmentId: variant.departmentId, departmentName: variant.departmentName })),
    languages,
    version: version.departmentId,
    reader,
    article: articleOf(record, version, reader),
  };
}
