import { z } from "zod";
import { query, transaction, uniqueViolation } from "~/kernel/db.server";
import { Forbidden, Invalid } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { line } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canAddPeople } from "~/policy/people";
import { peopleEvents } from "./events";
import { timeZone } from "./person-fields";

/** A place of work: its country as ISO 3166 has it ("IT"), and its clock. */
export const newLocation = z.object({ name: line(80), country: line(2).pipe(z.string().regex(/^[A-Z]{2}$/, "errors:field.invalid")), timeZone });

/** @throws Invalid at `name` when there is a place of this name */
export async function addLocation(actor: Actor, location: z.infer<typeof newLocation>): Promise<string> {
  if (!canAddPeople(actor)) throw new Forbidden("locations");
  try {
    return await transaction(async (tx) => {
      const { id } = await tx.location.create({ data: location });
      await recordEvent(tx, {
        type: peopleEvents.locationAdded, actorId: actor.id, subjectKind: "location", subjectId: id, audit: { details: location },
      });
      return id;
    });
  } catch (error) {
    if (uniqueViolation(error) === "location_name_key") throw new Invalid({ name: "errors:field.invalid" });
    throw error;
  }
}

/** Places of work by name. */
export async function locationChoices(language = "en"): Promise<{ id: string; name: string }[]> {
  const rows = await query<{ id: string; name: string }>(sql`SELECT id, name FROM location`);
  return rows.sort((one, other) => new Intl.Collator(language).compare(one.name, other.name));
}
