import { z } from "zod";

/** Building blocks of the modules' form schemas; messages are catalogue keys. */

// Control characters other than tab and line feed, and the marks that turn text round in its line.
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** Text of people: trimmed, unpaired surrogates replaced, invisible controls removed. */
export function cleanText(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd").replace(INVISIBLE, "").trim();
}

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string({ error: "errors:field.required" }));

/** A line or more of text with at most `max` characters. */
export const text = (max: number) =>
  one.transform(cleanText).pipe(z.string().min(1, "errors:field.required").max(max, "errors:field.tooLong"));

/** The same, and it may be left out. */
export const optionalText = (max: number) =>
  z.preprocess((value) => value ?? "", one).transform(cleanText).pipe(z.string().max(max, "errors:field.tooLong"));

/** One line. */
export const line = (max: number) => text(max).transform((value) => value.replace(/\s*\n\s*/g, " "));

/** A checkbox. */
export const checkbox = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().optional()).transform((value) => value !== undefined && value !== "");

/** As the database writes it: decisions compare ids, and one thing must not have two. */
const lowerUuid = z.uuid("errors:field.invalid").lowercase("errors:field.invalid");

export const id = one.pipe(lowerUuid);

export const optionalId = z.preprocess((value) => (Array.isArray(value) ? value[0] : value) || undefined, lowerUuid.optional());

/** Any number of ids; a single value becomes a list of one. */
export const ids = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value.filter(Boolean) : [value]),
  z.array(lowerUuid).max(400, "errors:form.tooMany"),
);

export const isUuid = (value: string | undefined): value is string => lowerUuid.safeParse(value).success;
