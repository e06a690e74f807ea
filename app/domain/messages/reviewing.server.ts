import { z } from "zod";
import { optionalText } from "~/kernel/fields";
import { renderMarkdown } from "~/kernel/markdown.server";
import { insteadOf, type Actor } from "~/policy/actor";
import { approvalHindrance, canApproveMessage } from "~/policy/messages";
import { listApprovers } from "./approvers.server";
import { countedOf, countVersions } from "./audience.server";
import { overviewOf } from "./editing-page.server";
import { LONGEST_NOTE } from "./limits";
import type { MessageRecord } from "./message-record";
import { approvalFactsOf } from "./message-record.server";

/** Whoever declines says why: it is all that the author has to go by. */
export const decisionForm = z
  .object({
    decision: z.enum(["approved", "declined"], "errors:field.required"),
    contentHash: z.string({ error: "errors:field.required" }).regex(/^[0-9a-f]{64}$/, "errors:field.invalid"),
    note: optionalText(LONGEST_NOTE),
  })
  .refine(({ decision, note }) => decision === "approved" || note !== "", { path: ["note"], message: "studio-reviews:errors.noteMissing" });

/** Exactly the content that would be approved, and whether this person may. */
export async function getReviewPage(actor: Actor, record: MessageRecord) {
  const hindrance = approvalHindrance(actor, approvalFactsOf(record));
  const [counts, approvers] = await Promise.all([countVersions(countedOf(record)), listApprovers(record)]);
  return {
    ...overviewOf(record, actor.language),
    contentHash: record.contentHash,
    author: record.author.name,
    authorDepartment: record.author.departmentName,
    why: Object.entries(record.why).map(([language, text]) => ({ language, text })),
    contents: record.variants.map(({ departmentId, departmentName, texts }) => ({
      departmentId,
      departmentName,
      texts: texts.map(({ language, title, body }) => ({ language, title, html: renderMarkdown(body) })),
    })),
    counts,
    hindrance,
    insteadOf: insteadOf(actor, (as) => canApproveMessage(as, approvalFactsOf(record)))?.name ?? null,
    approvers: approvers.map(({ givenName, familyName, departmentName }) => ({ name: `${givenName} ${familyName}`, departmentName })),
    abilities: { canDecide: hindrance === null && record.approval?.decision === "waiting" },
  };
}

export type ReviewPage = Awaited<ReturnType<typeof getReviewPage>>;
