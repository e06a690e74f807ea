export type DayPart = "morning" | "afternoon" | "evening" | "night";

/** Making a formatter costs a hundred times what using it does. There are as many as zones. */
const hours = new Map<string, Intl.DateTimeFormat>();

function hourIn(timeZone: string): Intl.DateTimeFormat {
  const known = hours.get(timeZone) ?? new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone });
  hours.set(timeZone, known);
  return known;
}

/** Which greeting fits, by the clock on the person's wall. */
export function dayPart(at: Date, timeZone: string): DayPart {
  const hour = Number(hourIn(timeZone).format(at));
  if (hour < 5) return "night";
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}
