import { z } from "zod";
import { now } from "~/kernel/clock";
import { Invalid } from "~/kernel/errors";
import { checkbox } from "~/kernel/fields";
import { LANGUAGES } from "~/locales/i18n";
import type { Actor } from "~/policy/actor";
import { changeCompany, settingsVersion } from "./changing.server";

const language = z.enum(LANGUAGES, "errors:field.invalid");

export const languagesForm = settingsVersion.extend({
  language,
  languages: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(language).max(LANGUAGES.length)),
  /** Whoever reads a language that goes, reads the company's from then on. */
  moveReaders: checkbox,
});

/**
 * The languages that people read, the company's own first.
 * @throws Forbidden; Invalid at `languages` while people read one that would go and nothing is said about them
 */
export async function changeLanguages(actor: Actor, { version, language: own, languages: others, moveReaders }: z.infer<typeof languagesForm>): Promise<void> {
  const languages = [own, ...LANGUAGES.filter((other) => other !== own && others.includes(other))];
  await changeCompany(actor, version, { language: own, languages }, async (tx) => {
    const left = { language: { notIn: languages }, deactivatedAt: null };
    if (!moveReaders && (await tx.person.count({ where: left }))) throw new Invalid({ languages: "admin-company:error.languageRead" });
    await tx.person.updateMany({ where: { language: { notIn: languages } }, data: { language: own, updatedAt: now() } });
  });
}
