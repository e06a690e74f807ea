import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, addWorkingHours, isWorkingMoment, nextWorkingMoment, USUAL_WEEK, type WorkingCalendar } from "~/domain/company/working-calendar";

const rome = (holidays: [string, "full" | "half"][] = []): WorkingCalendar => ({ timeZone: "Europe/Rome", week: USUAL_WEEK, holidays: new Map(holidays) });
const at = (text: string) => new Date(text);
const iso = (date: Date) => date.toISOString().slice(0, 16);

describe("working days", () => {
  it("pass over the weekend at the same time of day", () => {
    expect(iso(addWorkingDays(at("2026-11-26T10:30:00Z"), 2, rome()))).toBe("2026-11-30T10:30");
  });

  it("begin when people next work, for what comes at night", () => {
    expect(iso(addWorkingDays(at("2026-11-27T22:00:00Z"), 2, rome()))).toBe("2026-12-02T08:00");
  });

  it("leave out holidays, and end early on half days", () => {
    const december = rome([["2026-12-25", "full"], ["2026-12-24", "half"]]);
    expect(iso(addWorkingDays(at("2026-12-22T15:00:00Z"), 2, december))).toBe("2026-12-24T12:00");
    expect(iso(addWorkingDays(at("2026-12-22T15:00:00Z"), 3, december))).toBe("2026-12-28T15:00");
  });

  it("keep the time on the wall across both changes of the clocks", () => {
    // Clocks in Rome go forward on 29 March 2026 and back on 25 October 2026.
    expect(iso(addWorkingDays(at("2026-03-27T10:00:00Z"), 1, rome()))).toBe("2026-03-30T09:00");
    expect(iso(addWorkingDays(at("2026-10-23T10:00:00Z"), 1, rome()))).toBe("2026-10-26T11:00");
  });

  it("are days of the calendar where nobody ever works", () => {
    expect(iso(addWorkingDays(at("2026-11-26T10:30:00Z"), 2, { ...rome(), week: {} }))).toBe("2026-11-28T10:30");
  });
});

describe("working hours", () => {
  it("go on in the morning, and over the weekend", () => {
    expect(iso(addWorkingHours(at("2026-11-27T15:00:00Z"), 4, rome()))).toBe("2026-11-30T11:00");
  });

  it("are real hours on a night shift through a change of the clocks", () => {
    const nights = (time: WorkingCalendar["week"]["sun"]): WorkingCalendar => ({ timeZone: "Europe/Rome", week: { sun: time }, holidays: new Map() });
    // 01:00 to 05:00 on the wall are three hours in March and five in October.
    expect(iso(addWorkingHours(at("2026-03-29T00:00:00Z"), 3, nights({ from: "01:00", until: "05:00" })))).toBe("2026-03-29T03:00");
    expect(iso(addWorkingHours(at("2026-10-24T23:00:00Z"), 5, nights({ from: "01:00", until: "05:00" })))).toBe("2026-10-25T04:00");
  });

  it("end within working time, never before they began, and add up", () => {
    const zones = fc.constantFrom("Europe/Rome", "Europe/Bucharest", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe");
    fc.assert(
      fc.property(zones, fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2027-12-31T00:00:00Z"), noInvalidDate: true }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (timeZone, from, one, other) => {
        const calendar = { ...rome([["2026-12-25", "full"], ["2027-01-06", "half"]]), timeZone };
        const end = addWorkingHours(from, one, calendar);
        expect(end.getTime() - from.getTime()).toBeGreaterThanOrEqual(one * 3_600_000);
        expect(isWorkingMoment(new Date(end.getTime() - 1), calendar)).toBe(true);
        expect(addWorkingHours(end, other, calendar)).toEqual(addWorkingHours(from, one + other, calendar));
        expect(isWorkingMoment(nextWorkingMoment(from, calendar), calendar)).toBe(true);
      }),
    );
  });
});
