import { fromLocalTime, nextDay, toLocalTime } from "~/kernel/zoned-time";

/** Hours in which mail that can wait does; pure and browser-safe. */

/** On the clock of whoever is meant; "20:00" to "07:00" passes over midnight. */
export interface QuietHours {
  from: string;
  until: string;
}

/** When it is no longer quiet: the moment itself outside quiet hours. */
export function endOfQuiet(moment: Date, hours: QuietHours | null, timeZone: string): Date {
  if (!hours || hours.from === hours.until) return moment;
  const [day, time] = toLocalTime(moment, timeZone).split("T") as [string, string];
  const { from, until } = hours;
  const isOverMidnight = from > until;
  const isQuiet = isOverMidnight ? time >= from || time < until : time >= from && time < until;
  if (!isQuiet) return moment;
  return fromLocalTime(`${isOverMidnight && time >= from ? nextDay(day) : day}T${until}`, timeZone);
}

/** As it is stored for a person: "22:00-07:00", "none", or null for the company's. */
export function readQuietHours(own: string | null, company: QuietHours | null): QuietHours | null {
  if (own === null) return company;
  const [, from, until] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(own) ?? [];
  return from && until ? { from, until } : null;
}
