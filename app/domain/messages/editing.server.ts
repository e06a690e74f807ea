import type { z } from "zod";
import { Conflict } from "~/kernel/errors";
import type { Actor } from "~/policy/actor";
import { paths } from "~/paths";
import { addVariant, removeVariant, saveMessage } from "./drafting.server";
import { getEditable } from "./editing-page.server";
import { asDraft, type editorForm } from "./message-draft";
import { textOf } from "./message-record";

/** The version and language that a page of the editor is about. */
export interface EditorPlace {
  /** The department's id; null is the core version. */
  version: string | null;
  language: string;
}

/** What stands in the message now, beside what was typed: its publisher decides. */
export interface EditConflict {
  revision: number;
  theirs: { why: string; title: string; body: string };
  /** What all versions share differs too: audience, confirmation, mail. */
  isSharedChanged: boolean;
}

export type Edited = { conflict: EditConflict } | { conflict: null; undid: "approval" | "schedule" | null };

/**
 * Saves one page of the editor, and adds or removes a version where that was asked for.
 * @throws NotFound, Invalid
 */
export async function saveEdited(actor: Actor, id: string, place: EditorPlace, form: z.infer<typeof editorForm>): Promise<Edited> {
  try {
    const saved = await saveMessage(actor, id, form.revision, asDraft(form, place.version, place.language));
    const { step, newVersion } = form;
    const next =
      step === "add" && newVersion ? await addVariant(actor, id, saved.revision, newVersion)
      : step === "remove" && place.version ? await removeVariant(actor, id, saved.revision, place.version)
      : null;
    return { conflict: null, undid: saved.undid ?? next?.undid ?? null };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { conflict: await findTheirs(actor, id, place, form) };
  }
}

async function findTheirs(actor: Actor, id: string, { version, language }: EditorPlace, mine: z.infer<typeof editorForm>): Promise<EditConflict> {
  const record = await getEditable(actor, id);
  const text = textOf(record, version, language);
  const audience = record.audience.map((department) => department.id);
  const isSharedChanged =
    record.asksConfirmation !== mine.asksConfirmation || record.sendsMail !== mine.sendsMail || record.isOpenToAll !== mine.isOpenToAll ||
    audience.length !== mine.audience.length || !audience.every((department) => mine.audience.includes(department));
  const theirs = { why: record.why[language] ?? "", title: text?.title ?? "", body: text?.body ?? "" };
  return { revision: record.revision, theirs, isSharedChanged };
}

/** Where the editor leads after saving: on to the tab that was clicked, to the next step, or nowhere. */
export function afterSaving(id: string, place: EditorPlace, { step, newVersion, next }: z.infer<typeof editorForm>): string {
  if (step === "publication") return paths.messagePublication(id);
  if (step === "preview") return paths.messagePreview(id, place.version ?? undefined, place.language);
  if (step === "add" && newVersion) return paths.messageDraft(id, newVersion, place.language);
  if (step === "remove") return paths.messageDraft(id, undefined, place.language);
  const [version, language] = next?.split("~") ?? [place.version ?? "", place.language];
  return paths.messageDraft(id, version, language);
}
