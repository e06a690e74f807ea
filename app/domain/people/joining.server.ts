import { now } from "~/kernel/clock";
import { transaction, uniqueViolation, type Tx } from "~/kernel/db.server";
import { Forbidden, Invalid } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canAddPeople } from "~/policy/people";
import { getCompany } from "./company.server";
import { peopleEvents } from "./events";
import type { PersonDetails } from "./person-fields";

/** @returns the new person's id. @throws Invalid at the field: taken mail or number, unknown department, place or language */
export async function addPerson(actor: Actor, details: PersonDetails): Promise<string> {
  if (!canAddPeople(actor)) throw new Forbidden("people");
  await requireLanguage(details.language);
  return refusingTaken(() =>
    transaction(async (tx) => {
      await requirePlace(tx, details);
      const { id } = await tx.person.create({ data: { ...details, joinedOn: now(), createdAt: now(), updatedAt: now() } });
      await recordEvent(tx, {
        type: peopleEvents.personAdded, actorId: actor.id, subjectKind: "person", subjectId: id,
        payload: { departmentId: details.departmentId }, audit: { details: { ...details } },
      });
      return id;
    }),
  );
}

/** Somebody who joins together with many others. */
export interface Newcomer extends PersonDetails {
  id?: string;
  timeZone?: string | null;
  joinedOn?: Date | null;
}

const AT_ONCE = 1_000;

/**
 * Adds any number of people, a thousand in a statement, all or nothing.
 * @returns their ids, in the order given. @throws Invalid when a mail address or number is taken
 */
export async function addPeople(actor: Actor, newcomers: readonly Newcomer[]): Promise<string[]> {
  if (!canAddPeople(actor)) throw new Forbidden("people");
  const rows = newcomers.map((newcomer) => ({
    id: newcomer.id ?? crypto.randomUUID(),
    given_name: newcomer.givenName,
    family_name: newcomer.familyName,
    email: newcomer.email,
    personnel_number: newcomer.personnelNumber,
    department_id: newcomer.departmentId,
    location_id: newcomer.locationId,
    job_title: newcomer.jobTitle,
    language: newcomer.language,
    time_zone: newcomer.timeZone ?? null,
    joined_on: newcomer.joinedOn?.toISOString().slice(0, 10) ?? null,
  }));
  await refusingTaken(() =>
    transaction(
      async (tx) => {
        for (let start = 0; start < rows.length; start += AT_ONCE) await insertPeople(tx, rows.slice(start, start + AT_ONCE));
        await recordEvent(tx, {
          type: peopleEvents.peopleAdded, actorId: actor.id, subjectKind: "person", subjectId: null,
          payload: { count: rows.length }, audit: { details: { count: rows.length } },
        });
      },
      { timeoutMs: 120_000 },
    ),
  );
  return rows.map(({ id }) => id);
}

/** Inserts people as rows of the table (snake_case), in one statement; for verbs that add many. */
export async function insertPeople(tx: Tx, rows: object[]): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO person (id, given_name, family_name, email, personnel_number, department_id, location_id, job_title,
                        language, time_zone, joined_on, created_at, updated_at)
    SELECT id, given_name, family_name, email, personnel_number, department_id, location_id, job_title,
           language, time_zone, joined_on, ${now()}::timestamptz, ${now()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, given_name text, family_name text,
      email citext, personnel_number text, department_id uuid, location_id uuid, job_title text, language text,
      time_zone text, joined_on date)`);
}

/** @throws Invalid at `language` for one that the company does not use */
export async function requireLanguage(language: string): Promise<void> {
  const { languages } = await getCompany();
  if (!languages.includes(language)) throw new Invalid({ language: "errors:field.invalid" });
}

/** The department stays there until the transaction ends. @throws Invalid at the field that names what is not there */
export async function requirePlace(tx: Tx, { departmentId, locationId }: Pick<PersonDetails, "departmentId" | "locationId">): Promise<void> {
  const departments = await tx.$queryRaw<unknown[]>`SELECT 1 FROM department WHERE id = ${departmentId}::uuid FOR KEY SHARE`;
  if (departments.length === 0) throw new Invalid({ departmentId: "errors:field.invalid" });
  if (!locationId) return;
  const locations = await tx.$queryRaw<unknown[]>`SELECT 1 FROM location WHERE id = ${locationId}::uuid FOR KEY SHARE`;
  if (locations.length === 0) throw new Invalid({ locationId: "errors:field.invalid" });
}

/** Mail addresses and personnel numbers are one person's: unique indexes decide, since two may try at once. */
export async function refusingTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const index = uniqueViolation(error);
    if (index === "person_email_key") throw new Invalid({ email: "admin-people:error.emailTaken" });
    if (index === "person_personnel_number_key") throw new Invalid({ personnelNumber: "admin-people:error.numberTaken" });
    throw error;
  }
}
