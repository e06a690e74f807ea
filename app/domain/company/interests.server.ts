import { z } from "zod";
import { optionalText } from "~/kernel/fields";
import type { Actor } from "~/policy/actor";
import { changeCompany, settingsVersion } from "./changing.server";

/** As many as one still looks through. */
const MOST = 40;

export const interestsForm = settingsVersion.extend({
  interests: optionalText(2_000)
    .transform((text) => [...new Set(text.split(/[\n,;]/).map((word) => word.trim()).filter(Boolean))])
    .pipe(z.array(z.string().max(40, "admin-company:error.interestLong")).max(MOST, "admin-company:error.interestsMany")),
});

/**
 * What people may say interests them; they choose for themselves, and add own words. Who chose what is taken
 * off the list keeps it as a word of their own. @throws Forbidden, Invalid
 */
export async function changeInterests(actor: Actor, { version, interests }: z.infer<typeof interestsForm>): Promise<void> {
  await changeCompany(actor, version, { interests });
}
