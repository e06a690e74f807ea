import { z } from "zod";
import { query } from "~/kernel/db.server";
import { checkbox } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";

export interface WinPreferences {
  /** Their years at the company are not celebrated. */
  hidesYears: boolean;
  /** New wins wait until they ask. */
  pausesLive: boolean;
}

export const yearsForm = z.object({ showsYears: checkbox });
export const liveForm = z.object({ pause: checkbox });

/** How this person wants wins. */
export async function findWinPreferences(actor: Actor): Promise<WinPreferences> {
  const [found] = await query<WinPreferences>(sql`
    SELECT hides_years AS "hidesYears", pauses_live AS "pausesLive" FROM win_preference WHERE person_id = ${actor.id}::uuid`);
  return found ?? { hidesYears: false, pausesLive: false };
}

/** Everybody chooses for themselves. One statement. */
export async function setWinPreference(actor: Actor, change: Partial<WinPreferences>): Promise<void> {
  const { hidesYears = null, pausesLive = null } = change;
  await query(sql`
    INSERT INTO win_preference AS p (person_id, hides_years, pauses_live)
    VALUES (${actor.id}::uuid, coalesce(${hidesYears}::boolean, FALSE), coalesce(${pausesLive}::boolean, FALSE))
    ON CONFLICT (person_id) DO UPDATE SET hides_years = coalesce(${hidesYears}::boolean, p.hides_years),
      pauses_live = coalesce(${pausesLive}::boolean, p.pauses_live)`);
}
