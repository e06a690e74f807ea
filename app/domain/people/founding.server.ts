import { z } from "zod";
import { now } from "~/kernel/clock";
import type { Tx } from "~/kernel/db.server";
import { recordEvent } from "~/kernel/events.server";
import { line } from "~/kernel/fields";
import { LANGUAGES } from "~/locales/i18n";
import { peopleEvents } from "./events";
import { optionalEmail, timeZone } from "./person-fields";

const language = z.enum(LANGUAGES, "errors:field.invalid");

/** A company and the person who begins it. */
export const founding = z.object({
  companyName: line(80),
  shortName: line(40),
  /** The company's own, and all that people read. */
  language,
  languages: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(language).max(LANGUAGES.length)),
  timeZone,
  givenName: line(60),
  familyName: line(60),
  email: optionalEmail.pipe(z.string("errors:field.required")),
});

export interface Founding extends z.infer<typeof founding> {
  isDemo?: boolean;
  administrator?: { id?: string; personnelNumber?: string; jobTitle?: string };
}

/**
 * Creates the company, the top of its tree (named like it) and its first administrator, who may also
 * publish so that somebody alone can begin. Fails where there is a company already (unique violation).
 */
export async function foundCompany(tx: Tx, found: Founding): Promise<{ administratorId: string; departmentId: string }> {
  const { companyName: name, shortName, language, timeZone, isDemo = false, administrator = {} } = found;
  const languages = [language, ...LANGUAGES.filter((other) => other !== language && found.languages.includes(other))];
  await tx.company.create({ data: { name, shortName, language, languages, timeZone, isDemo, createdAt: now(), firstRunEndedAt: isDemo ? now() : null } });
  const { id: departmentId } = await tx.department.create({ data: { name, createdAt: now() } });
  const { id: administratorId } = await tx.person.create({
    data: {
      ...administrator, givenName: found.givenName, familyName: found.familyName, email: found.email,
      departmentId, language, joinedOn: now(), createdAt: now(), updatedAt: now(),
      roles: { create: [{ role: "administrator", grantedAt: now() }, { role: "publisher", grantedAt: now() }] },
    },
  });
  await recordEvent(tx, {
    type: peopleEvents.companyFounded, actorId: administratorId, subjectKind: "company", subjectId: null,
    payload: { departmentId }, audit: { details: { name, administrator: administratorId } },
  });
  return { administratorId, departmentId };
}
