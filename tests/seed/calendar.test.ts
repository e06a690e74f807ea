import { describe, expect, it } from "vitest";
import { calendarFrom } from "../../prisma/seed/calendar";

const ROME = "Europe/Rome";
const friday = new Date("2026-11-20T15:00:00Z");

describe("the demo's calendar", () => {
  it("counts from the last working day on which 08:30 has passed", () => {
    const zero = (start: string) => calendarFrom(new Date(start), ROME).day({ days: 0 }).toISOString().slice(0, 10);
    expect(zero("2026-11-20T15:00:00Z")).toBe("2026-11-20");
    expect(zero("2026-11-20T07:29:00Z")).toBe("2026-11-19");
    expect(zero("2026-11-22T12:00:00Z")).toBe("2026-11-20");
    expect(zero("2026-11-23T06:00:00Z")).toBe("2026-11-20");
  });

  it("keeps off weekends, backwards in the past and onwards in the future", () => {
    const calendar = calendarFrom(friday, ROME);
    expect(calendar.day({ days: -6 }).getUTCDay()).toBe(5);
    expect(calendar.day({ days: 1 }).getUTCDay()).toBe(1);
    expect(calendar.day({ days: 1, weekday: 7 }).getUTCDay()).toBe(0);
  });

  it("knows the company's clock, also on the far side of a clock change", () => {
    const calendar = calendarFrom(friday, ROME);
    expect(calendar.moment({ days: 0, at: "08:30" }).toISOString()).toBe("2026-11-20T07:30:00.000Z");
    expect(calendar.moment({ days: -60, at: "08:30" }).toISOString()).toBe("2026-09-21T06:30:00.000Z");
  });

  it.each([
    ["en", "From 8 December, by Tuesday"],
    ["it", "Dall'8 dicembre, entro martedì"],
    ["ro", "Din 8 decembrie, până marți"],
    ["ru", "С 8 декабря, до вторника"],
  ] as const)("says days as %s does", (language, said) => {
    const dates = { start: { days: 18 } };
    expect(calendarFrom(friday, ROME).say("{start:From}, {start:byWeekday}", dates, language)).toBe(said);
  });

  it("says the first of a month and a Tuesday as people do", () => {
    const calendar = calendarFrom(friday, ROME);
    const first = { day: { days: 11 } };
    expect(calendar.say("{day:on}", first, "it")).toBe("il 1º dicembre");
    expect(calendar.say("{day:fromWeekday}", first, "ru")).toBe("со вторника");
    expect(calendar.say("{day:from}", { day: { days: 12 } }, "ru")).toBe("со 2 декабря");
  });

  it("refuses a day that nobody named and a form that no language has", () => {
    const calendar = calendarFrom(friday, ROME);
    expect(() => calendar.say("{end}", {}, "en")).toThrow("No day is called {end}");
    expect(() => calendar.say("{end:around}", { end: { days: 1 } }, "en")).toThrow("around");
  });
});
