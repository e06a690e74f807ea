import { z } from "zod";
import { query, transaction, uniqueViolation } from "~/kernel/db.server";
import { Forbidden, Invalid, invalidForm, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { line } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canAddPeople } from "~/policy/people";
import { worksHere } from "./standing.server";
import { peopleEvents } from "./events";
import { timeZone } from "./person-fields";

/** A place of work: its country as ISO 3166 has it ("IT"), and its clock. */
export const newLocation = z.object({ name: line(80), country: line(2).transform((text) => text.toUpperCase()).pipe(z.string().regex(/^[A-Z]{2}$/, "errors:field.invalid")), timeZone });

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
    if (uniqueViolation(error) === "location_name_key") throw new Invalid({ name: "admin-company:error.locationTwice" });
    throw error;
  }
}

/** Places of work by name. */
export async function locationChoices(language = "en"): Promise<{ id: string; name: string }[]> {
  const rows = await query<{ id: string; name: string }>(sql`SELECT id, name FROM location`);
  return rows.sort((one, other) => new Intl.Collator(language).compare(one.name, other.name));
}

export interface LocationEntry {
  id: string;
  name: string;
  country: string;
  timeZone: string;
  people: number;
}

/** Places of work with their headcounts, by name. @throws NotFound */
export async function listLocations(actor: Actor): Promise<LocationEntry[]> {
  if (!canAddPeople(actor)) throw new NotFound("locations");
  const rows = await query<LocationEntry>(sql`
    SELECT l.id, l.name, l.country, l.time_zone AS "timeZone",
      (SELECT count(*)::int FROM person p WHERE p.location_id = l.id AND ${worksHere}) AS people
    FROM location l LIMIT 500`);
  return rows.sort((one, other) => new Intl.Collator(actor.language).compare(one.name, other.name));
}

/** @throws NotFound */
export async function getLocation(actor: Actor, id: string): Promise<LocationEntry> {
  const found = (await listLocations(actor)).find((location) => location.id === id);
  if (!found) throw new NotFound("location");
  return found;
}

/** What the form was filled in from: when somebody saved since, nothing is overwritten. */
export const locationChange = newLocation.extend({ before: line(400) });

/** What a form remembers of the location it shows. */
export function locationVersion({ name, country, timeZone: zone }: Pick<LocationEntry, "name" | "country" | "timeZone">): string {
  return JSON.stringify([name, country, zone]);
}

/** @throws NotFound; Invalid at `name` when there is another place of this name, or when it was changed meanwhile */
export async function changeLocation(actor: Actor, id: string, { before, ...change }: z.infer<typeof locationChange>): Promise<void> {
  if (!canAddPeople(actor)) throw new NotFound("location");
  try {
    await transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM location WHERE id = ${id}::uuid FOR UPDATE`;
      const stored = await tx.location.findUnique({ where: { id } });
      if (!stored) throw new NotFound("location");
      if (locationVersion(stored) === locationVersion(change)) return;
      if (locationVersion(stored) !== before) throw invalidForm("admin-company:error.changedMeanwhile");
      await tx.location.update({ where: { id }, data: change });
      const { name, country, timeZone: zone } = stored;
      await recordEvent(tx, {
        type: peopleEvents.locationChanged, actorId: actor.id, subjectKind: "location", subjectId: id,
        audit: { details: { from: { name, country, timeZone: zone }, to: change } },
      });
    });
  } catch (error) {
    if (uniqueViolation(error) === "location_name_key") throw new Invalid({ name: "admin-company:error.locationTwice" });
    throw error;
  }
}

/** Removes a place where nobody works, with its holidays. @throws NotFound; Invalid while somebody works there */
export async function removeLocation(actor: Actor, id: string): Promise<void> {
  if (!canAddPeople(actor)) throw new NotFound("location");
  await transaction(async (tx) => {
    // Whoever is given this place at the same time waits here, and then finds it gone.
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM location WHERE id = ${id}::uuid FOR UPDATE`;
    if (rows.length === 0) throw new NotFound("location");
    if (await tx.person.count({ where: { locationId: id, deactivatedAt: null } })) throw invalidForm("admin-company:error.locationInUse");
    await tx.location.delete({ where: { id } });
    await recordEvent(tx, { type: peopleEvents.locationRemoved, actorId: actor.id, subjectKind: "location", subjectId: id, audit: {} });
  });
}
