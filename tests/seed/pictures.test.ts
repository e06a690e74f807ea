import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPicture } from "../../prisma/seed/pictures";
import { seededRandom } from "../../prisma/seed/random";

describe("drawn pictures", () => {
  it("are the same every time, 1600 × 900, and not one colour", { timeout: 30_000 }, async () => {
    const [one, other] = [await drawPicture("dawn"), await drawPicture("dawn")];
    expect(one.equals(other)).toBe(true);
    const { width, height, format } = await sharp(one).metadata();
    expect({ width, height, format }).toEqual({ width: 1600, height: 900, format: "jpeg" });
    const { channels } = await sharp(one).stats();
    for (const { stdev } of channels) expect(stdev).toBeGreaterThan(15);
  });
});

describe("seeded random numbers", () => {
  it("repeat for a name and differ between names", () => {
    const numbers = (name: string) => Array.from({ length: 50 }, seededRandom(name).next);
    expect(numbers("flour")).toEqual(numbers("flour"));
    expect(numbers("flour")).not.toEqual(numbers("water"));
  });

  it("stay within their bounds and lose nothing in shuffling", () => {
    const random = seededRandom("bounds");
    for (let at = 0; at < 500; at++) {
      expect(random.next()).toBeLessThan(1);
      expect([3, 4, 5]).toContain(random.whole(3, 5));
    }
    expect([...random.shuffled([1, 2, 3, 4])].sort()).toEqual([1, 2, 3, 4]);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
