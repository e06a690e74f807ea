import type { z } from "zod";
import { Invalid } from "~/kernel/errors";
import { hasRole, type Actor } from "~/policy/actor";
import { startMessage } from "./drafting.server";
import { asDraft, type newDraftForm, type noticeForm } from "./message-draft";
import { publishMessage } from "./publishing.server";

/** Keeps a new message as a draft. Sent twice it is one. @returns its id @throws Forbidden, Invalid */
export function writeDraft(actor: Actor, kind: "notice" | "message", form: z.infer<typeof newDraftForm>, language: string): Promise<string> {
  return startMessage(actor, { kind, id: form.id, draft: asDraft(form, null, language) });
}

/**
 * A notice in one step: written and published, in the company's language. Where a rule asks for an
 * approval it is kept as a draft instead, and nothing is lost. Sent twice it is one.
 * @throws Forbidden, Invalid
 */
export async function publishNotice(actor: Actor, form: z.infer<typeof noticeForm>, language: string): Promise<{ id: string; isPublished: boolean }> {
  const id = await writeDraft(actor, "notice", form, language);
  // Who only drafts has written it; a publisher sends it.
  if (!hasRole(actor, "publisher")) return { id, isPublished: false };
  try {
    await publishMessage(actor, id, 1);
    return { id, isPublished: true };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { id, isPublished: false };
  }
}
