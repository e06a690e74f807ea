import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "~/domain/shares/fold";
import { networks } from "~/domain/shares/networks/all";
import { anyText } from "./texts";

describe("the fold of a feed", () => {
  const { fold } = networks.linkedin;

  it("leaves a short text whole", () => {
    expect(foldText("Rye is back.\n", fold)).toEqual({ shown: "Rye is back.\n", isFolded: false });
    expect(foldText("a".repeat(9_000), null).isFolded).toBe(false);
  });

  it("cuts between words and after three lines", () => {
    const { shown, isFolded } = foldText("bread ".repeat(40), fold);
    expect(isFolded).toBe(true);
    expect(shown).toMatch(/^(bread )*bread$/);
    expect(foldText("a\nb\nc\nd", fold)).toEqual({ shown: "a\nb\nc", isFolded: true });
  });

  it("never splits what a reader sees as one character, and shows only what is there", () => {
    expect(foldText("👨‍👩‍👧‍👦".repeat(40), fold).shown).toBe("👨‍👩‍👧‍👦".repeat(20));
    fc.assert(
      fc.property(anyText, fc.constantFrom(...Object.values(networks)), (text, network) => {
        const { shown } = foldText(text, network.fold);
        expect(text.startsWith(shown)).toBe(true);
        if (network.fold !== null) expect(Array.from(shown).length).toBeLessThanOrEqual(Math.max(network.fold.characters, 0));
      }),
    );
  });
});
