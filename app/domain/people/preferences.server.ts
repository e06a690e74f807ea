import { z } from "zod";
import { now } from "~/kernel/clock";
import { prisma, query } from "~/kernel/db.server";
import { line, optionalText } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { requireLanguage } from "./joining.server";
import { optionalTimeZone } from "./person-fields";

const clock = optionalText(5).pipe(z.string().regex(/^(|([01]\d|2[0-3]):[0-5]\d)$/, "errors:field.invalid"));

/** How a person wants Vouch. Without a zone the place of work decides, without a theme the device. */
export const preferences = z
  .object({
    language: line(10),
    timeZone: optionalTimeZone,
    theme: optionalText(10).pipe(z.enum(["", "light", "dark"], "errors:field.invalid")).transform((theme) => theme || null),
    /** When mail about messages waits: as the company does, between hours of one's own, or never. */
    quiet: z.enum(["company", "own", "none"], "errors:field.required"),
    quietFrom: clock,
    quietUntil: clock,
  })
  .superRefine(({ quiet, quietFrom, quietUntil }, context) => {
    if (quiet !== "own") return;
    const fault = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (!quietFrom) fault("quietFrom", "errors:field.required");
    if (!quietUntil) fault("quietUntil", "errors:field.required");
    if (quietFrom && quietFrom === quietUntil) fault("quietUntil", "settings:quiet.same");
  })
  .transform(({ quiet, quietFrom, quietUntil, ...rest }) => ({
    ...rest, quietHours: quiet === "company" ? null : quiet === "none" ? "none" : `${quietFrom}-${quietUntil}`,
  }));

/** Everybody changes their own. @throws Invalid at `language` for one that the company does not use */
export async function changePreferences(actor: Actor, change: z.infer<typeof preferences>): Promise<void> {
  await requireLanguage(change.language);
  await prisma.person.update({ where: { id: actor.id }, data: { ...change, updatedAt: now() } });
}

export interface OwnPreferences {
  /** Null while the place of work decides. */
  timeZone: string | null;
  quiet: "company" | "own" | "none";
  /** Of one's own hours, else empty. */
  quietFrom: string;
  quietUntil: string;
  /** "20:00" to "07:00", or null where the company has none. */
  companyQuiet: { from: string; until: string } | null;
}

/** What the person chose, beside what holds without a choice. One statement. */
export async function findOwnPreferences(actor: Actor): Promise<OwnPreferences> {
  const [row] = await query<{ timeZone: string | null; own: string | null; from: string | null; until: string | null }>(sql`
    SELECT p.time_zone AS "timeZone", p.quiet_hours AS own, c.quiet_from AS "from", c.quiet_until AS "until"
    FROM person p CROSS JOIN company c WHERE p.id = ${actor.id}::uuid`);
  const [quietFrom = "", quietUntil = ""] = row?.own?.includes(":") ? row.own.split("-") : [];
  return {
    timeZone: row?.timeZone ?? null,
    quiet: !row?.own ? "company" : quietFrom ? "own" : "none",
    quietFrom, quietUntil,
    companyQuiet: row?.from && row.until ? { from: row.from, until: row.until } : null,
  };
}
