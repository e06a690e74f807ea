import { z } from "zod";
import { query } from "~/kernel/db.server";
import { Invalid } from "~/kernel/errors";
import { optionalText } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { changeCompany, settingsVersion } from "./changing.server";
import { endOfQuiet, readQuietHours, type QuietHours } from "./quiet-hours";

const clock = optionalText(5).pipe(z.string().regex(/^(|([01]\d|2[0-3]):[0-5]\d)$/, "errors:field.invalid"));

export const quietForm = settingsVersion.extend({ quietFrom: clock, quietUntil: clock });

/** Both times, or neither for none. @throws Forbidden, Invalid */
export async function changeQuietHours(actor: Actor, { version, quietFrom, quietUntil }: z.infer<typeof quietForm>): Promise<void> {
  if (Boolean(quietFrom) !== Boolean(quietUntil)) throw new Invalid({ [quietFrom ? "quietUntil" : "quietFrom"]: "errors:field.required" });
  await changeCompany(actor, version, { quietFrom: quietFrom || null, quietUntil: quietUntil || null });
}

export interface Release {
  timeZone: string;
  /** As stored for a person; null is the company's. */
  quietHours: string | null;
  /** When a mail of this moment may leave to them. */
  notBefore: Date;
}

/**
 * When a mail may leave, for every zone and quiet hours that somebody with a mail address has: a few
 * lines, however many people there are. One statement.
 */
export async function listReleases(moment: Date): Promise<Release[]> {
  const rows = await query<{ timeZone: string; quietHours: string | null; company: QuietHours | null }>(sql`
    SELECT DISTINCT coalesce(p.time_zone, l.time_zone, c.time_zone) AS "timeZone", p.quiet_hours AS "quietHours",
      CASE WHEN c.quiet_from IS NOT NULL THEN jsonb_build_object('from', c.quiet_from, 'until', c.quiet_until) END AS company
    FROM person p LEFT JOIN location l ON l.id = p.location_id CROSS JOIN company c
    WHERE p.deactivated_at IS NULL AND p.email IS NOT NULL`);
  return rows.map(({ timeZone, quietHours, company }) => ({
    timeZone, quietHours, notBefore: endOfQuiet(moment, readQuietHours(quietHours, company), timeZone),
  }));
}
