import { query } from "~/kernel/db.server";
import { env } from "~/kernel/env.server";
import { NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canChangeCompany } from "~/policy/company";
import { canWriteMessages } from "~/policy/messages";

/** In the order in which they make sense. */
export const STEPS = ["departments", "people", "mail", "approver", "message", "post"] as const;
export type Step = (typeof STEPS)[number];

/** A starter that nobody changed yet. */
export interface Starter {
  id: string;
  kind: "message" | "notice" | "post";
  title: string;
}

export interface Guide {
  steps: { step: Step; isDone: boolean }[];
  starters: Starter[];
  /** Whoever looks may write, too; otherwise somebody else must be given the role. */
  mayWrite: boolean;
}

type Row = Record<Step, boolean> & { starters: Starter[] };

/** How far the company is: each step is told by what is there, nobody ticks it. One statement. @throws NotFound */
export async function getGuide(actor: Actor): Promise<Guide> {
  if (!canChangeCompany(actor)) throw new NotFound("first steps");
  const rows = await query<Row>(sql`
    SELECT EXISTS (SELECT 1 FROM department WHERE parent_id IS NOT NULL) AS departments,
      (SELECT count(*) FROM (SELECT 1 FROM person WHERE deactivated_at IS NULL AND NOT is_guest LIMIT 2) AS found) > 1 AS people,
      EXISTS (SELECT 1 FROM mail_setting WHERE carrier <> 'disk') AS mail,
      ${approverBesideWriter} AS approver,
      EXISTS (SELECT 1 FROM message WHERE state = 'published') AS message,
      EXISTS (SELECT 1 FROM post WHERE approved_at IS NOT NULL) AS post,
      (SELECT coalesce(json_agg(found), '[]') FROM (${starters}) AS found) AS starters`);
  const { starters: there, ...done } = rows[0]!;
  const leaves = Boolean(env().resend ?? env().smtpUrl);
  return { steps: STEPS.map((step) => ({ step, isDone: done[step] || (step === "mail" && leaves) })), starters: there, mayWrite: canWriteMessages(actor) };
}

/** Nobody approves what they wrote: it takes two. */
const approverBesideWriter = sql`EXISTS (
  SELECT 1 FROM role_grant a JOIN person p ON p.id = a.person_id AND p.deactivated_at IS NULL
  JOIN role_grant w ON w.role IN ('publisher', 'drafter') AND w.person_id <> a.person_id
  JOIN person q ON q.id = w.person_id AND q.deactivated_at IS NULL
  WHERE a.role = 'approver')`;

const starters = sql`
  SELECT m.id, m.kind::text AS kind, coalesce((
    SELECT t.title FROM variant v JOIN variant_text t ON t.variant_id = v.id WHERE v.message_id = m.id AND v.department_id IS NULL LIMIT 1), '') AS title
  FROM message m WHERE m.is_starter AND m.state = 'draft'
  UNION ALL SELECT p.id, 'post', p.title FROM post p WHERE p.is_starter AND p.state = 'draft'
  ORDER BY kind`;
