import { z } from "zod";
import { checkbox, cleanText, id, ids, line, optionalId, text } from "~/kernel/fields";
import { LONGEST_BODY, LONGEST_TITLE, LONGEST_WHY } from "./limits";

/** What a writer saves; what is left out stays as it is. */
export interface MessageDraft {
  /** By language; an empty text takes it away. */
  why?: Record<string, string>;
  audienceIds?: string[];
  asksConfirmation?: boolean;
  sendsMail?: boolean;
  isOpenToAll?: boolean;
  /** Without title and body it takes the text away; a department without a version gets one. */
  texts?: DraftText[];
}

export interface DraftText {
  /** Null is the core version. */
  departmentId: string | null;
  language: string;
  title: string;
  body: string;
}

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : (value ?? "")), z.string());
const draftLine = (most: number) =>
  one.transform((value) => cleanText(value).replace(/\s*\n\s*/g, " ")).pipe(z.string().max(most, "errors:field.tooLong"));
const draftText = (most: number) => one.transform(cleanText).pipe(z.string().max(most, "errors:field.tooLong"));

const choices = {
  audience: ids,
  asksConfirmation: checkbox,
  sendsMail: checkbox,
};

/** The editor's page: one version in one language, and what all versions share. Nothing is required yet. */
export const editorForm = z.object({
  ...choices,
  isOpenToAll: checkbox,
  revision: one.transform(Number).pipe(z.number().int().min(1).max(2_000_000_000)),
  title: draftLine(LONGEST_TITLE),
  body: draftText(LONGEST_BODY),
  why: draftText(LONGEST_WHY),
  /** What comes after saving. */
  step: z.enum(["save", "add", "remove", "preview", "publication"]).catch("save"),
  newVersion: optionalId,
  /** The tab that was clicked meanwhile, as "version~language". */
  next: z.string().regex(/^[0-9a-f-]{0,36}~[a-z]{2}$/).optional().catch(undefined),
});

/** A new message kept as a draft. The id comes with the form, so that sending it twice writes one message. */
export const newDraftForm = z.object({
  id,
  ...choices,
  title: draftLine(LONGEST_TITLE),
  body: draftText(LONGEST_BODY),
  why: draftText(LONGEST_WHY),
});

/** A notice that goes out at once: everything is there. */
export const noticeForm = z.object({
  id,
  ...choices,
  audience: ids.refine((list) => list.length > 0, "studio-messages:errors.audienceMissing"),
  title: line(LONGEST_TITLE),
  body: text(LONGEST_BODY),
  why: text(LONGEST_WHY),
});

/** What a form for one version and language saves. */
export function asDraft(form: Omit<z.infer<typeof newDraftForm>, "id"> & { isOpenToAll?: boolean }, departmentId: string | null, language: string): MessageDraft {
  const { audience, asksConfirmation, sendsMail, isOpenToAll, title, body, why } = form;
  return {
    why: { [language]: why },
    audienceIds: audience,
    asksConfirmation,
    sendsMail,
    isOpenToAll,
    texts: [{ departmentId, language, title, body }],
  };
}
