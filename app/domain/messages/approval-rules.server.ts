import { z } from "zod";
import { now } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { checkbox, id, line, optionalId } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canSetApprovalRules } from "~/policy/messages";
import { messageEvents } from "./events";

export interface ApprovalRule {
  id: string;
  /** Null is the whole company. */
  departmentName: string | null;
  reason: string;
  /** Otherwise a notice goes out alone. */
  coversNotices: boolean;
}

export const ruleForm = z.object({ departmentId: optionalId, reason: line(200), coversNotices: checkbox });
export const ruleRemoval = z.object({ ruleId: id });

const RULE = "approval-rule";

/** The rules, the company's first, then by department. @throws NotFound */
export async function listApprovalRules(actor: Actor): Promise<ApprovalRule[]> {
  if (!canSetApprovalRules(actor)) throw new NotFound("approval rules");
  return query<ApprovalRule>(sql`
    SELECT g.id, d.name AS "departmentName", g.reason, g.covers_notices AS "coversNotices"
    FROM approval_rule g LEFT JOIN department d ON d.id = g.department_id
    ORDER BY d.name NULLS FIRST, g.created_at, g.id LIMIT 500`);
}

/**
 * From now on messages that touch the department need a second pair of eyes, also those that wait for
 * their time. The same rule twice is one rule. @throws Forbidden, Invalid
 */
export async function setApprovalRule(actor: Actor, { departmentId = null, reason, coversNotices }: { departmentId?: string | null; reason: string; coversNotices: boolean }): Promise<void> {
  if (!canSetApprovalRules(actor)) throw new Forbidden("approval rules");
  await transaction(async (tx) => {
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('approval_rule'))`);
    if (departmentId && !(await tx.department.count({ where: { id: departmentId } })))
      throw new Invalid({ departmentId: "studio-reviews:rules.departmentUnknown" });
    if (await tx.approvalRule.count({ where: { departmentId, reason, coversNotices } })) return;
    const rule = await tx.approvalRule.create({ data: { departmentId, reason, coversNotices, createdAt: now() } });
    await recordEvent(tx, {
      type: messageEvents.ruleSet, actorId: actor.id, subjectKind: RULE, subjectId: rule.id, audit: { details: { departmentId, reason, coversNotices } },
    });
  });
}

/** Takes a rule away; without effect when it is gone already. @throws Forbidden */
export async function removeApprovalRule(actor: Actor, ruleId: string): Promise<void> {
  if (!canSetApprovalRules(actor)) throw new Forbidden("approval rules");
  await transaction(async (tx) => {
    const { count } = await tx.approvalRule.deleteMany({ where: { id: ruleId } });
    if (count) await recordEvent(tx, { type: messageEvents.ruleRemoved, actorId: actor.id, subjectKind: RULE, subjectId: ruleId, audit: {} });
  });
}
