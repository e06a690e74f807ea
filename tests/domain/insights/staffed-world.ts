import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { createWorld, type World } from "../messages/world";

/** People directly in each department: operations and the company may tell tenths, HR and the shops nothing. */
const STAFF = { company: 5, office: 3, hr: 8, it: 21, operations: 3, shops: 6, turin: 24 } as const;
type Name = keyof typeof STAFF;

export interface StaffedWorld extends World {
  /** Ids of the people directly in each department. */
  staff: Record<Name, string[]>;
}

export async function createStaffedWorld(): Promise<StaffedWorld> {
  const world = await createWorld();
  const staff = {} as StaffedWorld["staff"];
  for (const name of Object.keys(STAFF) as Name[]) staff[name] = await hire(world.departments[name], STAFF[name]);
  return { ...world, staff };
}

export async function hire(departmentId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => crypto.randomUUID());
  await query(sql`
    INSERT INTO person (id, given_name, family_name, department_id, language, created_at, updated_at)
    SELECT id, 'Ana', 'Pop', ${departmentId}::uuid, 'it', now(), now() FROM unnest(${ids}::uuid[]) AS id`);
  return ids;
}

/** A message that is out; straight into the tables, since publishing is the messages' matter. */
export async function publish(authorId: string, audience: string[], { at, asksConfirmation = true, title = "Il mulino" }: { at: Date; asksConfirmation?: boolean; title?: string }): Promise<string> {
  const [id, variant] = [crypto.randomUUID(), crypto.randomUUID()];
  await query(sql`
    INSERT INTO message (id, kind, state, asks_confirmation, author_id, content_hash, published_at, created_at, updated_at)
    VALUES (${id}::uuid, 'message', 'published', ${asksConfirmation}, ${authorId}::uuid, '', ${at}::timestamptz, now(), now())`);
  await query(sql`INSERT INTO message_audience (message_id, department_id, published_at) SELECT ${id}::uuid, d, ${at}::timestamptz FROM unnest(${audience}::uuid[]) AS d`);
  await query(sql`INSERT INTO variant (id, message_id) VALUES (${variant}::uuid, ${id}::uuid)`);
  await query(sql`INSERT INTO variant_text (variant_id, language, title, body) VALUES (${variant}::uuid, 'it', ${title}, 'Testo')`);
  return id;
}

export async function open(messageId: string, people: string[]): Promise<void> {
  await query(sql`
    INSERT INTO read_receipt (person_id, message_id, read_at) SELECT p, ${messageId}::uuid, now() FROM unnest(${people}::uuid[]) AS p ON CONFLICT DO NOTHING`);
}
