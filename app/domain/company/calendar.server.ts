import { z } from "zod";
import { after, DAY, now } from "~/kernel/clock";
import { query, transaction, uniqueViolation } from "~/kernel/db.server";
import { Forbidden, Invalid, invalidForm } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { checkbox, id, line, optionalId, optionalText } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import { toLocalDay } from "~/kernel/zoned-time";
import { timeZone } from "~/domain/people/person-fields";
import type { Actor } from "~/policy/actor";
import { canChangeCompany } from "~/policy/company";
import { changeCompany, settingsVersion } from "./changing.server";
import { companyEvents } from "./events";
import { USUAL_WEEK, WEEKDAYS, type WorkingCalendar, type WorkingWeek } from "./working-calendar";

const clock = optionalText(5).pipe(z.string().regex(/^(|([01]\d|2[0-3]):[0-5]\d)$/, "errors:field.invalid"));

/** Zone and hours: a day without hours is free. */
export const weekForm = settingsVersion.extend({
  timeZone,
  ...(Object.fromEntries(WEEKDAYS.flatMap((day) => [[`${day}From`, clock], [`${day}Until`, clock]])) as Record<`${(typeof WEEKDAYS)[number]}${"From" | "Until"}`, typeof clock>),
});

/** @throws Forbidden; Invalid at a day whose hours have no end, or for a week without work */
export async function changeWeek(actor: Actor, { version, timeZone: zone, ...hours }: z.infer<typeof weekForm>): Promise<void> {
  const week: WorkingWeek = {};
  for (const day of WEEKDAYS) {
    const [from, until] = [hours[`${day}From`], hours[`${day}Until`]];
    if (!from && !until) continue;
    if (!from || !until || until <= from) throw new Invalid({ [`${day}Until`]: "admin-company:error.hours" });
    week[day] = { from, until };
  }
  if (Object.keys(week).length === 0) throw invalidForm("admin-company:error.noWork");
  await changeCompany(actor, version, { timeZone: zone, workingWeek: week as Record<string, { from: string; until: string }> });
}

export const newHoliday = z.object({
  day: line(10).pipe(z.iso.date("errors:field.invalid")),
  holidayName: line(80),
  country: optionalText(2).transform((text) => text.toUpperCase()).pipe(z.string().regex(/^([A-Z]{2})?$/, "errors:field.invalid")),
  locationId: optionalId,
  isHalf: checkbox,
});
export const holidayRemoval = z.object({ holidayId: id });

/** @throws Forbidden; Invalid where the day is off already for the same people */
export async function addHoliday(actor: Actor, { day, holidayName: name, country, locationId, isHalf }: z.infer<typeof newHoliday>): Promise<void> {
  if (!canChangeCompany(actor)) throw new Forbidden("holiday");
  try {
    await transaction(async (tx) => {
      if (locationId && !(await tx.location.count({ where: { id: locationId } }))) throw new Invalid({ locationId: "errors:field.invalid" });
      // A place has its country: naming both says it once.
      const where = locationId ? { locationId, country: null } : { locationId: null, country: country || null };
      const holiday = await tx.holiday.create({ data: { day: new Date(day), name, isHalf, ...where } });
      await recordEvent(tx, {
        type: companyEvents.holidayAdded, actorId: actor.id, subjectKind: "holiday", subjectId: holiday.id, audit: { details: { day, name, isHalf, ...where } },
      });
    });
  } catch (error) {
    if (uniqueViolation(error)) throw new Invalid({ day: "admin-company:error.holidayTwice" });
    throw error;
  }
}

/** Without effect when it is gone already. @throws Forbidden */
export async function removeHoliday(actor: Actor, holidayId: string): Promise<void> {
  if (!canChangeCompany(actor)) throw new Forbidden("holiday");
  await transaction(async (tx) => {
    const { count } = await tx.holiday.deleteMany({ where: { id: holidayId } });
    if (count) await recordEvent(tx, { type: companyEvents.holidayRemoved, actorId: actor.id, subjectKind: "holiday", subjectId: holidayId, audit: {} });
  });
}

export interface HolidayEntry {
  id: string;
  day: string;
  name: string;
  country: string | null;
  locationName: string | null;
  isHalf: boolean;
}

/** The holidays to come, at most 200. */
export async function listHolidays(): Promise<HolidayEntry[]> {
  return query<HolidayEntry>(sql`
    SELECT h.id, h.day::text AS day, h.name, h.country, l.name AS "locationName", h.is_half AS "isHalf"
    FROM holiday h LEFT JOIN location l ON l.id = h.location_id
    WHERE h.day >= ${toLocalDay(after(-DAY), "UTC")}::date ORDER BY h.day, h.name, h.id LIMIT 200`);
}

/** How far ahead promises are counted. */
const AHEAD = 400 * DAY;

/**
 * The calendar that promises are counted on: the company's week and zone, with everybody's holidays and,
 * where a place of work is named, that place's and its country's, on its own clock.
 */
export async function loadWorkingCalendar(locationId: string | null = null): Promise<WorkingCalendar> {
  const rows = await query<{ timeZone: string; week: WorkingWeek; holidays: { day: string; isHalf: boolean }[] | null }>(sql`
    SELECT coalesce(l.time_zone, c.time_zone) AS "timeZone", c.working_week AS week,
      (SELECT json_agg(json_build_object('day', h.day::text, 'isHalf', h.is_half)) FROM holiday h
       WHERE h.day BETWEEN ${after(-2 * DAY)}::date AND ${after(AHEAD, now())}::date
         AND ((h.country IS NULL AND h.location_id IS NULL) OR h.location_id = l.id OR h.country = l.country)) AS holidays
    FROM company c LEFT JOIN location l ON l.id = ${locationId}::uuid`);
  if (!rows[0]) throw new Error("The installation is empty.");
  const { timeZone: zone, week, holidays } = rows[0];
  const days = new Map<string, "full" | "half">();
  // Where a country's half day meets a place's whole one, the whole one counts.
  for (const { day, isHalf } of holidays ?? []) if (days.get(day) !== "full") days.set(day, isHalf ? "half" : "full");
  return { timeZone: zone, week: Object.keys(week).length > 0 ? week : USUAL_WEEK, holidays: days };
}
