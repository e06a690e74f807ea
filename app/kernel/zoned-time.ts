/** Moments and what clocks on the wall of a zone (IANA name) show; browser-safe. */

const MINUTE = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string): Intl.DateTimeFormat {
  let known = formats.get(timeZone);
  if (!known) {
    known = new Intl.DateTimeFormat("en-US", {
      timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
    });
    formats.set(timeZone, known);
  }
  return known;
}

/** What the clock shows there: "2026-12-31T18:05", as `<input type=datetime-local>` writes it. */
export function toLocalTime(moment: Date, timeZone: string): string {
  const part = Object.fromEntries(format(timeZone).formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${part.year?.padStart(4, "0")}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/** The day there: "2026-12-31". */
export function toLocalDay(moment: Date, timeZone: string): string {
  return toLocalTime(moment, timeZone).slice(0, 10);
}

/**
 * The moment at which the clock there shows `local` ("2026-12-31T18:05"). A time that comes twice in
 * autumn is the first one; one that is left out in spring is the moment after the gap.
 */
export function fromLocalTime(local: string, timeZone: string): Date {
  const wanted = Date.parse(`${local}:00Z`);
  const shownAt = (time: number) => Date.parse(`${toLocalTime(new Date(time), timeZone)}:00Z`);
  // Offsets before and after any change nearby; the earlier moment that shows the wanted time wins.
  const candidates = [-1, 1].map((days) => wanted + days * 1440 * MINUTE).map((near) => wanted - (shownAt(near) - near));
  const exact = candidates.filter((time) => shownAt(time) === wanted);
  return new Date(exact.length ? Math.min(...exact) : Math.max(...candidates));
}

/** The moment at which a day ("2026-12-31") begins there. */
export function startOfDay(day: string, timeZone: string): Date {
  return fromLocalTime(`${day}T00:00`, timeZone);
}

/** The day after: "2026-12-31" → "2027-01-01". */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) + 1440 * MINUTE).toISOString().slice(0, 10);
}
