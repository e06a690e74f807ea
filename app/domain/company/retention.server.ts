import { z } from "zod";
import { after, DAY } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { retentionRules, type RetentionRule } from "~/kernel/retention.server";
import { join, raw, sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canChangeCompany } from "~/policy/company";
import { changeCompany, settingsVersion } from "./changing.server";
import { companyEvents } from "./events";
import { COUNTED, type RetentionMatter } from "./retention";

/** By matter, in days. */
type Periods = Record<string, number>;

/** How long things are kept, and how many are older. Two statements. @param tried other periods, to see what they would do @throws NotFound */
export async function getRetention(actor: Actor, tried?: Periods): Promise<RetentionMatter[]> {
  if (!canChangeCompany(actor)) throw new NotFound("retention");
  const chosen = tried ?? (await findChosen());
  const matters = retentionRules().map((rule) => ({ rule, days: daysOf(rule, chosen) }));
  const columns = matters.map(({ rule, days }, index) =>
    sql`(SELECT count(*)::int FROM (${rule.older(after(-days * DAY))} LIMIT ${COUNTED}::int) AS found) AS ${raw(`c${index}`)}`);
  const rows = await query<Record<string, number>>(sql`SELECT ${join(columns)}`);
  return matters.map(({ rule: { matter, usual, least, most }, days }, index) => ({ matter, usual, least, most, days, older: rows[0]![`c${index}`]! }));
}

async function findChosen(): Promise<Periods> {
  const rows = await query<{ retention: Periods }>(sql`SELECT retention FROM company`);
  return rows[0]?.retention ?? {};
}

/** The company's choice within the bounds, which may have changed since; the usual period without one. */
function daysOf({ matter, usual, least, most }: RetentionRule, chosen: Periods): number {
  return Math.min(most, Math.max(least, chosen[matter] ?? usual));
}

/** One number of days for each matter, within its bounds. */
export function retentionForm() {
  const days = Object.fromEntries(
    retentionRules().map(({ matter, least, most }) => [
      matter,
      z.coerce.number("errors:field.invalid").int("errors:field.invalid").min(least, "admin-company:error.period").max(most, "admin-company:error.period"),
    ]),
  );
  return settingsVersion.extend({ act: z.enum(["preview", "save"]).catch("save"), ...days }).transform(({ version, act, ...periods }) => ({ version, act, periods: periods as Periods }));
}

/** @throws Forbidden; Invalid when somebody saved since */
export async function changeRetention(actor: Actor, { version, periods }: { version: number; periods: Periods }): Promise<void> {
  await changeCompany(actor, version, { retention: periods });
}

/** Rows in one transaction, and batches of one matter in one night; the next night goes on. */
const AT_ONCE = 2_000;
const MOST_BATCHES = 100;

/**
 * Throws away what is older than the company keeps it, batch by batch. Each batch stands on record with its
 * number in its own transaction: killed anywhere, what is gone is told, and the next run goes on.
 */
export async function applyRetention(): Promise<void> {
  const chosen = await findChosen();
  for (const rule of retentionRules()) {
    const days = daysOf(rule, chosen);
    const before = after(-days * DAY);
    for (let batch = 0; batch < MOST_BATCHES; batch++) if ((await forgetBatch(rule, before, days)) < AT_ONCE) break;
  }
}

async function forgetBatch(rule: RetentionRule, before: Date, days: number): Promise<number> {
  return transaction(async (tx) => {
    const count = await rule.forget(tx, before, AT_ONCE);
    if (count === 0) return 0;
    await recordEvent(tx, {
      type: companyEvents.retentionApplied, actorId: null, subjectKind: "company", subjectId: null, payload: { count },
      audit: { details: { matter: rule.matter, olderThanDays: days, count } },
    });
    return count;
  }, { timeoutMs: 60_000 });
}
