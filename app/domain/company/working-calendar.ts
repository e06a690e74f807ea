import { nextDay, fromLocalTime, toLocalDay, toLocalTime } from "~/kernel/zoned-time";

/** Working days and hours, and what is promised "within two working days"; pure and browser-safe. */

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Hours of a day on the clock there: "09:00" to "17:00". */
export interface DayHours {
  from: string;
  until: string;
}

/** A weekday that is left out is free. */
export type WorkingWeek = Partial<Record<Weekday, DayHours>>;

export interface WorkingCalendar {
  /** IANA name of the zone whose clock the hours are read on. */
  timeZone: string;
  week: WorkingWeek;
  /** By day ("2026-12-25"): wholly off, or off from the middle of its hours on. */
  holidays: ReadonlyMap<string, "full" | "half">;
}

const NINE_TO_FIVE: DayHours = { from: "09:00", until: "17:00" };
export const USUAL_WEEK: WorkingWeek = { mon: NINE_TO_FIVE, tue: NINE_TO_FIVE, wed: NINE_TO_FIVE, thu: NINE_TO_FIVE, fri: NINE_TO_FIVE };

/** Farther than this nobody looks: a calendar without working days must not hold anything up for ever. */
const MOST_DAYS = 400;
const DAY = 86_400_000;
const HOUR = 3_600_000;

interface Span {
  start: Date;
  end: Date;
}

export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7]!;
}

/** When people work on that day; null when it is free. A half day ends in the middle of its hours. */
export function workingSpan(day: string, { timeZone, week, holidays }: WorkingCalendar): Span | null {
  const hours = week[weekdayOf(day)];
  const holiday = holidays.get(day);
  if (!hours || holiday === "full") return null;
  const start = fromLocalTime(`${day}T${hours.from}`, timeZone);
  const end = fromLocalTime(`${day}T${hours.until}`, timeZone);
  if (end <= start) return null;
  return { start, end: holiday === "half" ? new Date((start.getTime() + end.getTime()) / 2) : end };
}

/** The working spans that end after `from`, the first one cut to begin there. */
function* spansAfter(from: Date, calendar: WorkingCalendar): Generator<Span & { day: string }> {
  let day = toLocalDay(from, calendar.timeZone);
  for (let count = 0; count < MOST_DAYS; count++, day = nextDay(day)) {
    const span = workingSpan(day, calendar);
    if (span && span.end > from) yield { day, end: span.end, start: span.start > from ? span.start : from };
  }
}

export function isWorkingMoment(moment: Date, calendar: WorkingCalendar): boolean {
  const span = workingSpan(toLocalDay(moment, calendar.timeZone), calendar);
  return span !== null && span.start <= moment && moment < span.end;
}

/** The moment itself while people work, else when they next begin. */
export function nextWorkingMoment(moment: Date, calendar: WorkingCalendar): Date {
  for (const { start } of spansAfter(moment, calendar)) return start;
  return moment;
}

/**
 * The moment when `hours` of working time have passed since `from`. Hours are real ones: a night in
 * which clocks change neither gives nor takes any. Without working days they pass by the clock.
 */
export function addWorkingHours(from: Date, hours: number, calendar: WorkingCalendar): Date {
  let left = hours * HOUR;
  for (const { start, end } of spansAfter(from, calendar)) {
    const room = end.getTime() - start.getTime();
    if (left <= room) return new Date(start.getTime() + left);
    left -= room;
  }
  return new Date(from.getTime() + hours * HOUR);
}

/**
 * The same time of day, `days` working days later; what comes in outside working time counts from when
 * people next begin. A day that ends earlier (a half one) is over at its end. Without working days they
 * are days of the calendar.
 */
export function addWorkingDays(from: Date, days: number, calendar: WorkingCalendar): Date {
  const { timeZone } = calendar;
  const begun = nextWorkingMoment(from, calendar);
  const time = toLocalTime(begun, timeZone).slice(11);
  let left = days;
  for (const { day } of spansAfter(begun, calendar)) {
    if (left-- > 0) continue;
    const { start, end } = workingSpan(day, calendar)!;
    const wanted = fromLocalTime(`${day}T${time}`, timeZone);
    return wanted < start ? start : wanted > end ? end : wanted;
  }
  return new Date(from.getTime() + days * DAY);
}
