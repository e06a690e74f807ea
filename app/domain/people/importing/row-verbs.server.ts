import { now } from "~/kernel/clock";
import type { Tx } from "~/kernel/db.server";
import { Invalid } from "~/kernel/errors";
import { notifyPeople, recordEvents } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import { peopleEvents } from "../events";
import { insertPeople } from "../joining.server";
import { letOut } from "../leaving.server";
import type { Column } from "./columns";
import type { ApplicableRow, Failure } from "./import";
import type { RowProblem } from "./row";

const failed = ({ line }: ApplicableRow, column: Column, problem: string): Failure => ({ line, problem: { column, problem } satisfies RowProblem });

/** Adds newcomers with one entry each. A number or address that was taken since the preview is an error of its row. */
export async function addRows(tx: Tx, actorId: string, rows: readonly ApplicableRow[]): Promise<Failure[]> {
  if (rows.length === 0) return [];
  const valueOf = (row: ApplicableRow, column: Column) => row.changes[column]?.value ?? null;
  const taken = await tx.$queryRaw<{ number: string | null; email: string | null }[]>(sql`
    SELECT personnel_number AS number, lower(email::text) AS email FROM person
    WHERE personnel_number = ANY(${rows.map((row) => valueOf(row, "personnelNumber"))}::text[]) OR email = ANY(${rows.map((row) => valueOf(row, "email"))}::citext[])`);
  const numbers = new Set(taken.map(({ number }) => number));
  const emails = new Set(taken.map(({ email }) => email));
  const isTaken = (row: ApplicableRow) =>
    (valueOf(row, "personnelNumber") && numbers.has(valueOf(row, "personnelNumber"))) || (valueOf(row, "email") && emails.has(valueOf(row, "email")!.toLowerCase()));
  const company = await tx.company.findFirstOrThrow({ select: { language: true } });
  const people = rows.filter((row) => !isTaken(row)).map((row) => ({
    id: crypto.randomUUID(),
    given_name: valueOf(row, "givenName"),
    family_name: valueOf(row, "familyName"),
    email: valueOf(row, "email"),
    personnel_number: valueOf(row, "personnelNumber"),
    department_id: valueOf(row, "department"),
    location_id: valueOf(row, "location"),
    job_title: valueOf(row, "jobTitle"),
    language: valueOf(row, "language") ?? company.language,
    time_zone: null,
    joined_on: valueOf(row, "joinedOn"),
  }));
  await insertPeople(tx, people);
  await recordEvents(tx, people.map(({ id, ...details }) => ({
    type: peopleEvents.personAdded, actorId, subjectKind: "person", subjectId: id,
    payload: { departmentId: details.department_id }, audit: { details },
  })));
  return rows.filter(isTaken).map((row) => failed(row, "personnelNumber", "takenMeanwhile"));
}

/** Where each column of a file is written. */
const WRITTEN: Partial<Record<Column, string>> = {
  personnelNumber: "personnel_number", givenName: "given_name", familyName: "family_name", email: "email", department: "department_id",
  location: "location_id", jobTitle: "job_title", language: "language", joinedOn: "joined_on",
};

/** Changes and moves people with one entry each. Whose record changed since the preview is an error of its row. */
export async function changeRows(tx: Tx, actorId: string, rows: readonly ApplicableRow[]): Promise<Failure[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ personId }) => personId);
  const current = await tx.$queryRaw<{ id: string; version: string; departmentId: string }[]>(sql`
    SELECT id, updated_at::text AS version, department_id AS "departmentId" FROM person
    WHERE id = ANY(${ids}::uuid[]) AND deactivated_at IS NULL ORDER BY id FOR UPDATE`);
  const byId = new Map(current.map((person) => [person.id, person]));
  const numbers = rows.flatMap(({ changes }) => changes.personnelNumber?.value ?? []);
  const emails = rows.flatMap(({ changes }) => changes.email?.value ?? []);
  const holders = await tx.$queryRaw<{ id: string; number: string | null; email: string | null }[]>(sql`
    SELECT id, personnel_number AS number, lower(email::text) AS email FROM person
    WHERE personnel_number = ANY(${numbers}::text[]) OR email = ANY(${emails}::citext[])`);
  const isHeld = ({ personId, changes }: ApplicableRow) =>
    holders.some(({ id, number, email }) => id !== personId && ((number !== null && number === changes.personnelNumber?.value) || (email !== null && email === changes.email?.value?.toLowerCase())));
  const hindrance = (row: ApplicableRow) =>
    byId.get(row.personId ?? "")?.version !== row.version ? "changedMeanwhile" : isHeld(row) ? "takenMeanwhile" : null;
  const good = rows.filter((row) => hindrance(row) === null);
  const written = good.map(({ personId, changes }) =>
    Object.fromEntries([["id", personId], ...Object.entries(changes).map(([column, change]) => [WRITTEN[column as Column]!, change.value])]) as Record<string, string | null>);
  await tx.$executeRaw(sql`
    UPDATE person p SET given_name = coalesce(x.given_name, p.given_name), family_name = coalesce(x.family_name, p.family_name),
      email = coalesce(x.email, p.email), personnel_number = coalesce(x.personnel_number, p.personnel_number),
      department_id = coalesce(x.department_id, p.department_id), location_id = coalesce(x.location_id, p.location_id),
      job_title = coalesce(x.job_title, p.job_title), language = coalesce(x.language, p.language), joined_on = coalesce(x.joined_on, p.joined_on),
      updated_at = greatest(${now()}::timestamptz, p.updated_at + interval '1 millisecond')
    FROM jsonb_to_recordset(${JSON.stringify(written)}::jsonb) AS x (id uuid, given_name text, family_name text, email citext, personnel_number text,
      department_id uuid, location_id uuid, job_title text, language text, joined_on date)
    WHERE p.id = x.id`);
  await recordEvents(tx, good.map(({ personId, changes }) => ({
    type: peopleEvents.personChanged, actorId, subjectKind: "person", subjectId: personId, payload: { fields: Object.keys(changes) },
    audit: { details: Object.fromEntries(Object.entries(changes).map(([column, { from, to }]) => [column, { from, to }])) },
  })));
  await recordEvents(tx, good.filter(({ changes }) => changes.department).map(({ personId, changes }) => ({
    type: peopleEvents.personMoved, actorId, subjectKind: "person", subjectId: personId,
    payload: { from: byId.get(personId!)!.departmentId, to: changes.department!.value },
  })));
  await notifyPeople(tx, "person", good.map(({ personId }) => personId!));
  return rows.flatMap((row) => (hindrance(row) ? [failed(row, "personnelNumber", hindrance(row)!)] : []));
}

/** Lets leavers out by the one act. The last administrators stay: their rows are errors. */
export async function letRowsOut(tx: Tx, actorId: string, rows: readonly ApplicableRow[]): Promise<Failure[]> {
  const ids = rows.flatMap(({ personId }) => personId ?? []);
  if (ids.length === 0) return [];
  try {
    await letOut(tx, actorId, ids);
    return [];
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const administrators = await tx.roleGrant.findMany({ where: { role: "administrator", personId: { in: ids } }, select: { personId: true } });
    const staying = new Set(administrators.map(({ personId }) => personId));
    await letOut(tx, actorId, ids.filter((id) => !staying.has(id)));
    return rows.filter(({ personId }) => personId && staying.has(personId)).map((row) => failed(row, "leaves", "lastAdministrator"));
  }
}
