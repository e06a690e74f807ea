import { describe, expect, it } from "vitest";
import { findBehind, findingOf, levelOf, type WholeFigures } from "~/domain/insights/finding";
import { newcombe, wilson } from "~/domain/insights/noise";
import { stepOf, tenthOf, thirdOf } from "~/domain/insights/tiers";
import { LANGUAGES } from "~/locales/i18n";
import { textsIn } from "~/locales/catalogues.server";

const Z = 1.959964;
const message = (over: Partial<WholeFigures>): WholeFigures => ({ kind: "message", tier: "exact", size: 240, band: null, opened: 0, confirmed: null, shares: null, visits: null, machines: null, ...over });

describe("noise", () => {
  it("agrees with the examples of PULSE.md", () => {
    expect(wilson(81, 263, Z).map((edge) => edge.toFixed(4))).toEqual(["0.2553", "0.3662"]);
    expect(wilson(0, 20, Z).map((edge) => edge.toFixed(4))).toEqual(["0.0000", "0.1611"]);
    expect(newcombe([56, 70], [48, 80], Z).map((edge) => edge.toFixed(4))).toEqual(["0.0524", "0.3339"]);
  });
});

describe("steps", () => {
  it("leave at least two counts possible in whatever they say of a group", () => {
    for (let size = 5; size <= 400; size++) {
      const [step, most] = size < 20 ? [thirdOf, 3] : [tenthOf, 10];
      const fits = new Map<number, number>();
      for (let count = 0; count <= size; count++) fits.set(step(count, size), (fits.get(step(count, size)) ?? 0) + 1);
      expect(fits.size).toBeLessThanOrEqual(most);
      expect(Math.min(...fits.values()), `${size} people`).toBeGreaterThanOrEqual(2);
    }
  });

  it("tell nothing of hidden groups", () => {
    expect(stepOf("hidden", 4, 4)).toBeNull();
  });
});

describe("findingOf", () => {
  it("says how much, without a word about change", () => {
    expect(levelOf("exact", 231, 240)).toBe("nearlyAll");
    expect(levelOf("exact", 0, 240)).toBe("none");
    expect(levelOf("band", 2, null)).toBe("third2");
    expect(levelOf("hidden", 3, null)).toBeNull();
  });

  it("is a sentence in every language, for every kind and tier", () => {
    const cases = [
      message({ opened: 231, confirmed: 187 }),
      message({ opened: 0, confirmed: 0 }),
      message({ tier: "band", size: null, band: 1, opened: 0, confirmed: 2 }),
      message({ tier: "hidden", size: null, opened: null }),
      message({ kind: "post", opened: null, shares: 0, visits: 0 }),
      message({ kind: "post", opened: null, shares: 22, visits: 410 }),
      message({ kind: "post", opened: null, shares: 1, visits: 1 }),
    ];
    for (const language of LANGUAGES) {
      const t = textsIn(language);
      for (const figures of cases) {
        const said = findingOf("The mill", figures, String).map(({ key, values }) => t(key, values));
        expect(said[0]).toContain("The mill");
        for (const sentence of said) expect(sentence).toMatch(/\.$/);
        expect(said.join()).not.toMatch(/studio-insights|\{\{|undefined/);
      }
    }
  });
});

describe("findBehind", () => {
  const whole = { tier: "exact" as const, size: 240, opened: 200 };
  const block = (name: string, size: number, opened: number) => ({ name, tier: "detail" as const, size, opened });

  it("names a department that is behind beyond chance", () => {
    expect(findBehind(whole, [block("Logistics", 41, 3), block("Retail", 96, 9)])?.name).toBe("Logistics");
  });

  it("says nothing where chance is enough, where figures are bands, and where the whole is not counted", () => {
    expect(findBehind(whole, [block("Logistics", 41, 7), block("Retail", 96, 8)])).toBeNull();
    expect(findBehind(whole, [{ name: "IT", tier: "band" as const, size: null, opened: 0 }])).toBeNull();
    expect(findBehind({ tier: "band", size: null, opened: 1 }, [block("Logistics", 41, 0)])).toBeNull();
  });
});
