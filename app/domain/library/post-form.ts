import { z } from "zod";
import { cleanText, ids, line, optionalText } from "~/kernel/fields";
import { readLinkAddress } from "./link-address";

/** Texts of a post; enough for LinkedIn, the longest of the networks. */
const CAPTION_LENGTH = 3_000;
const MOST_CAPTIONS = 60;

const optionalLine = (max: number) => optionalText(max).transform((value) => value.replace(/\s*\n\s*/g, " "));
const code = z.string({ error: "errors:field.required" }).regex(/^[a-z-]{1,20}$/, "errors:field.invalid");

const day = optionalText(10)
  .transform((value) => value || null)
  .pipe(z.iso.date("studio-library:error.day").nullable());

const link = optionalText(2_000).transform((typed, context) => {
  const address = typed === "" ? "" : readLinkAddress(typed);
  if (address === null) context.addIssue({ code: "custom", message: "studio-files:link.malformed" });
  return address ?? "";
});

/** One fact a line; empty lines and marks of a list go. */
const facts = optionalText(4_000).transform((typed) =>
  typed.split("\n").map((fact) => fact.replace(/^\s*[-*•–]\s+/, "").trim()).filter(Boolean).join("\n"),
);

/** "#rye, bread soda-water" → "rye bread sodawater". */
const hashtags = optionalText(300).transform((typed) => {
  const tags = typed.split(/[\s,;#＃]+/u).map((tag) => tag.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}_]/gu, ""));
  return [...new Map(tags.filter((tag) => /\p{L}/u.test(tag)).map((tag) => [tag.toLowerCase(), tag])).values()].join(" ");
});

const caption = z.object({
  id: z.preprocess((value) => value || null, z.uuid("errors:field.invalid").nullable()),
  network: z.preprocess((value) => value || null, code.nullable()),
  language: code,
  text: z.string().transform(cleanText).pipe(z.string().max(CAPTION_LENGTH, "errors:field.tooLong")),
});

const content = z.object({
  title: line(120),
  summary: optionalText(400),
  why: optionalText(600),
  language: code,
  linkUrl: link,
  linkTitle: optionalLine(200),
  linkDescription: optionalLine(500),
  pictureAlt: optionalLine(300),
  facts,
  hashtags,
  disclosure: optionalLine(90),
  validFrom: day,
  validUntil: day,
  audience: ids,
  captions: z.array(caption).max(MOST_CAPTIONS, "errors:form.tooMany"),
});

/** The editor's form: the post's content and what is asked of it. */
export const postForm = z.preprocess(
  gatherCaptions,
  content
    .extend({
      revision: z.coerce.number("errors:field.invalid").int().min(1),
      act: z.enum(["save", "preview"]).catch("save"),
      /** The link that the page showed: another one is described anew. */
      linkBefore: optionalText(2_000),
      removePicture: z.preprocess((value) => value === "yes", z.boolean()),
      takePagePicture: z.preprocess((value) => value === "yes", z.boolean()),
    })
    .transform(({ revision, act, linkBefore, removePicture, takePagePicture, ...post }) => ({
      content: post,
      revision,
      wantsPreview: post.linkUrl !== "" && (act === "preview" || post.linkUrl !== linkBefore),
      removePicture,
      takePagePicture,
    }))
    .superRefine(({ content: { validFrom, validUntil } }, context) => {
      if (validFrom && validUntil && validUntil < validFrom)
        context.addIssue({ code: "custom", path: ["validUntil"], message: "studio-library:error.endsBeforeStart" });
    }),
);

export type PostForm = z.infer<typeof postForm>;

/** A new post needs a name only; the rest is written in the editor. */
export const newPostForm = z.object({ title: line(120), language: code });

/** What a decision is about: exactly the content that was on the screen. */
export const approvalForm = z.object({
  contentHash: z.string().regex(/^[\da-f]{64}$/, "errors:field.invalid"),
  decision: z.enum(["approve", "decline"], "errors:field.required"),
  note: optionalText(1_000),
});

/** What is asked for a draft: approval of what was on the screen, or the end of the offer. */
export const postActForm = z.object({
  act: z.enum(["request", "end"], "errors:field.required"),
  revision: z.coerce.number("errors:field.invalid").int().min(1),
});

export interface CaptionRow {
  id: string;
  network: string;
  language: string;
  text: string;
}

const all = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String));

/** The captions as they stand in the form, rows without a text left out. */
export function captionRows(values: Record<string, string | string[]>): CaptionRow[] {
  const [rowIds, networks, languages, texts] = ["captionId", "captionNetwork", "captionLanguage", "captionText"].map((name) => all(values[name])) as
    [string[], string[], string[], string[]];
  const rows = texts.map((text, at) => ({ id: rowIds[at] ?? "", network: networks[at] ?? "", language: languages[at] ?? "", text }));
  return arrange(rows, String(values.arrange ?? "")).filter(({ text }) => text.trim() !== "");
}

/** "up:2", "down:0", "remove:1": what a row's buttons ask for. */
function arrange(rows: CaptionRow[], wish: string): CaptionRow[] {
  const [, verb, index] = /^(up|down|remove):(\d{1,2})$/.exec(wish) ?? [];
  const at = Number(index);
  const row = rows[at];
  if (verb === undefined || row === undefined) return rows;
  const others = rows.filter((_, other) => other !== at);
  return verb === "remove" ? others : others.toSpliced(verb === "up" ? Math.max(0, at - 1) : at + 1, 0, row);
}

function gatherCaptions(values: unknown): unknown {
  return { ...(values as object), captions: captionRows(values as Record<string, string | string[]>) };
}
