import { after, now } from "~/kernel/clock";
import type { Actor } from "~/policy/actor";
import { countedOf, countVersions } from "./audience.server";
import { overviewOf } from "./editing-page.server";
import type { MessageRecord } from "./message-record";
import { RECALL_WINDOW } from "./publishing.server";
import { listAllRemarks } from "./remarks.server";

/** What its publishers see of a message that is out, apart from its figures. Two statements after the record. */
export async function getPublishedPage(actor: Actor, record: MessageRecord, before: string | null) {
  const [counts, remarks] = await Promise.all([
    countVersions(countedOf(record)),
    listAllRemarks(actor, record.id, before ?? undefined),
  ]);
  const recallUntil = after(RECALL_WINDOW, record.publishedAt!);
  const millisecondsLeft = record.mailedAt ? 0 : Math.max(0, recallUntil.getTime() - now().getTime());
  return {
    ...overviewOf(record, actor.language),
    author: record.author.name,
    publishedAt: record.publishedAt!,
    mailedAt: record.mailedAt,
    secondsToRecall: Math.ceil(millisecondsLeft / 1000),
    counts,
    remarks,
    /** For the forms of answers: each is sent under an id of its own. */
    answerIds: Object.fromEntries(remarks.remarks.map(({ id }) => [id, crypto.randomUUID()])),
  };
}

export type PublishedPage = Awaited<ReturnType<typeof getPublishedPage>>;
