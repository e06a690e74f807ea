import { paths } from "~/paths";
import { approvalState, textOf, type MessageRecord } from "./message-record";

/** What stands between a message and its readers, and where it is put right. */
export interface Blocker {
  what:
    | "whyMissing"
    | "audienceMissing"
    | "titleMissing"
    | "textMissing"
    | "approvalNeeded"
    | "approvalChanged"
    | "approvalWaiting"
    | "approvalDeclined";
  /** The version it is about, by the name of its department; null is the core version. */
  version?: string | null;
  /** The language it is about. */
  language?: string;
  /** The page and the place on it where it is put right. */
  to: string;
}

/** What is missing in the content itself: the why, the audience, and each version in the company's language. */
export function contentBlockers(record: MessageRecord): Blocker[] {
  const { id, company, variants } = record;
  const { language } = company;
  const blockers: Blocker[] = [];
  if (!record.why[language]) blockers.push({ what: "whyMissing", language, to: `${paths.messageDraft(id, undefined, language)}#why` });
  if (record.audience.length === 0) blockers.push({ what: "audienceMissing", to: `${paths.messageDraft(id)}#audience` });
  for (const { departmentId, departmentName, texts } of variants) {
    // A text that was begun in any language must be whole before somebody is given it.
    const languages = new Set([language, ...texts.map((text) => text.language)]);
    for (const each of languages) {
      const text = textOf(record, departmentId, each);
      const about = { version: departmentName, language: each };
      const page = paths.messageDraft(id, departmentId ?? undefined, each);
      if (!text?.title) blockers.push({ what: "titleMissing", ...about, to: `${page}#title` });
      if (!text?.body) blockers.push({ what: "textMissing", ...about, to: `${page}#text` });
    }
  }
  return blockers;
}

/** What is missing before it may go out: the content, and an approval of exactly this content where a rule asks for one. */
export function publicationBlockers(record: MessageRecord): Blocker[] {
  const to = `${paths.messagePublication(record.id)}#approval`;
  const waits: Partial<Record<ReturnType<typeof approvalState>, Blocker["what"]>> = {
    needed: "approvalNeeded",
    changed: "approvalChanged",
    declined: "approvalDeclined",
    ...(record.rules.length > 0 ? { waiting: "approvalWaiting" } : {}),
  };
  const wait = waits[approvalState(record)];
  return [...contentBlockers(record), ...(wait ? [{ what: wait, to }] : [])];
}
