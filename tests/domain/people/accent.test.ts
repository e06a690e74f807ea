import fc from "fast-check";
import { expect, it } from "vitest";
import { contrast, deriveAccent } from "~/domain/people/accent";

const GROUNDS = { light: ["#ffffff", "#f5f7f6", "#ebefed"], dark: ["#161e1b", "#0f1513", "#1e2825"] } as const;
const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

it("can be read whatever colour was chosen", () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      const derived = deriveAccent(chosen);
      for (const theme of ["light", "dark"] as const) {
        const { accent, accentInk, accentSoft, accentText } = derived[theme];
        expect(contrast(accent, accentInk)).toBeGreaterThanOrEqual(4.5);
        for (const ground of GROUNDS[theme]) expect(contrast(accent, ground)).toBeGreaterThanOrEqual(3);
        for (const ground of [...GROUNDS[theme], accentSoft]) expect(contrast(accentText, ground)).toBeGreaterThanOrEqual(4.5);
      }
    }),
    { numRuns: 2_000 },
  );
});

it("leaves a colour alone that can be read, and says where it could not", () => {
  expect(deriveAccent("#0B6B50")).toMatchObject({ light: { accent: "#0b6b50", accentInk: "#ffffff" }, changed: { light: false, dark: true } });
  expect(deriveAccent("#ffd400").changed).toEqual({ light: true, dark: false });
});
