import { z } from "zod";
import { id, line, optionalId, optionalText } from "~/kernel/fields";
import { isMailAddress } from "~/kernel/mail/address";

const nothing = (value: string): string | null => value || null;

/** A mail address, or null for people without one. */
export const optionalEmail = optionalText(254)
  .pipe(z.string().refine((text) => text === "" || isMailAddress(text), "admin-people:error.email"))
  .transform(nothing);

/** Spaces say nothing in a personnel number ("20 417"), and an @ would make it a mail address. */
export const optionalPersonnelNumber = optionalText(40)
  .transform((text) => text.replace(/\s/g, ""))
  .pipe(z.string().regex(/^(|[\p{L}\d][\p{L}\d._/-]*)$/u, "admin-people:error.personnelNumber"))
  .transform(nothing);

/** An IANA name that this machine knows, or null for "as the place of work". */
export const optionalTimeZone = optionalText(60)
  .pipe(z.string().refine((name) => name === "" || isTimeZone(name), "errors:field.invalid"))
  .transform(nothing);

export const timeZone = line(60).pipe(z.string().refine(isTimeZone, "errors:field.invalid"));

/** What is typed to say who one is: a mail address or a personnel number. */
export const identifier = line(254).transform((text) => (text.includes("@") ? text : text.replace(/\s/g, "")));

/** A password as typed: never trimmed. */
export const password = z.preprocess(
  (value) => (Array.isArray(value) ? value[0] : value),
  z.string({ error: "errors:field.required" }).min(1, "errors:field.required").max(1000, "auth:password.tooLong"),
);

/** What an administrator writes down about a person. */
export const personDetails = z
  .object({
    givenName: line(60),
    familyName: line(60),
    email: optionalEmail,
    personnelNumber: optionalPersonnelNumber,
    departmentId: id,
    locationId: optionalId.transform((value) => value ?? null),
    jobTitle: optionalText(80).transform(nothing),
    language: line(10),
  })
  // Whoever has neither could never sign in.
  .refine(({ email, personnelNumber }) => email ?? personnelNumber, { path: ["email"], error: "admin-people:error.neither" });

export type PersonDetails = z.infer<typeof personDetails>;

export function isTimeZone(name: string): boolean {
  try {
    // Offsets such as "+02:00" are accepted too, but know nothing of summer.
    return /^[A-Z]/.test(name) && Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
