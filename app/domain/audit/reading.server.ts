import { foldedName } from "~/domain/people/searching.server";
import { shownProfile } from "~/domain/people/shown-names.server";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import type { JsonObject } from "~/kernel/json";
import { empty, join, sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canReadAudit, readableAudit } from "~/policy/audit";

export interface AuditFilter {
  /** Parts of the name of whoever acted. */
  who?: string;
  action?: string;
  /** Kind of what it was done to. */
  kind?: string;
  /** Days (2026-11-24) in the reader's zone, both included. */
  from?: string;
  to?: string;
  /** Words in the details. */
  q?: string;
}

export interface AuditItem {
  id: string;
  at: Date;
  action: string;
  /** Null: Vouch itself, or somebody not signed in. */
  actor: string | null;
  /** Their id while their profile opens. */
  actorProfile: string | null;
  kind: string;
  subjectId: string | null;
  /** Of people and departments. */
  subject: string | null;
  /** The person's id while their profile opens. */
  subjectProfile: string | null;
  /** Null once erased. */
  details: JsonObject | null;
  /** Position in the chain; null until it is sealed. */
  seq: number | null;
}

const PAGE = 50;
const DAY_TEXT = /^\d{4}-\d{2}-\d{2}$/;

/** Entries, the latest first, a page at a time. One statement. @throws NotFound */
export async function listAudit(actor: Actor, filter: AuditFilter, after?: string | null): Promise<{ items: AuditItem[]; next: string | null }> {
  if (!canReadAudit(actor)) throw new NotFound("audit");
  const rows = await query<AuditItem>(sql`
    SELECT ${auditColumns} FROM audit_entry e
    WHERE ${matchingEntries(actor, filter)} ${/^\d{1,15}$/.test(after ?? "") ? sql`AND e.id < ${after}::bigint` : empty}
    ORDER BY e.id DESC LIMIT ${PAGE + 1}::int`);
  const items = rows.slice(0, PAGE);
  return { items, next: rows.length > PAGE ? items.at(-1)!.id : null };
}

/** Actions and kinds that are on record, and the end of the chain. One statement. @throws NotFound */
export async function describeAudit(actor: Actor): Promise<{ actions: string[]; kinds: string[]; head: { seq: number; hash: string } | null }> {
  if (!canReadAudit(actor)) throw new NotFound("audit");
  // Steps from one action to the next along the index, instead of reading them all.
  const [row] = await query<{ actions: string[]; kinds: string[]; head: { seq: number; hash: string } | null }>(sql`
    WITH RECURSIVE step(action) AS (
      SELECT min(action) FROM audit_entry
      UNION ALL SELECT (SELECT min(e.action) FROM audit_entry e WHERE e.action > step.action) FROM step WHERE step.action IS NOT NULL)
    SELECT coalesce((SELECT json_agg(action ORDER BY action) FROM step WHERE action IS NOT NULL), '[]') AS actions,
      coalesce((SELECT json_agg(DISTINCT k.subject_kind) FROM step CROSS JOIN LATERAL (
        SELECT e.subject_kind FROM audit_entry e WHERE e.action = step.action LIMIT 1) AS k), '[]') AS kinds,
      (SELECT json_build_object('seq', e.seq, 'hash', encode(e.hash, 'hex')) FROM audit_entry e WHERE e.seq IS NOT NULL ORDER BY e.seq DESC LIMIT 1) AS head`);
  return row!;
}

const subjectAsId = sql`CASE WHEN e.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN e.subject_id::uuid END`;

const profileOf = (person: Sql) => sql`(SELECT ${shownProfile()} FROM person p WHERE p.id = ${person})`;

export const auditColumns: Sql = sql`e.id::text AS id, e.occurred_at AS at, e.action, e.subject_kind AS kind, e.subject_id AS "subjectId", e.details, e.seq,
  (SELECT p.given_name || ' ' || p.family_name FROM person p WHERE p.id = e.actor_id) AS actor,
  CASE e.subject_kind
    WHEN 'person' THEN (SELECT p.given_name || ' ' || p.family_name FROM person p WHERE p.id = ${subjectAsId})
    WHEN 'department' THEN (SELECT d.name FROM department d WHERE d.id = ${subjectAsId}) END AS subject,
  ${profileOf(sql`e.actor_id`)} AS "actorProfile", CASE e.subject_kind WHEN 'person' THEN ${profileOf(subjectAsId)} END AS "subjectProfile"`;

/** Condition on `audit_entry e`. */
export function matchingEntries(actor: Actor, { who, from, to, q, ...exact }: AuditFilter): Sql {
  // PostgreSQL can't hold a zero byte.
  const [action, kind] = [exact.action, exact.kind].map((text) => text?.replaceAll("\0", ""));
  const words = (text: string | undefined) => (text ?? "").replaceAll("\0", "").slice(0, 100).split(/\s+/).filter(Boolean).slice(0, 5);
  const contains = (what: Sql, text: string | undefined) => words(text).map((word) => sql`${what} LIKE '%' || fold_text(${word}::text) || '%'`);
  const named = contains(foldedName, who);
  const startOf = (day: string, plus: number) => sql`((${day}::date + ${plus}::int)::timestamp AT TIME ZONE ${actor.timeZone}::text)`;
  return join([
    readableAudit(actor),
    ...(named.length ? [sql`e.actor_id IN (SELECT p.id FROM person p WHERE ${join(named, " AND ")})`] : []),
    ...(action ? [sql`e.action = ${action}::text`] : []),
    ...(kind ? [sql`e.subject_kind = ${kind}::text`] : []),
    ...(isDay(from) ? [sql`e.occurred_at >= ${startOf(from, 0)}`] : []),
    ...(isDay(to) ? [sql`e.occurred_at < ${startOf(to, 1)}`] : []),
    ...contains(sql`fold_text(e.details::text)`, q),
  ], " AND ");
}

function isDay(text: string | undefined): text is string {
  return DAY_TEXT.test(text ?? "") && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text!);
}

/** The filter in an address or a form; what can't be one is left out. */
export function readAuditFilter(values: { get(name: string): unknown }): AuditFilter {
  const read = (name: string, most: number) => {
    const value = values.get(name);
    return typeof value === "string" && value.trim() ? value.replaceAll("\0", "").trim().slice(0, most) : undefined;
  };
  const day = (name: string) => (isDay(read(name, 10)) ? read(name, 10) : undefined);
  return { who: read("who", 100), action: read("action", 60), kind: read("kind", 40), from: day("from"), to: day("to"), q: read("q", 100) };
}
