import { query } from "~/kernel/db.server";
import { findActor } from "~/domain/people/actors.server";
import { sql } from "~/kernel/sql";
import type { Actor, Role } from "~/policy/actor";

/** A small company: head office with HR and IT; operations with shops and, under them, Turin. */
export interface World {
  departments: Record<"company" | "office" | "hr" | "it" | "operations" | "shops" | "turin", string>;
  person(department: keyof World["departments"], over?: PersonOver): Promise<Actor>;
}

interface PersonOver {
  language?: string;
  email?: string | null;
  roles?: { role: Role; departmentId?: string | null }[];
}

const TREE = [
  ["company", null],
  ["office", "company"],
  ["hr", "office"],
  ["it", "office"],
  ["operations", "company"],
  ["shops", "operations"],
  ["turin", "shops"],
] as const;

export async function createWorld(): Promise<World> {
  await query(sql`
    INSERT INTO company (id, name, short_name, language, languages, time_zone, created_at)
    VALUES (1, 'Aurora Bakeries', 'Aurora', 'it', '{it,en,ro,ru}', 'Europe/Rome', now()) ON CONFLICT DO NOTHING`);
  const departments = {} as World["departments"];
  for (const [key, parent] of TREE) {
    departments[key] = crypto.randomUUID();
    await query(sql`INSERT INTO department (id, name, parent_id, created_at)
      VALUES (${departments[key]}::uuid, ${key}::text, ${parent && departments[parent]}::uuid, now())`);
  }
  return { departments, person: (department, over) => createPerson(departments[department], over) };
}

async function createPerson(departmentId: string, { language = "it", email, roles = [] }: PersonOver = {}): Promise<Actor> {
  const id = crypto.randomUUID();
  const address = email === undefined ? `p${id.slice(0, 13)}@aurora.example` : email;
  await query(sql`
    INSERT INTO person (id, given_name, family_name, email, department_id, language, created_at, updated_at)
    VALUES (${id}::uuid, 'Ana', ${id.slice(0, 8)}::text, ${address}::text, ${departmentId}::uuid, ${language}::text, now(), now())`);
  for (const { role, departmentId: scope = null } of roles)
    await query(sql`INSERT INTO role_grant (person_id, role, department_id, granted_at)
      VALUES (${id}::uuid, ${role}::role, ${scope}::uuid, now())`);
  return (await findActor(id))!;
}
