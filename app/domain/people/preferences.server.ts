import { z } from "zod";
import { now } from "~/kernel/clock";
import { prisma, query } from "~/kernel/db.server";
import { line, optionalText } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { requireLanguage } from "./joining.server";
import { optionalTimeZone } from "./person-fields";

/** How a person wants Vouch. Without a zone the place of work decides, without a theme the device. */
export const preferences = z.object({
  language: line(10),
  timeZone: optionalTimeZone,
  theme: optionalText(10).pipe(z.enum(["", "light", "dark"], "errors:field.invalid")).transform((theme) => theme || null),
});

/** Everybody changes their own. @throws Invalid at `language` for one that the company does not use */
export async function changePreferences(actor: Actor, change: z.infer<typeof preferences>): Promise<void> {
  await requireLanguage(change.language);
  await prisma.person.update({ where: { id: actor.id }, data: { ...change, updatedAt: now() } });
}

/** The person's own zone; null while their place of work decides. */
export async function findOwnTimeZone(actor: Actor): Promise<string | null> {
  const rows = await query<{ timeZone: string | null }>(sql`SELECT time_zone AS "timeZone" FROM person WHERE id = ${actor.id}::uuid`);
  return rows[0]?.timeZone ?? null;
}
