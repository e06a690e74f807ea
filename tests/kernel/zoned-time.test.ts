import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromLocalTime, toLocalTime } from "~/kernel/zoned-time";

describe("fromLocalTime", () => {
  it("reads a wall clock in its zone", () => {
    expect(fromLocalTime("2026-11-21T08:30", "Europe/Rome").toISOString()).toBe("2026-11-21T07:30:00.000Z");
    expect(fromLocalTime("2026-07-01T08:30", "Europe/Bucharest").toISOString()).toBe("2026-07-01T05:30:00.000Z");
  });

  it("goes behind the hour that is left out, and takes the first of the one that comes twice", () => {
    expect(fromLocalTime("2026-03-29T02:30", "Europe/Rome").toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(fromLocalTime("2026-10-25T02:30", "Europe/Rome").toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });

  it("is the way back from the wall clock, but for the second pass of a repeated hour", () => {
    const zones = fc.constantFrom("Europe/Rome", "Europe/Dublin", "Asia/Kathmandu", "Pacific/Auckland", "America/St_Johns", "UTC");
    fc.assert(
      fc.property(fc.integer({ min: 1_500_000_000, max: 2_000_000_000 }), zones, (seconds, zone) => {
        const at = new Date(Math.floor(seconds / 60) * 60_000);
        const found = fromLocalTime(toLocalTime(at, zone), zone);
        expect(toLocalTime(found, zone)).toBe(toLocalTime(at, zone));
        expect([0, 3_600_000]).toContain(at.getTime() - found.getTime());
      }),
    );
  });
});
