import { z } from "zod";
import { getCompany } from "~/domain/people/company.server";
import { now } from "~/kernel/clock";
import { query, transaction, type Tx } from "~/kernel/db.server";
import { Forbidden, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import { toLocalDay } from "~/kernel/zoned-time";
import type { Actor } from "~/policy/actor";
import { canArrangeWins } from "~/policy/wins";
import { checkbox } from "~/kernel/fields";
import { LIVE_TOPIC, WIN, winEvents } from "./events";
import { MILESTONE_KINDS, milestoneKind, type MilestoneKey } from "./milestone-kinds";

const KEYS = MILESTONE_KINDS.map(({ key }) => key) as [MilestoneKey, ...MilestoneKey[]];
export const milestoneForm = z.object({ kind: z.enum(KEYS, "errors:field.invalid"), isOn: checkbox });

export interface Reached {
  kind: MilestoneKey;
  /** What reached it: a post's id. */
  of: string;
  step: number;
  /** What it is called. */
  title: string;
  from?: number;
  pictureId?: string | null;
  pictureAlt?: string;
}

/** Celebrates what was reached, once, in the transaction of whatever reached it; not where its kind is switched off. */
export async function celebrate(tx: Tx, { kind, of, step, title, from = undefined, pictureId = null, pictureAlt = "" }: Reached): Promise<void> {
  if (!milestoneKind(kind)?.isStep(step) || !(await isOn(tx, kind))) return;
  const id = crypto.randomUUID();
  const { count } = await tx.win.createMany({
    data: { id, kind: "milestone", text: title, milestone: kind, milestoneOf: of, milestoneStep: step, milestoneFrom: from, pictureId, pictureAlt, happenedAt: now() },
    skipDuplicates: true,
  });
  if (count) await tell(tx, [id]);
}

/**
 * Celebrates the years of everybody whose day it is, by the company's clock, or was within two days (the
 * worker may have stood still). Safe to run twice and by several at once: a unique key holds.
 */
export async function celebrateYears(): Promise<number> {
  const { timeZone } = await getCompany();
  const today = toLocalDay(now(), timeZone);
  return transaction(async (tx) => {
    if (!(await isOn(tx, "years"))) return 0;
    const steps = Array.from({ length: 80 }, (_, at) => at + 1).filter((number) => milestoneKind("years")!.isStep(number));
    const reached = await tx.$queryRaw<{ id: string }[]>(sql`
      WITH due AS (
        SELECT p.id, p.department_id, s.step, p.given_name || ' ' || p.family_name AS name
        FROM person p CROSS JOIN unnest(${steps}::int[]) AS s(step)
        WHERE p.deactivated_at IS NULL AND NOT p.is_guest AND p.joined_on IS NOT NULL
          AND (p.joined_on + make_interval(years => s.step))::date BETWEEN ${today}::date - 2 AND ${today}::date
          AND NOT EXISTS (SELECT 1 FROM win_preference f WHERE f.person_id = p.id AND f.hides_years)
      ), told AS (
        INSERT INTO win (id, kind, text, milestone, milestone_of, milestone_step, happened_at)
        SELECT gen_random_uuid(), 'milestone', name, 'years', id, step, ${now()}::timestamptz FROM due
        ON CONFLICT (milestone, milestone_of, milestone_step) DO NOTHING RETURNING id, milestone_of, happened_at
      ), thanked AS (
        INSERT INTO win_person (win_id, person_id, department_id, happened_at)
        SELECT told.id, due.id, due.department_id, told.happened_at FROM told JOIN due ON due.id = told.milestone_of
        ON CONFLICT DO NOTHING
      )
      SELECT id FROM told`);
    if (reached.length) await tell(tx, reached.map(({ id }) => id));
    return reached.length;
  });
}

async function tell(tx: Tx, winIds: string[]): Promise<void> {
  await recordEvent(tx, {
    type: winEvents.milestonesReached, actorId: null, subjectKind: WIN, subjectId: winIds.length === 1 ? winIds[0]! : null,
    payload: { winIds }, live: { topic: LIVE_TOPIC },
  });
}

async function isOn(tx: Tx, kind: MilestoneKey): Promise<boolean> {
  const setting = await tx.milestoneSetting.findUnique({ where: { kind } });
  return setting?.isOn ?? milestoneKind(kind)!.isOnAtFirst;
}

/** Every kind, and whether it is celebrated. @throws NotFound */
export async function listMilestoneSettings(actor: Actor): Promise<{ kind: MilestoneKey; isOn: boolean }[]> {
  if (!canArrangeWins(actor)) throw new NotFound("milestones");
  const set = new Map((await query<{ kind: string; isOn: boolean }>(sql`SELECT kind, is_on AS "isOn" FROM milestone_setting`)).map(({ kind, isOn: on }) => [kind, on]));
  return MILESTONE_KINDS.map(({ key, isOnAtFirst }) => ({ kind: key, isOn: set.get(key) ?? isOnAtFirst }));
}

/** Switches a kind on or off; what was celebrated stays. @throws Forbidden */
export async function setMilestone(actor: Actor, { kind, isOn: on }: z.infer<typeof milestoneForm>): Promise<void> {
  if (!canArrangeWins(actor)) throw new Forbidden("milestones");
  await transaction(async (tx) => {
    const data = { isOn: on, changedAt: now() };
    await tx.milestoneSetting.upsert({ where: { kind }, create: { kind, ...data }, update: data });
    await recordEvent(tx, { type: winEvents.milestoneSet, actorId: actor.id, subjectKind: "milestone", subjectId: null, audit: { details: { kind, isOn: on } } });
  });
}
