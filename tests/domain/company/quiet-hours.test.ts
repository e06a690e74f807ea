import { expect, it } from "vitest";
import { endOfQuiet, readQuietHours } from "~/domain/company/quiet-hours";

const night = { from: "20:00", until: "07:00" };
const end = (moment: string, hours: typeof night | null = night, zone = "Europe/Rome") => endOfQuiet(new Date(moment), hours, zone).toISOString().slice(0, 16);

it("lets mail wait for the morning of whoever reads it", () => {
  expect(end("2026-11-24T21:00:00Z")).toBe("2026-11-25T06:00");
  expect(end("2026-11-25T03:00:00Z")).toBe("2026-11-25T06:00");
  expect(end("2026-11-25T05:30:00Z", night, "Europe/Bucharest")).toBe("2026-11-25T05:30");
  expect(end("2026-11-25T05:30:00Z")).toBe("2026-11-25T06:00");
});

it("holds nothing up outside quiet hours, without any, or where they are empty", () => {
  expect(end("2026-11-25T12:00:00Z")).toBe("2026-11-25T12:00");
  expect(end("2026-11-25T21:00:00Z", null)).toBe("2026-11-25T21:00");
  expect(end("2026-11-25T21:00:00Z", { from: "07:00", until: "07:00" })).toBe("2026-11-25T21:00");
});

it("ends at the same time on the wall when clocks change overnight", () => {
  expect(end("2026-03-28T22:00:00Z")).toBe("2026-03-29T05:00");
  expect(end("2026-10-24T22:00:00Z")).toBe("2026-10-25T06:00");
});

it("puts a person's own hours before the company's", () => {
  expect(readQuietHours(null, night)).toEqual(night);
  expect(readQuietHours("none", night)).toBeNull();
  expect(readQuietHours("22:00-06:00", night)).toEqual({ from: "22:00", until: "06:00" });
});
