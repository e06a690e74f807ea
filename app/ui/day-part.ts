export type DayPart = "morning" | "afternoon" | "evening" | "night";

/** Which greeting fits, by the clock on the person's wall. */
export function dayPart(at: Date, timeZone: string): DayPart {
  const hour = Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }).format(at));
  if (hour < 5) return "night";
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}
