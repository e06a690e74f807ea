import { z } from "zod";
import { now } from "~/kernel/clock";
import { transaction } from "~/kernel/db.server";
import { Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import type { Actor } from "~/policy/actor";
import { canChangePerson, canSeePerson } from "~/policy/people";
import { peopleEvents } from "./events";
import { refusingTaken, requireLanguage, requirePlace } from "./joining.server";
import type { PersonDetails } from "./person-fields";

/** Which version of the record a form was filled in from. */
export const savedVersion = z.object({ version: z.iso.datetime("errors:field.invalid").transform((text) => new Date(text)) });

/**
 * Changes what is written down about a person, and moves them where the department is another one.
 * @param version `updatedAt` of the record that was changed: when somebody else saved in between,
 *   nothing is overwritten
 * @throws NotFound, Forbidden; Invalid at the field, or at the whole form for an older version
 */
export async function changePerson(actor: Actor, id: string, version: Date, details: PersonDetails): Promise<void> {
  if (!canSeePerson(actor, { id })) throw new NotFound("person");
  await requireLanguage(details.language);
  await refusingTaken(() =>
    transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${id}::uuid FOR UPDATE`;
      const before = await tx.person.findUnique({ where: { id } });
      if (!before) throw new NotFound("person");
      if (!canChangePerson(actor, { id, isActive: before.deactivatedAt === null, isGuest: before.isGuest })) throw new Forbidden("person");
      const changed = (Object.keys(details) as (keyof PersonDetails)[]).filter((name) => before[name] !== details[name]);
      // The same save sent twice changes nothing the second time, and is no conflict.
      if (changed.length === 0) return;
      if (before.updatedAt.getTime() !== version.getTime()) throw new Invalid({ "": "admin-people:error.changedMeanwhile" });
      await requirePlace(tx, details);
      await tx.person.update({ where: { id }, data: { ...details, updatedAt: later(before.updatedAt) } });

      await recordEvent(tx, {
        type: peopleEvents.personChanged, actorId: actor.id, subjectKind: "person", subjectId: id,
        payload: { fields: changed },
        audit: { details: Object.fromEntries(changed.map((name) => [name, { from: before[name], to: details[name] }])) },
        live: { topic: "person", people: [id] },
      });
      if (changed.includes("departmentId")) {
        await recordEvent(tx, {
          type: peopleEvents.personMoved, actorId: actor.id, subjectKind: "person", subjectId: id,
          payload: { from: before.departmentId, to: details.departmentId },
        });
      }
    }),
  );
}

/** Now, and never the moment before: two saves within a millisecond are two versions. */
function later(before: Date): Date {
  return new Date(Math.max(now().getTime(), before.getTime() + 1));
}
