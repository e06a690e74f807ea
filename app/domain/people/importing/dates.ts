export type DateProblem = "dateUnreadable" | "dateAmbiguous";

/**
 * A day as people write it: 2024-03-31, 31.03.2024, 31/3/2024, 3/31/2024. Where day and month could be
 * either, that is a problem and no guess. @returns "2024-03-31" or what is wrong
 */
export function readDate(text: string): { day: string } | { problem: DateProblem } {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return checked(iso[1]!, iso[2]!, iso[3]!);
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!parts) return { problem: "dateUnreadable" };
  const [, first, sign, second, year] = parts as unknown as [string, string, string, string, string];
  // With dots the day comes first, wherever dots are used.
  if (sign === "." || Number(first) > 12 || first === second) return checked(year, second, first);
  if (Number(second) > 12) return checked(year, first, second);
  return { problem: "dateAmbiguous" };
}

function checked(year: string, month: string, day: string): { day: string } | { problem: DateProblem } {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) && Number(year) >= 1900 && Number(year) < 2100;
  return isReal ? { day: date.toISOString().slice(0, 10) } : { problem: "dateUnreadable" };
}
