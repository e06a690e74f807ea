import { z } from "zod";
import { query, transaction } from "~/kernel/db.server";
import { Forbidden, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { isUuid } from "~/kernel/fields";
import { empty, sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canSeeDirectory, canSetFormerNames } from "~/policy/people";
import { peopleEvents } from "./events";

export const formerNamesForm = z.object({ names: z.enum(["kept", "hidden"], "errors:field.required") });

export interface FormerPerson {
  id: string;
  givenName: string;
  familyName: string;
  isGuest: boolean;
  departmentName: string;
  deactivatedAt: Date;
}

const PAGE = 50;

/** Those who have left, the last first, and the company's rule about their names. Two statements. @throws NotFound */
export async function listFormerPeople(actor: Actor, cursor?: string): Promise<{ people: FormerPerson[]; next: string | null; hidesNames: boolean }> {
  if (!canSeeDirectory(actor)) throw new NotFound("former people");
  const before = isUuid(cursor)
    ? sql`AND (p.deactivated_at, p.id) < (SELECT deactivated_at, id FROM person WHERE id = ${cursor}::uuid)`
    : empty;
  const [rows, rule] = await Promise.all([
    query<FormerPerson>(sql`
      SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.is_guest AS "isGuest", d.name AS "departmentName",
             p.deactivated_at AS "deactivatedAt"
      FROM person p JOIN department d ON d.id = p.department_id
      WHERE p.deactivated_at IS NOT NULL ${before}
      ORDER BY p.deactivated_at DESC, p.id DESC LIMIT ${PAGE + 1}::int`),
    query<{ hidesNames: boolean }>(sql`SELECT hides_former_names AS "hidesNames" FROM company`),
  ]);
  const people = rows.slice(0, PAGE);
  return { people, next: rows.length > PAGE ? people.at(-1)!.id : null, hidesNames: rule[0]?.hidesNames ?? false };
}

/** The company's rule: whether those who left keep their name beside what they wrote. It holds for everybody's pages at once. */
export async function setFormerNames(actor: Actor, { names }: z.infer<typeof formerNamesForm>): Promise<void> {
  if (!canSetFormerNames(actor)) throw new Forbidden("former names");
  const hidesFormerNames = names === "hidden";
  await transaction(async (tx) => {
    const { count } = await tx.company.updateMany({ where: { hidesFormerNames: !hidesFormerNames }, data: { hidesFormerNames } });
    if (count === 0) return;
    await recordEvent(tx, {
      type: peopleEvents.formerNamesSet, actorId: actor.id, subjectKind: "company", subjectId: null,
      payload: { hidesFormerNames }, audit: { details: { hidesFormerNames } },
    });
  });
}
